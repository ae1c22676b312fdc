import { DUREE_D_UN_BROUILLON, PREFIXE_DES_BROUILLONS } from '../regles/brouillon.ts';

type Garde = { le: number; textes: Record<string, string> };

function estGarde(valeur: unknown): valeur is Garde {
  return (
    typeof valeur === 'object' &&
    valeur !== null &&
    'le' in valeur &&
    typeof valeur.le === 'number' &&
    'textes' in valeur &&
    typeof valeur.textes === 'object' &&
    valeur.textes !== null
  );
}

/** Ce qui est tapé reste dans ce navigateur jusqu'à l'envoi, et nulle part ailleurs. */
export class Brouillon {
  readonly #cle: string;

  /** @param nom nom du formulaire */
  constructor(nom: string) {
    this.#cle = `${PREFIXE_DES_BROUILLONS}${nom}`;
  }

  /** Ce qui avait été tapé, ou undefined. Un navigateur qui refuse de garder n'empêche pas d'écrire. */
  lire(): Record<string, string> | undefined {
    try {
      const lu: unknown = JSON.parse(localStorage.getItem(this.#cle) ?? 'null');
      if (estGarde(lu) && Date.now() - lu.le < DUREE_D_UN_BROUILLON) return lu.textes;
      this.effacer();
    } catch {
      // Stockage interdit, ou contenu abîmé : on repart d'un formulaire vide.
    }
    return undefined;
  }

  garder(textes: Record<string, string>): void {
    try {
      const garde: Garde = { le: Date.now(), textes };
      localStorage.setItem(this.#cle, JSON.stringify(garde));
    } catch {
      // Stockage interdit ou plein : le formulaire s'envoie quand même.
    }
  }

  effacer(): void {
    try {
      localStorage.removeItem(this.#cle);
    } catch {
      // Rien n'a pu être gardé.
    }
  }

  /** Efface les brouillons de tous les formulaires. */
  static toutEffacer(): void {
    try {
      for (const cle of Object.keys(localStorage))
        if (cle.startsWith(PREFIXE_DES_BROUILLONS)) localStorage.removeItem(cle);
    } catch {
      // Rien n'a pu être gardé.
    }
  }
}
