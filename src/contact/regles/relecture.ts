import type { Erreurs } from '../../socle/saisie.ts';
import { erreursDe } from '../../socle/saisie.ts';
import { messageEquipeSchema } from './message-equipe.ts';

export { messageEquipeSchema as schema };

/** Le groupe d'un autre sujet est caché ; le sien, vide, doit dire champ par champ ce qui manque. */
export function preparer(champs: Record<string, unknown>): Record<string, unknown> {
  const changement = champs.sujet === 'contact-change';
  const vide = { nom: '', courriel: '', telephone: '' };
  return { ...champs, nouveauContact: changement ? (champs.nouveauContact ?? vide) : null };
}

/** Ce qui est à corriger ; sans rôle, aucun sujet n'est à l'écran : le résumé n'y mènerait nulle part. */
export function relire(champs: Record<string, unknown>): Erreurs {
  const lecture = messageEquipeSchema.safeParse(champs);
  const { sujet, ...erreurs } = lecture.success ? {} : erreursDe(lecture.error);
  return sujet === undefined || erreurs.role !== undefined ? erreurs : { ...erreurs, sujet };
}
