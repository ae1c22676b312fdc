import { z } from 'zod';
import { texteSaisi } from '../../socle/saisie.ts';

/** La décision de l'équipe : un refus se motive, l'acheteur le lit. */
export const decisionSchema = z.discriminatedUnion(
  'accepte',
  [
    z.object({ accepte: z.literal(true) }),
    z.object({
      accepte: z.literal(false),
      motif: texteSaisi('la raison du refus', { min: 3, max: 500 }),
    }),
  ],
  { error: 'Dites si la déclaration est acceptée.' },
);
