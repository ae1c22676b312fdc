import { z } from 'zod';

/** Un courriel de la boîte d'envoi, tel que la base le confie le temps d'un essai. */
export const prisSchema = z.object({
  id: z.uuid(),
  gabarit: z.string(),
  destinataire: z.string().nullable(),
  donnees: z.unknown(),
  cree_le: z.string(),
});
export type Pris = z.infer<typeof prisSchema>;
