import { libelleDuree } from '../regles/calibrage.ts';
import { calibrer, lienVersLaClause, type Calibrage } from '../regles/calibrer.ts';
import type { Conseil } from '../regles/conseils.ts';
import {
  adresseDeLaSaisie,
  CHAMPS,
  lireMarche,
  saisieDeLAdresse,
  SAISIE_VIDE,
  type Champ,
  type Erreurs,
  type Marche,
  type Saisie,
} from '../regles/marche.ts';
import { typographier } from '../../socle/typographie.ts';
import { creer, trouver } from '../../ui/dom.ts';

/* Le temps de finir un nombre : on ne calcule pas, et on ne lit pas à voix haute, à chaque touche. */
const REPIT_MS = 500;

const INVITATION = 'Écrivez le montant de votre marché : le résultat s’affiche ici.';

function texte(nom: string, contenu: string, attributs: Record<string, string> = {}) {
  return creer(nom, attributs, typographier(contenu));
}

function lien({ texte: intitule, adresse }: { texte: string; adresse: string }) {
  return texte('a', intitule, { href: adresse });
}

function bloc({ titre, phrases, alerte, suite }: Conseil): HTMLElement {
  const classes = alerte ? 'csf-conseil csf-alerte' : 'csf-conseil';
  const contenu = phrases.map((phrase) => texte('p', phrase));
  if (suite) contenu.push(creer('p', {}, lien(suite)));
  return creer('div', { class: classes }, texte('h3', titre), ...contenu);
}

/** Les quatre volumes : celui qui est retenu se dit en toutes lettres, pas seulement en couleur. */
function volumes({ choix, heures }: Calibrage): HTMLElement[] {
  if (choix.length === 0) return [];
  const lignes = choix.map((option) => {
    const retenu = option.heures === heures ? [creer('em', {}, ' (retenu)')] : [];
    return creer(
      'li',
      { class: option.permis ? 'csf-volume' : 'csf-volume csf-volume--refuse' },
      creer('strong', {}, typographier(option.libelle), ...retenu),
      ` ${typographier(option.raison)}`,
    );
  });
  return [
    texte('h3', 'Les quatre volumes'),
    creer('ul', { class: 'csf-nue csf-volumes' }, ...lignes),
  ];
}

class Calibrer extends HTMLElement {
  #formulaire!: HTMLFormElement;
  #attente: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    this.#formulaire = trouver(this, 'form');
    this.#formulaire.addEventListener('input', () => {
      clearTimeout(this.#attente);
      this.#attente = setTimeout(() => this.#calculer({ erreurs: false }), REPIT_MS);
    });
    this.#formulaire.addEventListener('change', (evenement) => {
      // Quitter un champ ne reproche rien aux autres, pas encore remplis.
      const { name } = evenement.target as HTMLInputElement;
      this.#valider(name as Champ);
    });
    this.#formulaire.addEventListener('submit', (evenement) => {
      evenement.preventDefault();
      this.#valider();
      const faux = this.querySelector<HTMLElement>('[aria-invalid=true]');
      (faux ?? trouver<HTMLElement>(this, '#resultat')).focus();
    });
    this.#formulaire.addEventListener('reset', (evenement) => {
      evenement.preventDefault();
      this.#ecrire(SAISIE_VIDE);
      this.#valider('duree');
      trouver<HTMLElement>(this, '#c-montant').focus();
    });
    addEventListener('popstate', this.#relire);
    this.#relire();
  }

  disconnectedCallback() {
    removeEventListener('popstate', this.#relire);
  }

  #relire = () => {
    const saisie = saisieDeLAdresse(new URLSearchParams(location.search));
    this.#ecrire(saisie);
    this.#calculer({ erreurs: false });
  };

  #lire(): Saisie {
    const champs = new FormData(this.#formulaire);
    const lus = CHAMPS.map((champ) => [champ, (champs.get(champ) as string | null) ?? '']);
    return Object.fromEntries(lus) as Saisie;
  }

  /** Remplit le formulaire ; les reproches d'avant ne valent plus. */
  #ecrire(saisie: Saisie) {
    for (const message of this.querySelectorAll<HTMLElement>('.csf-erreur')) message.hidden = true;
    for (const champ of CHAMPS) {
      const element = this.#formulaire.elements.namedItem(champ);
      if (element instanceof HTMLInputElement && element.type === 'checkbox')
        element.checked = saisie[champ] === 'oui';
      else if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement)
        element.value = saisie[champ];
    }
  }

  /** La personne a fini un champ, ou demande le résultat : l'adresse garde ce qui est lisible. */
  #valider(champ?: Champ) {
    clearTimeout(this.#attente);
    const parametres = adresseDeLaSaisie(this.#lire()).toString();
    if (parametres !== location.search.slice(1))
      history.pushState(null, '', parametres ? `?${parametres}` : location.pathname);
    this.#calculer({ erreurs: champ ?? true });
  }

  /** @param montrer quelles erreurs dire : toutes, celle d'un champ, ou aucune de plus */
  #calculer({ erreurs: montrer }: { erreurs: boolean | Champ }) {
    const saisie = this.#lire();
    trouver<HTMLElement>(this, '#c-seuil-bloc').hidden = saisie.bons !== 'oui';
    const lecture = lireMarche(saisie);
    const erreurs = 'erreurs' in lecture ? lecture.erreurs : {};
    this.#direErreurs(erreurs, saisie, montrer);
    if ('marche' in lecture) this.#montrer(calibrer(lecture.marche), lecture.marche);
    else this.#attendre(saisie);
  }

  #direErreurs(erreurs: Erreurs, saisie: Saisie, montrer: boolean | Champ) {
    for (const champ of CHAMPS) {
      const message = this.querySelector<HTMLElement>(`#c-${champ}-erreur`);
      if (!message) continue;
      const element = trouver<HTMLElement>(this, `#c-${champ}`);
      const erreur = erreurs[champ] ?? '';
      const dejaDite = !message.hidden;
      const demandee = montrer === true || (montrer === champ && saisie[champ].trim() !== '');
      const dire = erreur !== '' && (dejaDite || demandee);
      message.textContent = dire ? typographier(`Erreur : ${erreur}`) : '';
      message.hidden = !dire;
      if (dire) element.setAttribute('aria-invalid', 'true');
      else element.removeAttribute('aria-invalid');
    }
  }

  #attendre(saisie: Saisie) {
    const corriger = 'Corrigez ce qui est signalé : le résultat s’affichera ici.';
    const enErreur = this.querySelector('[aria-invalid=true]') !== null;
    this.#annoncer(saisie.montant.trim() && enErreur ? corriger : INVITATION);
    trouver(this, '#detail').replaceChildren();
  }

  #montrer(calibrage: Calibrage, marche: Marche) {
    this.#annoncer(calibrage.resume);
    const contenu: Node[] = volumes(calibrage);
    if (calibrage.heures !== null) {
      const vers = lienVersLaClause(marche, calibrage.heures);
      const intitule = `Écrire la clause pour ${libelleDuree(calibrage.heures)}`;
      contenu.push(creer('p', {}, texte('a', intitule, { class: 'fr-btn', href: vers })));
    }
    trouver(this, '#detail').replaceChildren(...contenu, ...calibrage.conseils.map(bloc));
  }

  #annoncer(resume: string) {
    const zone = trouver(this, '[role=status]');
    const ecrit = typographier(resume);
    // Réécrire la même phrase la ferait relire à voix haute.
    if (zone.textContent !== ecrit) zone.textContent = ecrit;
  }
}

customElements.define('csf-calibrer', Calibrer);
