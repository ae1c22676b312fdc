import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { avecZodEntier } from '../../../../src/outils/integrations/zod-court.ts';

const ENTIER = 'node_modules/zod/v4/classic/schemas.js';
const COURT = 'node_modules/zod/v4/mini/schemas.js';

const script = (modules: Record<string, number>) => ({
  type: 'chunk',
  modules: Object.fromEntries(
    Object.entries(modules).map(([nom, renderedLength]) => [`/site/${nom}`, { renderedLength }]),
  ),
});

it('reconnaît le zod entier dans un script, et la place que zod lui donne', () => {
  expect(existsSync(ENTIER)).toBe(true);
  expect(existsSync(COURT)).toBe(true);
  expect(
    avecZodEntier({
      'entier.js': script({ [ENTIER]: 12_000 }),
      'court.js': script({ [COURT]: 7_000 }),
      'vide.js': script({ [ENTIER]: 0 }),
      'feuille.css': { type: 'asset' },
    }),
  ).toEqual(['entier.js']);
});
