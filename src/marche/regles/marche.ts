import * as z from 'zod/mini';
import { ligneFacultative } from '../../socle/saisie.ts';
import { LONGUEURS_DU_MARCHE } from './mots.ts';

/*
 * De quel marché il s'agit : l'entreprise et l'acheteur en ont plusieurs. Pour les personnes du dossier ; jamais publié, ni au
 * journal. Ce qui manque reste vide : rien ne se devine.
 */

/** Ce que l'acheteur en dit en déclarant un parcours. */
export const marcheSaisi = z.strictObject({
  entreprise: ligneFacultative('le nom de l’entreprise', LONGUEURS_DU_MARCHE.entreprise),
  acheteur: ligneFacultative('le nom de l’organisme acheteur', LONGUEURS_DU_MARCHE.acheteur),
  objet: ligneFacultative('l’objet du marché', LONGUEURS_DU_MARCHE.objet),
  lot: ligneFacultative('le lot', LONGUEURS_DU_MARCHE.lot),
  site: ligneFacultative('l’adresse du site', LONGUEURS_DU_MARCHE.site),
});

const texte = z.nullable(z.string());

/** Un marché tel que la base le rend. */
export const marcheSchema = z.object({
  entreprise: texte,
  acheteur: texte,
  objet: texte,
  lot: texte,
  site: texte,
});
export type Marche = z.infer<typeof marcheSchema>;
