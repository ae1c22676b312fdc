import { z } from 'zod';
import { demandeSchema, type Demande } from './demande.ts';

/**
 * Qui a fait une demande, tel que la base le rend : la saisie a déjà été relue, et une règle devenue plus sévère ne doit
 * pas rendre illisible un dossier en cours.
 */
export const demandeurSchema = z.object({
  role: demandeSchema.shape.role,
  nom: z.string(),
  courriel: z.string(),
  telephone: z.string().nullable(),
  etablissement: z.string(),
  message: z.string(),
}) satisfies z.ZodType<
  Pick<Demande, 'role' | 'nom' | 'courriel' | 'telephone' | 'etablissement' | 'message'>
>;
