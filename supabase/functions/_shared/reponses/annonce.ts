import { z } from 'zod';

/** Ce que le fournisseur annonce : ni le texte, ni les en-têtes. */
export const annonceSchema = z.object({
  email_id: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/),
  to: z.array(z.string().max(1_000)).max(100).default([]),
  cc: z.array(z.string().max(1_000)).max(100).nullish(),
  received_for: z.array(z.string().max(1_000)).max(100).nullish(),
});
export type Annonce = z.infer<typeof annonceSchema>;
