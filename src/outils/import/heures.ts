/** Le schéma d'un parcours n'admet pas davantage d'heures. */
const MAXIMUM = 2000;

const NOMBRE = String.raw`(\d{1,5})(?:[.,]0+)?`;
const UNITE = String.raw`(?:\s*(?:(?:hs?|hrs?|heures?)\.?|\.))?`;
const SIMPLE = new RegExp(String.raw`^${NOMBRE}${UNITE}(?:\s*\([^)]*\))?$`);
const PRODUIT = new RegExp(String.raw`^${NOMBRE}${UNITE}\s*[x×*]\s*${NOMBRE}${UNITE}$`);

/**
 * Nombre d'heures d'un parcours : `300`, `300h`, `900 heures`, `1 200 h`, `2 x 150` (donne 300).
 * Null si c'est vide, illisible (« autre »), nul ou déraisonnable : la durée est alors à convenir.
 */
export function lireHeures(texte: string): number | null {
  const brut = texte
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, '');
  const simple = SIMPLE.exec(brut);
  const produit = PRODUIT.exec(brut);
  const heures = simple
    ? Number(simple[1])
    : produit
      ? Number(produit[1]) * Number(produit[2])
      : Number.NaN;
  return Number.isInteger(heures) && heures > 0 && heures <= MAXIMUM ? heures : null;
}
