import { compteDeQuestions, estPour, roleDeLAdresse, type Role } from '../regles/roles.ts';
import { typographier } from '../../socle/typographie.ts';
import { creer, trouver } from '../../ui/dom.ts';
import { annoncer, copierTexte } from '../../ui/presse-papiers.ts';

/** Les questions d'un rôle, à partir de l'adresse ; la réponse citée par l'adresse s'ouvre. */
class Questions extends HTMLElement {
  connectedCallback() {
    for (const question of this.#questions()) this.#ajouterCopie(question);
    trouver(this, '.csf-roles').addEventListener('click', (evenement) => {
      this.#choisir(evenement as MouseEvent);
    });
    addEventListener('popstate', () => {
      this.#filtrer();
    });
    addEventListener('hashchange', () => {
      this.#ouvrirLaCible();
    });
    addEventListener('beforeprint', () => {
      for (const question of this.#questions()) question.open = true;
    });
    this.#filtrer();
    this.#ouvrirLaCible();
  }

  #questions() {
    return this.querySelectorAll<HTMLDetailsElement>('.csf-question[data-roles]');
  }

  /** Le lien garde ses usages (nouvel onglet, copie) ; un simple clic ne recharge pas la page. */
  #choisir(evenement: MouseEvent) {
    const lien = (evenement.target as Element).closest('a');
    const { button, ctrlKey, metaKey, shiftKey } = evenement;
    if (!lien || button !== 0 || ctrlKey || metaKey || shiftKey) return;
    evenement.preventDefault();
    history.pushState(null, '', lien.href);
    this.#filtrer();
  }

  #filtrer() {
    const role = roleDeLAdresse(location.search);
    let montrees = 0;
    for (const question of this.#questions()) {
      const roles = (question.dataset.roles ?? '').split(' ') as Role[];
      question.hidden = !estPour(roles, role);
      if (!question.hidden) montrees += 1;
    }
    for (const partie of this.querySelectorAll<HTMLElement>('.csf-questions__partie')) {
      partie.hidden = !partie.querySelector('.csf-question:not([hidden])');
      const entree = `.csf-sommaire li:has(> a[href="#${trouver(partie, 'h2').id}"])`;
      trouver<HTMLElement>(this, entree).hidden = partie.hidden;
    }
    for (const lien of this.querySelectorAll<HTMLAnchorElement>('.csf-role')) {
      if ((lien.dataset.role ?? null) === role) lien.setAttribute('aria-current', 'true');
      else lien.removeAttribute('aria-current');
    }
    trouver(this, '[role=status]').textContent = compteDeQuestions(montrees);
  }

  /** Une réponse citée est montrée même si elle ne s'adresse pas au rôle choisi. */
  #ouvrirLaCible() {
    // La recherche mène au titre d'une question (« q-definition »), le lien copié à la question.
    const id = decodeURIComponent(location.hash.slice(1)).replace(/^q-/, '');
    const cible = [...this.#questions()].find((question) => question.id === id);
    if (!cible) return;
    cible.hidden = false;
    (cible.parentElement ?? cible).hidden = false;
    cible.open = true;
    cible.scrollIntoView();
  }

  #ajouterCopie(question: HTMLDetailsElement) {
    const titre = trouver(question, 'h3').textContent;
    const message = creer('span', { class: 'csf-message', role: 'status' });
    const bouton = creer('button', { class: 'csf-lien', type: 'button' }, 'Copier le lien');
    bouton.append(creer('span', { class: 'fr-sr-only' }, ` vers « ${titre} »`));
    bouton.addEventListener('click', () => {
      const adresse = `${location.origin}${location.pathname}#${question.id}`;
      void copierTexte(adresse).then((copie) => {
        const echec = typographier(`Copie impossible ici. Le lien est : ${adresse}`);
        annoncer(message, copie ? 'Lien copié.' : echec);
      });
    });
    trouver(question, ':scope > div').append(
      creer('p', { class: 'csf-question__copie' }, bouton, ' ', message),
    );
  }
}

customElements.define('csf-questions', Questions);
