import { z } from 'zod';

/** Une demande de relève, telle que l'équipe la lit sur son tableau. */
export const releveLueSchema = z.object({
  id: z.uuid(),
  nom: z.string(),
  courriel: z.string(),
  telephone: z.string().nullable(),
  courrielParti: z
    .string()
    .nullable()
    .describe('L’adresse de la personne partie, si elle est dite'),
  reference: z.string().nullable().describe('La référence donnée : un dossier, ou un marché'),
  acheteur: z.string().nullable().describe('L’acheteur que l’on a retrouvé, s’il y en a un'),
  parcours: z.number().int().min(0).describe('Parcours qui passeraient au collègue'),
  creeLe: z.string(),
});
export type ReleveLue = z.infer<typeof releveLueSchema>;
