import * as z from 'zod/mini';
import { ligneSaisie } from '../../socle/saisie.ts';
import { LONGUEURS_DU_MARCHE } from './mots.ts';

/*
 * De quel marché il s'agit : l'entreprise et l'acheteur en ont plusieurs. Pour les personnes du dossier ; jamais publié, ni au
 * journal. Ce qui manque reste vide : rien ne se devine.
 */

const facultative = (quoi: string, max: number) =>
  z.pipe(
    z._default(ligneSaisie(quoi, { min: 0, max }), ''),
    z.transform((texte: string) => (texte === '' ? null : texte)),
  );

/** Ce que l'acheteur en dit en déclarant un parcours. */
export const marcheSaisi = z.strictObject({
  entreprise: facultative('le nom de l’entreprise', LONGUEURS_DU_MARCHE.entreprise),
  acheteur: facultative('le nom de l’organisme acheteur', LONGUEURS_DU_MARCHE.acheteur),
  objet: facultative('l’objet du marché', LONGUEURS_DU_MARCHE.objet),
  lot: facultative('le lot', LONGUEURS_DU_MARCHE.lot),
  site: facultative('l’adresse du site', LONGUEURS_DU_MARCHE.site),
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
