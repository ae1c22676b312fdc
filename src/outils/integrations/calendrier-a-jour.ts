import { readFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { CORE_SCHEMA, load } from 'js-yaml';
import {
  alerteDeCalendrier,
  calendrierScolaireSchema,
} from '../../calendrier/regles/calendrier-scolaire.ts';
import { jourAParis } from '../../socle/dates.ts';

/** Intégration Astro : prévient à la construction quand les vacances scolaires connues s'arrêtent bientôt. */
export function calendrierAJour(): AstroIntegration {
  return {
    name: 'csf:calendrier-a-jour',
    hooks: {
      'astro:build:start': async ({ logger }) => {
        const texte = await readFile('content/calendrier.yaml', 'utf8');
        const scolaire = calendrierScolaireSchema.parse(load(texte, { schema: CORE_SCHEMA }));
        const alerte = alerteDeCalendrier(
          scolaire,
          process.env.CSF_AUJOURDHUI ?? jourAParis(new Date()),
        );
        if (alerte !== undefined) logger.warn(alerte);
      },
    },
  };
}
