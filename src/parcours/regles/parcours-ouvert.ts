import { z } from 'zod';
import { ligneDeCsv } from '../../socle/csv.ts';
import { parcoursSchema } from './parcours.ts';

/**
 * Un parcours tel que les données ouvertes le publient : les champs publics, et ce qui s'en déduit.
 * Les descriptions sont celles du schéma JSON publié.
 */
export const parcoursOuvertSchema = parcoursSchema
  .extend({
    adresse: z.url().describe('Page du parcours'),
    nomDomaine: z.string().describe('Nom du domaine'),
    semaines: z.number().int().nullable().describe('Durée en semaines de 35 h, null si à convenir'),
    nomCommune: z.string().describe('Nom de la commune ou de l’arrondissement'),
    codeDepartement: z.string().describe('Code du département'),
    nomDepartement: z.string().describe('Nom du département'),
    academie: z.string().describe('Nom de l’académie'),
    region: z.string().describe('Nom de la région'),
    latitude: z.number().nullable().describe('Latitude de la commune, en degrés décimaux'),
    longitude: z.number().nullable().describe('Longitude de la commune, en degrés décimaux'),
    positionApproximative: z
      .boolean()
      .describe('Vrai si la position est celle des communes voisines'),
  })
  .describe('Un parcours de la clause sociale de formation, sans aucune donnée personnelle');

export type ParcoursOuvert = z.infer<typeof parcoursOuvertSchema>;

/** Le fichier entier : le jour de la publication, et les parcours. */
export const catalogueOuvertSchema = z.strictObject({
  publieLe: z.iso.date().describe('Jour de la publication du site (AAAA-MM-JJ)'),
  parcours: z.array(parcoursOuvertSchema),
});

/** Colonnes du fichier CSV, dans l'ordre du schéma. */
export const COLONNES_OUVERTES = Object.keys(
  parcoursOuvertSchema.shape,
) as (keyof ParcoursOuvert)[];

/** Une ligne CSV, colonnes dans l'ordre du schéma. */
export function ligneCsv(parcours: ParcoursOuvert): string {
  return ligneDeCsv(COLONNES_OUVERTES.map((colonne) => parcours[colonne]));
}
