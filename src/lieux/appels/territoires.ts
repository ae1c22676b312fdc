import { departementDuCode } from '../regles/lieux.ts';
import { lieuDansTerritoire, type LieuDeduit, type Territoire } from '../regles/territoire.ts';
import { slug } from '../../socle/texte.ts';
import { lireJson } from '../../site/appels.ts';
import { resoudreLieu, type LieuPropose } from './lieux.ts';

/**
 * Ce qui se déduit d'une commune : son nom, son département, son académie, sa région. Null si aucune commune ne
 * porte ce code. Rejette si le site est hors d'atteinte.
 * @param code code INSEE
 */
export async function lieuDuCode(code: string): Promise<LieuDeduit | null> {
  try {
    const departement = departementDuCode(code);
    const territoire = await lireJson<Territoire>(`/lieux/departements/${departement}.json`);
    return lieuDansTerritoire(territoire, code) ?? null;
  } catch (erreur) {
    // Un département inconnu n'a pas de fichier.
    if (erreur instanceof Error && erreur.message.endsWith(' : 404')) return null;
    throw erreur;
  }
}

/**
 * La commune d'un code INSEE, telle que le champ de lieu la montre. Null si aucune commune ne porte ce code. Rejette si le
 * site est hors d'atteinte.
 */
export async function communeDuCode(code: string): Promise<LieuPropose | null> {
  const lieu = code === '' ? null : await lieuDuCode(code);
  return lieu && resoudreLieu(`${slug(lieu.commune)}-${code}`);
}
