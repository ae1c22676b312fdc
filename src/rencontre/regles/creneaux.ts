import { estOuvre, type Calendrier } from '../../calendrier/regles/calendrier.ts';
import { ajouterJours } from '../../socle/dates.ts';

/* Sans zod : la page de suivi charge ces règles dans le navigateur. */

/** Créneaux qu’une entreprise propose à la fois. */
export const CRENEAUX_MAX = 3;
/** Durée d'une réunion de présentation, en minutes, quand on ne la change pas. */
export const REUNION_MINUTES = 60;
/** Un créneau se propose au plus tant de jours à l'avance. */
export const CRENEAU_AU_PLUS_JOURS = 60;
/** Longueur de ce qui dit où venir, en signes. */
export const LONGUEURS_DU_LIEU = { adresse: 200, demander: 100, apporter: 300 } as const;
/** Heures de bureau où une réunion peut commencer, à Paris. */
export const HEURES_DE_REUNION = { debut: '08:00', fin: '18:00' } as const;

/**
 * Ce qui ne va pas avec le début d’un créneau, en une phrase, ou undefined.
 * @param debut à l'heure de Paris, « 2027-01-14T10:30 »
 * @param maintenant à l'heure de Paris, même forme
 */
export function erreurDeCreneau(
  debut: string,
  maintenant: string,
  calendrier: Calendrier,
): string | undefined {
  const [jour = '', heure = ''] = debut.split('T');
  if (debut <= maintenant) return 'Ce moment est passé.';
  if (jour > ajouterJours(maintenant.slice(0, 10), CRENEAU_AU_PLUS_JOURS))
    return `Choisissez une date à moins de ${CRENEAU_AU_PLUS_JOURS} jours.`;
  if (!estOuvre(jour, calendrier)) return 'Choisissez un jour du lundi au vendredi, non férié.';
  if (heure < HEURES_DE_REUNION.debut || heure > HEURES_DE_REUNION.fin)
    return 'Choisissez une heure entre 8 h et 18 h.';
  return undefined;
}
