import { z } from 'zod';

/** Ceux à qui une réponse ou un guide s'adresse, dans l'ordre des filtres. */
export const ROLES = [
  'tuteur',
  'entreprise',
  'acheteur',
  'jeune',
  'coordination',
  'partenaire',
] as const;
export type Role = (typeof ROLES)[number];

export const LIBELLES_DES_ROLES: Record<Role, string> = {
  tuteur: 'Tuteur ou tutrice',
  entreprise: 'Entreprise',
  acheteur: 'Acheteur',
  jeune: 'Jeune ou famille',
  coordination: 'Coordination',
  partenaire: 'Partenaire',
};

/** Une question et sa réponse (content/faq/<identifiant>.yaml ; l'identifiant est l'ancre de la réponse). */
export const questionSchema = z.strictObject({
  question: z.string().min(1).describe('La question, telle qu’on la pose'),
  ordre: z.number().int().positive().describe('Place dans la page'),
  roles: z.array(z.enum(ROLES)).min(1).describe('À qui la réponse s’adresse'),
  reponse: z
    .array(z.string().min(1))
    .min(1)
    .describe('Les paragraphes de la réponse ; « {mise-en-relation} » donne un délai'),
  liens: z
    .array(z.strictObject({ texte: z.string().min(1), adresse: z.string().startsWith('/') }))
    .default([])
    .describe('Pages de ce site qui en disent plus'),
  majLe: z.iso.date().describe('Dernière relecture (AAAA-MM-JJ)'),
});

export type Question = z.infer<typeof questionSchema>;
