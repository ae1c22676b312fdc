import type { LieuDeFait } from '../../parcours/regles/faits.ts';

/** Un département tel que le navigateur le charge pour dire où est une commune : noms, et communes par code INSEE. */
export type Territoire = {
  departement: { code: string; nom: string };
  academie: { nom: string };
  region: string;
  communes: Record<string, string>;
};

/** Ce qui se déduit d'une commune. */
export type LieuDeduit = LieuDeFait & { region: string };

/** Ce que l'on déduit d'une commune, en une phrase. */
export function phraseDuLieu({ departement, academie, region }: LieuDeduit): string {
  return `Déduit de la commune : ${departement.nom}, académie : ${academie.nom}, région : ${region}.`;
}

/** Le lieu d'une commune de ce territoire, ou undefined si elle n'y est pas. */
export function lieuDansTerritoire(
  { communes, departement, academie, region }: Territoire,
  code: string,
): LieuDeduit | undefined {
  const commune = Object.hasOwn(communes, code) ? communes[code] : undefined;
  return commune === undefined ? undefined : { commune, departement, academie, region };
}
