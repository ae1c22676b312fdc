import { z } from 'zod';
import type { Calendrier } from './calendrier.ts';
import { ecartJours } from '../../socle/dates.ts';

const jour = z.iso.date();

const vacancesSchema = z
  .strictObject({
    debut: jour.describe('Premier jour sans classe'),
    fin: jour.describe('Dernier jour avant la reprise'),
  })
  .refine(({ debut, fin }) => debut <= fin, { error: 'La fin vient avant le début.' });

/** Les vacances scolaires telles que l'équipe les tient à jour (content/calendrier.yaml). */
export const calendrierScolaireSchema = z
  .strictObject({
    luLe: jour.describe('Jour de la dernière lecture des sources'),
    sources: z.array(z.url()).min(1).describe('Où ces dates ont été lues'),
    zones: z
      .record(z.string(), z.array(vacancesSchema).min(1))
      .describe('Les vacances de chaque zone, dans l’ordre'),
    academies: z
      .record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), z.string().nullable())
      .describe('La zone de chaque académie ; null quand elle fixe son propre calendrier'),
  })
  .check(({ value, issues }) => {
    for (const [zone, periodes] of Object.entries(value.zones))
      periodes.forEach(({ debut }, rang) => {
        const avant = periodes[rang - 1];
        if (avant && debut <= avant.fin)
          issues.push({
            code: 'custom',
            message: `Zone ${zone} : les vacances du ${debut} ne suivent pas les précédentes.`,
            input: value,
          });
      });
    for (const [academie, zone] of Object.entries(value.academies))
      if (zone !== null && !(zone in value.zones))
        issues.push({
          code: 'custom',
          message: `${academie} : la zone ${zone} n’existe pas.`,
          input: value,
        });
  });
export type CalendrierScolaire = z.infer<typeof calendrierScolaireSchema>;

/** Assemble les vacances et les jours fériés (AAAA-MM-JJ, dans l'ordre). */
export function calendrierDe(
  { zones, academies }: CalendrierScolaire,
  feries: readonly string[],
): Calendrier {
  return { feries, vacances: { zones, academies } };
}

/** En deçà, il est temps de compléter le calendrier, en jours. */
const RESERVE_JOURS = 60;

/**
 * Ce qu'il faut dire à qui construit le site quand les vacances connues s'arrêtent bientôt, ou undefined.
 * @param jour AAAA-MM-JJ
 */
export function alerteDeCalendrier(
  { zones }: CalendrierScolaire,
  jour: string,
): string | undefined {
  const fins = Object.values(zones).map((periodes) => periodes.at(-1)?.fin ?? '');
  const [derniere = ''] = fins.sort();
  const restants = ecartJours(jour, derniere);
  if (restants >= RESERVE_JOURS) return undefined;
  return restants < 0
    ? `Les vacances scolaires ne sont plus connues depuis le ${derniere} : complétez content/calendrier.yaml, puis npm run service:references.`
    : `Les vacances scolaires ne sont connues que jusqu’au ${derniere} (${restants} jours) : complétez content/calendrier.yaml, puis npm run service:references.`;
}
