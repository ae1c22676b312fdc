import { envoyer, type Reponse } from '../../formulaire/appels/fonctions.ts';
import type { Route } from '../../formulaire/regles/routes.ts';
import { lireLien } from '../../lien/appels.ts';
import type { Portee } from '../../lien/regles/portees.ts';
import type { Parcours } from '../../parcours/regles/parcours.ts';
import { trouver } from '../../ui/dom.ts';
import { montrerEtat } from '../../ui/etat.ts';

export type PersonneRecue = {
  role: string;
  nom: string;
  courriel: string;
  telephone: string | null;
};

/** Ce que le service dit d'une déclaration à qui a le lien. */
export type DeclarationRecue = {
  reference: string;
  public: Parcours;
  contacts: PersonneRecue[];
  contactsConfirmesLe: string | null;
};

/* Le service est le nôtre et a vérifié ces champs en les recevant ; on ne s'assure que de leur présence. */
export function estDeclaration(reponse: Reponse): reponse is Reponse & DeclarationRecue {
  return (
    typeof reponse.reference === 'string' &&
    typeof reponse.public === 'object' &&
    reponse.public !== null &&
    Array.isArray(reponse.contacts)
  );
}

/** Un lien reçu par courriel : le jeton vient du fragment, et quitte aussitôt la barre d'adresse et l'historique. */
export class LienDeDeclaration {
  readonly #racine: HTMLElement;
  readonly #portee: Portee;
  #jeton = '';

  constructor(racine: HTMLElement, portee: Portee) {
    this.#racine = racine;
    this.#portee = portee;
  }

  /** Lit le lien, maintenant et à chaque nouveau fragment (un second lien ouvert dans le même onglet). */
  ouvrir(montrer: (reponse: Reponse) => void): void {
    const demander = async () => {
      const { fonctions = '' } = this.#racine.dataset;
      const route = 'declaration/lire-lien';
      const reponse = await lireLien(fonctions, route, this.#jeton, [this.#portee]);
      if (reponse) montrer(reponse);
    };
    const lire = async () => {
      if (location.hash.length < 2) {
        if (this.#jeton === '') montrer({ statut: 'sans-jeton' });
        return;
      }
      // « Aller au contenu » change aussi le fragment : ce n'est pas un lien personnel.
      if (document.getElementById(location.hash.slice(1))) return;
      this.#jeton = location.hash.slice(1);
      history.replaceState(null, '', location.pathname);
      await demander();
    };
    addEventListener('hashchange', () => void lire());
    trouver(this.#racine, '[data-reessayer]').addEventListener('click', () => void demander());
    void lire();
  }

  envoyer(route: Route, champs: Record<string, unknown>): Promise<Reponse> {
    const { fonctions = '' } = this.#racine.dataset;
    return envoyer(fonctions, route, { jeton: this.#jeton, ...champs });
  }

  /** Montre le seul bloc de cet état (data-etat, plusieurs statuts possibles), et y mène si l'on vient d'agir. */
  montrerEtat(statut: string, { focus = false } = {}): HTMLElement {
    return montrerEtat(this.#racine, statut, { focus });
  }
}
