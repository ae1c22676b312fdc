import { getCollection } from 'astro:content';
import type { Ambassadeur } from './regles/ambassadeur.ts';
import { departementParCode } from '../lieux/referentiel/departements.ts';
import { domainesCites } from '../parcours/contenu/domaines.ts';

/** Une entreprise ambassadrice prête à être montrée : son lieu et ses domaines en toutes lettres. */
export type AmbassadeurPublie = Omit<Ambassadeur, 'departement'> & { lieu: string };

/** Les entreprises ambassadrices, par ordre alphabétique ; un département inconnu est une erreur de construction. */
export async function lesAmbassadeurs(): Promise<AmbassadeurPublie[]> {
  const entrees = await getCollection('ambassadeurs');
  const publies = entrees.map(async ({ id, data: { departement: code, ...ambassadeur } }) => {
    const departement = departementParCode(code);
    if (!departement)
      throw new Error(`content/ambassadeurs/${id}.yaml cite un département inconnu : ${code}.`);
    const domaines = await domainesCites(ambassadeur.domaines);
    return {
      ...ambassadeur,
      lieu: `${departement.nom} (${code})`,
      domaines: domaines.map(({ nom }) => nom),
    };
  });
  return (await Promise.all(publies)).sort((a, b) => a.entreprise.localeCompare(b.entreprise));
}
