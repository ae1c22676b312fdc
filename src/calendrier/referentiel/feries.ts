import Holidays from 'date-holidays';

/** Les années dont les fonctions connaissent les jours fériés. */
const ANNEES = { de: 2026, a: 2031 };

/**
 * Les jours fériés de toute la France, dans l'ordre (AAAA-MM-JJ). Ceux d'un seul territoire (Alsace-Moselle,
 * outre-mer) n'y sont pas : un rappel peut y partir ce jour-là.
 */
export function joursFeries(): string[] {
  const france = new Holidays('FR', { types: ['public'] });
  const jours: string[] = [];
  for (let annee = ANNEES.de; annee <= ANNEES.a; annee += 1)
    jours.push(...france.getHolidays(annee).map(({ date }) => date.slice(0, 10)));
  return [...new Set(jours)].sort();
}
