import { estOuvre, jourOuvreAvant, type Calendrier } from '../../calendrier/regles/calendrier.ts';
import type { Transition } from '../../suivi/regles/attentes.ts';

/* L'absence du jeune, un jour. Sans zod. */

/**
 * Combien de jours ouvrés de suite le jeune n'est pas venu, en remontant depuis le dernier. Un jour ouvré passé sans
 * absence les arrête : aujourd'hui n'est pas fini, et ne dit encore rien.
 * @param absences les jours signalés (AAAA-MM-JJ)
 * @param jour aujourd'hui (AAAA-MM-JJ)
 */
export function absencesDeSuite(
  absences: readonly string[],
  jour: string,
  calendrier: Calendrier,
): number {
  let attendu = absences.includes(jour) ? jour : jourOuvreAvant(jour, calendrier);
  let suite = 0;
  while (absences.includes(attendu)) {
    if (estOuvre(attendu, calendrier)) suite += 1;
    attendu = jourOuvreAvant(attendu, calendrier);
  }
  return suite;
}

/** Une par jour ; celle du jour se retire. */
export const JEUNE_ABSENT: Transition<'jeune-absent'> = {
  de: ['accueil-en-cours'],
  vers: ({ absences }, { donnees: { le } }) =>
    absences.includes(le) ? null : { absences: [...absences, le] },
};

export const ABSENCE_RETIREE: Transition<'absence-retiree'> = {
  de: ['accueil-en-cours'],
  vers: ({ absences }, { donnees: { le } }) =>
    absences.includes(le) ? { absences: absences.filter((jour) => jour !== le) } : null,
};
