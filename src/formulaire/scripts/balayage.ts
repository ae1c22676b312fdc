import { DUREE_D_UN_BROUILLON, PREFIXE_DES_BROUILLONS } from '../regles/brouillon.ts';

/** Ce que le balayage demande au stockage du navigateur. */
type Stockage = Pick<Storage, 'length' | 'key' | 'getItem' | 'removeItem'>;

/* Sans date lisible, ou daté de bien plus tard (une horloge déréglée), rien ne dirait quand un brouillon finit. */
function estPerime(range: string | null, maintenant: number): boolean {
  try {
    const { le } = JSON.parse(range ?? '') as { le?: unknown };
    return typeof le !== 'number' || Math.abs(maintenant - le) >= DUREE_D_UN_BROUILLON;
  } catch {
    return true;
  }
}

/**
 * Efface les brouillons périmés ou abîmés, de quelque formulaire qu'ils soient : qui ne revient jamais au sien ne le
 * laisse pas pour autant à la personne suivante.
 * @param maintenant l'heure, en millisecondes
 */
export function balayerLesBrouillons(stockage: Stockage, maintenant: number): void {
  const cles = Array.from({ length: stockage.length }, (_, rang) => stockage.key(rang) ?? '');
  for (const cle of cles)
    if (cle.startsWith(PREFIXE_DES_BROUILLONS) && estPerime(stockage.getItem(cle), maintenant))
      stockage.removeItem(cle);
}
