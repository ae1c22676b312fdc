import { communes } from './communes.ts';

/** Un centième de degré : environ un kilomètre, assez pour dire qu'un parcours est près d'un autre. */
const centiemes = (degres: number) => Math.round(degres * 100);

/**
 * Le nom et la position de chaque commune, serrés : pour chaque début de code de deux signes, « 512Roubaix|5069,318 » à la
 * suite. Les fonctions n'ont pas le référentiel ; elles en ont besoin pour proposer d'autres parcours dans un courriel.
 */
export function positionsDesCommunes(): Record<string, string> {
  const debuts: Record<string, string[]> = {};
  for (const { code, nom, latitude, longitude } of communes()) {
    if (latitude === null || longitude === null) continue;
    const lieu = `${code.slice(2)}${nom}|${centiemes(latitude)},${centiemes(longitude)}`;
    (debuts[code.slice(0, 2)] ??= []).push(lieu);
  }
  return Object.fromEntries(
    Object.entries(debuts).map(([debut, lieux]) => [debut, lieux.sort().join(';')]),
  );
}
