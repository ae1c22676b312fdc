export const ACHETEURS = ['etat', 'collectivite'] as const;
export type TypeDAcheteur = (typeof ACHETEURS)[number];

export const NATURES = ['services', 'travaux'] as const;
export type NatureDuMarche = (typeof NATURES)[number];

/** Année des seuils ci-dessous : ils sont revus tous les deux ans. */
export const ANNEE_DES_SEUILS = 2026;

/** Jour depuis lequel une considération sociale est obligatoire au-dessus des seuils (loi du 22 août 2021, art. 35). */
export const DATE_CONSIDERATION_SOCIALE = '2026-08-22';

/** Seuils européens, en euros hors taxes (avis annexé au code de la commande publique, 2026). */
export const SEUILS_EUROPEENS = {
  etat: 140_000,
  collectivite: 216_000,
  travaux: 5_404_000,
} as const;

/** Le seuil qui s'applique, et ce qu'il vise. Celui des travaux ne dépend pas de l'acheteur. */
export function seuilEuropeen(acheteur: TypeDAcheteur, nature: NatureDuMarche) {
  if (nature === 'travaux') return { euros: SEUILS_EUROPEENS.travaux, vise: 'travaux' };
  const vise = {
    etat: 'fournitures et services de l’État',
    collectivite: 'fournitures et services des collectivités',
  };
  return { euros: SEUILS_EUROPEENS[acheteur], vise: vise[acheteur] };
}

/**
 * Dit si le seuil européen est atteint.
 * @param valeur valeur du marché telle que l'acheteur l'estime, en euros hors taxes
 */
export function atteintLeSeuil(
  valeur: number,
  acheteur: TypeDAcheteur,
  nature: NatureDuMarche,
): boolean {
  return valeur >= seuilEuropeen(acheteur, nature).euros;
}
