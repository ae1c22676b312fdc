import { z } from 'zod';
import { parcoursSchema } from '../../parcours/regles/parcours.ts';
import { demandeurSchema } from './demandeur.ts';
import { VERIFICATEURS } from './verification.ts';

/** Ce que la base dit d'une vérification en cours. */
export const verificationSchema = z.object({
  par: z.enum(VERIFICATEURS),
  depuisLe: z.string().describe('Instant ISO'),
  relaisLe: z.iso.date().nullable(),
  gardeeJusquAu: z.iso.date().nullable(),
});

/** Ce qu'il faut savoir de quelqu'un pour dire si on le connaît : jamais son message, que seule l'entreprise lit. */
export const personneAVerifierSchema = demandeurSchema.omit({ message: true }).extend({
  id: z.uuid().describe('La demande'),
  reference: z.string(),
  academie: z.string(),
  verification: verificationSchema,
  parcours: parcoursSchema.pick({ id: true, intitule: true, commune: true, domaine: true }).strip(),
});
export type PersonneAVerifier = z.infer<typeof personneAVerifierSchema>;
