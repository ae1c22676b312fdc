import * as z from 'zod/mini';
import { texteSaisi } from '../../socle/saisie.ts';

/** Un refus se motive : l'acheteur le lit. */
export const refusSchema = z.object({
  accepte: z.literal(false),
  motif: texteSaisi('la raison du refus', { min: 3, max: 500 }),
});

/** La décision de l'équipe. */
export const decisionSchema = z.discriminatedUnion(
  'accepte',
  [z.object({ accepte: z.literal(true) }), refusSchema],
  { error: 'Dites si la déclaration est acceptée.' },
);
