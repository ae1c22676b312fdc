import { z } from 'zod';

/**
 * Une entreprise qui accepte de témoigner ou d'aider d'autres entreprises. On la joint par l'équipe : ni nom de
 * personne, ni adresse, ni numéro.
 */
export const ambassadeurSchema = z.strictObject({
  entreprise: z.string().min(2).max(100).describe('Nom de l’entreprise, avec son accord'),
  activite: z.string().min(2).max(150).describe('Ce que fait l’entreprise, en une phrase'),
  departement: z
    .string()
    .regex(/^(\d{2}|2[AB]|9[78]\d)$/)
    .describe('Code du département où elle accueille'),
  domaines: z
    .array(z.string().regex(/^[a-z]+(-[a-z]+)*$/))
    .min(1)
    .describe('Domaines des accueils (fichiers de content/domaines)'),
  propose: z
    .array(z.string().min(3).max(200))
    .min(1)
    .describe('Ce qu’elle propose aux autres entreprises, une phrase par ligne'),
  temoignage: z
    .string()
    .min(10)
    .max(1000)
    .nullable()
    .default(null)
    .describe('Ses mots à elle, relus par elle ; vide tant qu’elle n’a rien écrit'),
  accordLe: z.iso.date().describe('Date de son accord écrit pour paraître ici (AAAA-MM-JJ)'),
});

export type Ambassadeur = z.infer<typeof ambassadeurSchema>;
