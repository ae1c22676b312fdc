import { enFrancais, heureDite, jourAParis } from '../../socle/dates.ts';
import type { Tableau } from '../regles/tableau.ts';
import { envoyer, type Reponse } from '../../formulaire/appels/fonctions.ts';
import type { Route } from '../../formulaire/regles/routes.ts';
import { lireLien } from '../../lien/appels.ts';
import type { Portee } from '../../lien/regles/portees.ts';
import { trouver } from '../../ui/dom.ts';
import { montrerEtat } from '../../ui/etat.ts';

/** Un fragment d'adresse qui est un jeton, même coupé par une messagerie, et pas une ancre de la page. */
const JETON = /^#([\w-]{20,})/;

export function estTableau(reponse: Reponse): reponse is Reponse & Tableau {
  return reponse.statut === 'ouvert' && Array.isArray(reponse.lignes);
}

/**
 * Le lien d'un tableau, reçu par courriel. Son jeton quitte aussitôt l'adresse ; il reste dans cet onglet, le temps
 * de la visite, pour que l'on puisse ouvrir un dossier puis revenir au tableau.
 */
export class LienDeTableau {
  readonly #racine: HTMLElement;
  readonly #cle: string;
  #jeton = '';

  /** @param racine élément qui porte `data-fonctions` et `data-portees` (celles que la page sait montrer) */
  constructor(racine: HTMLElement) {
    this.#racine = racine;
    this.#cle = `csf-tableau-${racine.dataset.portees ?? ''}`;
  }

  /**
   * Lit le tableau : maintenant, à chaque nouveau lien, sur « Actualiser » ou « Réessayer », et quand la page est
   * rouverte par « précédent ».
   */
  ouvrir(montrer: (reponse: Reponse, options: { focus?: boolean }) => void): void {
    const lire = (focus = false) =>
      void this.#lire().then((reponse) => {
        if (reponse) montrer(reponse, { focus });
      });
    addEventListener('hashchange', () => {
      if (JETON.test(location.hash)) lire();
    });
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) lire();
    });
    for (const bouton of this.#racine.querySelectorAll('[data-relire]'))
      bouton.addEventListener('click', () => {
        lire(true);
      });
    trouver(this.#racine, '[data-fermer]').addEventListener('click', () => {
      this.#oublier();
      montrer({ statut: 'ferme' }, { focus: true });
    });
    lire();
  }

  /* Rien à montrer quand la personne part vers la page de son lien. */
  async #lire(): Promise<Reponse | undefined> {
    this.#prendre();
    if (this.#jeton === '') return { statut: 'sans-jeton' };
    const { fonctions = '', portees = '' } = this.#racine.dataset;
    const montrees = portees.split(' ') as Portee[];
    const reponse = await lireLien(fonctions, 'suivi/lire-lien', this.#jeton, montrees);
    if (!reponse || reponse.statut.startsWith('lien-')) this.#oublier();
    return reponse;
  }

  envoyer(route: Route, champs: Record<string, unknown>): Promise<Reponse> {
    const { fonctions = '' } = this.#racine.dataset;
    return envoyer(fonctions, route, { jeton: this.#jeton, ...champs });
  }

  #oublier(): void {
    this.#jeton = '';
    try {
      sessionStorage.removeItem(this.#cle);
    } catch {
      // Stockage interdit : il n'y a rien à oublier.
    }
  }

  #prendre(): void {
    const [, nouveau] = JETON.exec(location.hash) ?? [];
    try {
      if (nouveau !== undefined) sessionStorage.setItem(this.#cle, nouveau);
      else this.#jeton ||= sessionStorage.getItem(this.#cle) ?? '';
    } catch {
      // Stockage interdit : il faudra rouvrir le courriel pour revenir au tableau.
    }
    if (nouveau === undefined) return;
    this.#jeton = nouveau;
    history.replaceState(null, '', location.pathname + location.search);
  }

  /** Montre le seul bloc de cet état (data-etat, plusieurs statuts possibles) ; rend ce bloc. */
  montrerEtat(statut: string, { focus = false } = {}): HTMLElement {
    return montrerEtat(this.#racine, statut, { focus });
  }
}

/** Dit quand le tableau a été lu, à l'horloge du service. */
export function direLaLecture(racine: ParentNode, { maintenant }: Tableau): void {
  const lu = new Date(maintenant);
  trouver(racine, '[data-lu]').textContent = `${enFrancais(jourAParis(lu))} à ${heureDite(lu)}`;
}
