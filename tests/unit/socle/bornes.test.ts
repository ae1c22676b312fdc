import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { bornesDe } from '../../../src/socle/bornes.ts';
import { heuresSaisies, personneSaisie, texteSaisi } from '../../../src/socle/saisie.ts';

it('un formulaire a les bornes du schéma qui le relit, valeur facultative ou transformée comprise', () => {
  const schema = z.strictObject({
    ...personneSaisie('un nom'),
    heures: z.coerce.number().check(z.minimum(35), z.maximum(2000)),
    tapees: heuresSaisies(z.number().check(z.minimum(0), z.maximum(35))),
    precision: z.pipe(
      z._default(texteSaisi('une précision', { min: 0, max: 500 }), ''),
      z.transform((texte: string) => texte || null),
    ),
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
