import * as z from 'zod/mini';

/** Un lieu tel que la base le rend. */
export const lieuSchema = z.object({
  adresse: z.string(),
  demander: z.string(),
  telephone: z.string(),
  apporter: z.nullable(z.string()),
});
export type Lieu = z.infer<typeof lieuSchema>;
