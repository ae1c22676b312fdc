import { expect, it } from 'vitest';
import { z } from 'zod';
import { bornesDe } from '../../../src/socle/bornes.ts';
import { heuresSaisies, personneSaisie, texteSaisi } from '../../../src/socle/saisie.ts';

it('un formulaire a les bornes du schéma qui le relit, valeur facultative ou transformée comprise', () => {
  const schema = z.strictObject({
    ...personneSaisie('un nom'),
    heures: z.coerce.number().min(35).max(2000),
    tapees: heuresSaisies(z.number().min(0).max(35)),
    precision: texteSaisi('une précision', { min: 0, max: 500 })
      .default('')
      .transform((texte) => texte || null),
    accord: z.literal(true),
  });
  expect(bornesDe(schema)).toEqual({
    nom: { maxlength: 100 },
    courriel: { maxlength: 254 },
    telephone: { maxlength: 30 },
    heures: { min: 35, max: 2000 },
    tapees: { min: 0, max: 35 },
    precision: { maxlength: 500 },
    accord: {},
  });
});
