import { brouillonValable, PREFIXE_DES_BROUILLONS } from './brouillon.ts';

/** Ce que le balayage demande au stockage du navigateur. */
type Stockage = Pick<Storage, 'length' | 'key' | 'getItem' | 'removeItem'>;

/**
 * Efface les brouillons périmés ou abîmés, de quelque formulaire qu'ils soient : qui ne revient jamais au sien ne le
 * laisse pas pour autant à la personne suivante.
 * @param maintenant l'heure, en millisecondes
 */
export function balayerLesBrouillons(stockage: Stockage, maintenant: number): void {
  const cles = Array.from({ length: stockage.length }, (_, rang) => stockage.key(rang) ?? '');
  for (const cle of cles) {
    const aBalayer =
      cle.startsWith(PREFIXE_DES_BROUILLONS) &&
      brouillonValable(stockage.getItem(cle), maintenant) === undefined;
    if (aBalayer) stockage.removeItem(cle);
  }
}
