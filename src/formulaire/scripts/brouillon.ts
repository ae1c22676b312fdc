/** Sous quoi un brouillon est rangé dans le navigateur, avant le nom du formulaire. */
export const PREFIXE_DES_BROUILLONS = 'csf-brouillon-';

/** Un brouillon n'est repris que pendant sept jours, en millisecondes : l'appareil sert peut-être à d'autres. */
const DUREE = 7 * 86_400_000;

/** Une horloge remise à l'heure entre-temps n'efface pas ce qui vient d'être tapé, en millisecondes. */
const MARGE = 86_400_000;

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

/**
 * Ce qu'un rangement du navigateur vaut encore comme brouillon, ou undefined s'il est périmé ou abîmé. Un brouillon daté
 * de demain vient d'une horloge déréglée : personne ne dirait quand il finit.
 */
export function brouillonValable(
  range: string | null,
  maintenant: number,
): Record<string, string> | undefined {
  try {
    const lu: unknown = JSON.parse(range ?? 'null');
    const age = estGarde(lu) ? maintenant - lu.le : Number.NaN;
    return estGarde(lu) && age >= -MARGE && age < DUREE ? lu.textes : undefined;
  } catch {
    return undefined;
  }
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
      const textes = brouillonValable(localStorage.getItem(this.#cle), Date.now());
      if (textes === undefined) this.effacer();
      return textes;
    } catch {
      // Stockage interdit : on repart d'un formulaire vide.
      return undefined;
    }
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
}
