import { z } from 'zod';
import { HORAIRES_DES_MINEURS } from './mineurs.ts';

const identifiant = z.string().regex(/^[a-z]+(-[a-z]+)*$/);

/** Une règle du stage, écrite une fois et citée par plusieurs pages (content/regles.yaml). */
export const regleSchema = z.strictObject({
  id: identifiant,
  titre: z.string().min(1).describe('Ce que la règle encadre'),
  points: z
    .array(z.string().min(1).max(200))
    .min(1)
    .describe(
      'La règle, point par point ; « {accueil} » donne un délai, « {volume-300} » un nombre de src/site/regles/chiffres-cites.ts',
    ),
  textes: z.array(z.string()).describe('Textes officiels : identifiants de content/liens.yaml'),
  verifieLe: z.iso.date().describe('Dernière relecture de la règle (AAAA-MM-JJ)'),
});

/** Les nombres que les règles citent entre accolades, avec leur unité. */
export const NOMBRES_DES_REGLES: Record<string, string> = {
  'heures-par-jour': `${HORAIRES_DES_MINEURS.heuresParJour} heures`,
  pause: `${HORAIRES_DES_MINEURS.minutesDePause} minutes`,
  'avant-pause': HORAIRES_DES_MINEURS.avantPause,
  'repos-la-nuit': `${HORAIRES_DES_MINEURS.heuresDeReposLaNuit} heures`,
};
