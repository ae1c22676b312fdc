import { libelleDuree } from '../../calibrage/regles/calibrage.ts';
import { enFrancais, jourAParis } from '../../socle/dates.ts';
import { phraseDuDebut, projeter } from '../../frise/regles/projection.ts';
import { typographier } from '../../socle/typographie.ts';
import { envoyer, type Reponse } from '../../formulaire/appels/fonctions.ts';
import type { Route } from '../../formulaire/regles/routes.ts';
import { lireLien } from '../../lien/appels.ts';
import type { Portee } from '../../lien/regles/portees.ts';
import { trouver } from '../../ui/dom.ts';

const enLettres = (jour: string) => enFrancais(jour, { jourDeSemaine: true });

function heureDe(instant: Date): string {
  return new Intl.DateTimeFormat('fr-FR', {
    timeZone: 'Europe/Paris',
    hour: 'numeric',
    minute: '2-digit',
  })
    .format(instant)
    .replace(':', ' h ');
}

/** Une page ouverte depuis un courriel : elle dit ce que le lien permet, et n'agit que sur un bouton. */
class Lien extends HTMLElement {
  #jeton = '';

  connectedCallback() {
    // Un second lien ouvert dans le même onglet ne change que le fragment.
    addEventListener('hashchange', () => this.#ouvrir());
    for (const bouton of this.querySelectorAll<HTMLButtonElement>('[data-agir]'))
      bouton.addEventListener('click', () => void this.#agir(bouton));
    trouver(this, '[data-reessayer]').addEventListener('click', () => void this.#lire());
    this.#ouvrir();
  }

  #ouvrir() {
    if (location.hash.length < 2) {
      if (this.#jeton === '') this.#montrer({ statut: 'sans-jeton' });
      return;
    }
    // « Aller au contenu » change aussi le fragment : ce n'est pas un lien personnel.
    if (document.getElementById(location.hash.slice(1))) return;
    this.#jeton = location.hash.slice(1);
    // Le jeton ne reste ni dans la barre d'adresse, ni dans l'historique.
    history.replaceState(null, '', location.pathname);
    void this.#lire();
  }

  async #lire() {
    const { fonctions = '', portees = '' } = this.dataset;
    const montrees = portees.split(' ') as Portee[];
    const reponse = await lireLien(fonctions, 'demande/lire-lien', this.#jeton, montrees);
    if (reponse) this.#montrer(reponse);
  }

  async #agir(bouton: HTMLButtonElement) {
    if (bouton.getAttribute('aria-disabled') === 'true') return;
    bouton.setAttribute('aria-disabled', 'true');
    const lecture = trouver(this, '[data-lecture]');
    lecture.textContent = 'Envoi en cours…';
    const { fonctions = '', action = '' } = this.dataset;
    const reponse = await envoyer(fonctions, action as Route, { jeton: this.#jeton });
    bouton.removeAttribute('aria-disabled');
    this.#montrer(reponse, { focus: true });
  }

  #montrer(reponse: Reponse, { focus = false } = {}) {
    const { statut } = reponse;
    const blocs = [...this.querySelectorAll<HTMLElement>('[data-etat]')];
    const voulu =
      blocs.find(({ dataset }) => dataset.etat?.split(' ').includes(statut)) ??
      blocs.find(({ dataset }) => dataset.etat === 'indisponible');
    for (const bloc of blocs) bloc.hidden = bloc !== voulu;
    if (!voulu) return;
    this.#remplir(voulu, reponse);
    const titre = trouver<HTMLElement>(voulu, 'h2');
    // À l'arrivée, le titre est seulement annoncé ; après un bouton, le focus y va.
    trouver(this, '[data-lecture]').textContent = focus ? '' : titre.textContent;
    if (focus) titre.focus();
  }

  #remplir(bloc: HTMLElement, reponse: Reponse) {
    const dits = this.#dits(reponse);
    for (const element of bloc.querySelectorAll<HTMLElement>('[data-dit]'))
      element.textContent = typographier(dits[element.dataset.dit ?? ''] ?? '');
    const { parcours } = reponse;
    for (const lien of bloc.querySelectorAll<HTMLAnchorElement>('[data-vers]')) {
      const connu = typeof parcours === 'string';
      if (connu && lien.dataset.vers === 'parcours') lien.href = `/parcours/${parcours}/`;
      if (connu && lien.dataset.vers === 'formulaire') lien.href = `/interet/?parcours=${parcours}`;
      // Laisser sa place se fait sur une autre page, avec le même lien.
      if (lien.dataset.vers === 'retrait') lien.href = `/interet/retirer/#${this.#jeton}`;
    }
  }

  /** Ce que la réponse permet de dire, en toutes lettres. */
  #dits({ reference, intitule, heures, debutLe, activeLe, expireLe, rang, restantes }: Reponse) {
    const dits: Record<string, string> = {};
    if (typeof reference === 'string') dits.reference = reference;
    if (typeof intitule === 'string') dits.intitule = intitule;
    if (typeof heures === 'number') dits.duree = libelleDuree(heures);
    if (typeof debutLe === 'string') dits.debut = enLettres(debutLe);
    if (typeof rang === 'number') dits.rang = String(rang);
    if (typeof restantes === 'number') dits.restantes = libelleDuree(restantes);
    if (typeof expireLe === 'string') {
      const fin = new Date(expireLe);
      dits.fin = `${enLettres(jourAParis(fin))} à ${heureDe(fin)}`;
    }
    if (typeof activeLe === 'string') {
      const delais = {
        reponse: Number(this.dataset.reponse),
        accueil: Number(this.dataset.accueil),
      };
      const jourJ = jourAParis(new Date(activeLe));
      const { reponseLe, accueilLe } = projeter(delais, jourJ, { heures: null, fin: null });
      dits.reponse = enLettres(reponseLe);
      dits.accueil = enLettres(accueilLe);
      if (typeof debutLe === 'string') dits.plusTard = phraseDuDebut(debutLe, accueilLe) ?? '';
    }
    return dits;
  }
}

customElements.define('csf-lien', Lien);
