import { toutesLesAcademies } from '../lieux/contenu.ts';
import { tousLesDomaines } from '../parcours/contenu/domaines.ts';
import type { NomsConnus } from './regles/noms.ts';

const parCode = (liste: readonly { slug: string; nom: string }[]) =>
  Object.fromEntries(liste.map(({ slug, nom }) => [slug, nom]));

/** Les noms que les tableaux ne reçoivent du service que par leur code. */
export async function nomsConnus(): Promise<NomsConnus> {
  return {
    domaines: parCode(await tousLesDomaines()),
    academies: parCode(await toutesLesAcademies()),
  };
}
