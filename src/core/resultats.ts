import { z } from 'zod';

/** Les résultats publiés, par année scolaire (content/resultats.yaml). */
export const resultatsSchema = z.strictObject({
  id: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .describe('Année scolaire'),
  jeunes: z.number().int().nonnegative().describe('Jeunes accueillis'),
  clauses: z.number().int().nonnegative().describe('Clauses concernées'),
  suites: z
    .array(
      z.strictObject({
        genre: z.string().min(1).describe('Nature de la suite'),
        jeunes: z.number().int().positive(),
      }),
    )
    .min(1),
});

export type Resultats = z.infer<typeof resultatsSchema>;
