import { envoyer, type Reponse } from '../../formulaire/appels/fonctions.ts';
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
  readonly #portee: string;
  #jeton = '';

  constructor(racine: HTMLElement, portee: string) {
    this.#racine = racine;
    this.#portee = portee;
  }

  /** Lit le lien, maintenant et à chaque nouveau fragment (un second lien ouvert dans le même onglet). */
  ouvrir(montrer: (reponse: Reponse) => void): void {
    const lire = async () => {
      if (location.hash.length < 2) {
        if (this.#jeton === '') montrer({ statut: 'sans-jeton' });
        return;
      }
      // « Aller au contenu » change aussi le fragment : ce n'est pas un lien personnel.
      if (document.getElementById(location.hash.slice(1))) return;
      this.#jeton = location.hash.slice(1);
      history.replaceState(null, '', location.pathname);
      montrer(await this.envoyer('lire-lien', { portee: this.#portee }));
    };
    addEventListener('hashchange', () => void lire());
    trouver(this.#racine, '[data-reessayer]').addEventListener('click', () => {
      void this.envoyer('lire-lien', { portee: this.#portee }).then(montrer);
    });
    void lire();
  }

  envoyer(fonction: string, champs: Record<string, unknown>): Promise<Reponse> {
    const { fonctions = '' } = this.#racine.dataset;
    return envoyer(fonctions, fonction, { jeton: this.#jeton, ...champs });
  }

  /** Montre le seul bloc de cet état (data-etat, plusieurs statuts possibles), et y mène si l'on vient d'agir. */
  montrerEtat(statut: string, { focus = false } = {}): HTMLElement {
    return montrerEtat(this.#racine, statut, { focus });
  }
}
