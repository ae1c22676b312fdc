import { erreursDe, type Erreurs } from '../../socle/saisie.ts';
import { decisionSchema } from './decision.ts';

export { decisionSchema as schema };

/** À l'écran, une question à deux réponses ; pour le service, « accepte », et une raison s'il ne l'est pas. */
export function preparer({ decision, motif }: Record<string, unknown>): Record<string, unknown> {
  if (decision === 'accepter') return { accepte: true };
  return decision === 'refuser' ? { accepte: false, motif } : {};
}

/** Ce qui est à corriger : le schéma parle de « accepte », l'écran pose la question « decision ». */
export function relire(champs: Record<string, unknown>): Erreurs {
  const lecture = decisionSchema.safeParse(champs);
  if (lecture.success) return {};
  const { accepte, ...erreurs } = erreursDe(lecture.error);
  return accepte === undefined ? erreurs : { decision: accepte };
}
