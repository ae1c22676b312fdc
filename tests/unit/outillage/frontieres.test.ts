import { ESLint } from 'eslint';
import { parser } from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { frontieres } from '../../../eslint.frontieres.js';

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser } }, ...frontieres],
});

async function fautes(filePath: string, code: string): Promise<string[]> {
  const [resultat] = await eslint.lintText(code, { filePath });
  return (resultat?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const INTERDITS: [string, string][] = [
  ['src/core/essai.ts', "import fs from 'node:fs'; fs;"],
  ['src/core/essai.ts', "import { a } from '../referentiel/communes.ts'; a;"],
  ['src/core/essai.ts', "export { a } from '../collections/parcours.ts';"],
  ['src/core/essai.ts', "import { parse } from 'csv-parse'; parse;"],
  ['src/core/sous/essai.ts', "import { a } from '../../services/catalogue.ts'; a;"],
  ['src/collections/essai.ts', "import { a } from '../islands/dom.ts'; a;"],
  ['src/components/parcours/essai.ts', "import { a } from '../../collections/parcours.ts'; a;"],
  [
    'src/components/parcours/essai.ts',
    "import { getCollection } from 'astro:content'; getCollection;",
  ],
  [
    'src/islands/essai.ts',
    "import type { A } from '../collections/parcours.ts'; export type B = A;",
  ],
  ['src/islands/essai.ts', "import { a } from '../referentiel/communes.ts'; a;"],
  ['src/services/essai.ts', "import { a } from '../islands/dom.ts'; a;"],
  ['src/layouts/essai.ts', "import { a } from '../pages/index.astro'; a;"],
  ['src/import/essai.ts', "import { a } from '../collections/parcours.ts'; a;"],
];

const PERMIS: [string, string][] = [
  ['src/core/essai.ts', "import { z } from 'zod'; import { a } from './texte.ts'; z; a;"],
  ['src/core/sous/essai.ts', "import { a } from '../texte.ts'; a;"],
  ['src/collections/essai.ts', "import { getCollection } from 'astro:content'; getCollection;"],
  [
    'src/components/parcours/essai.ts',
    "import type { A } from '../../collections/parcours.ts'; export type B = A;",
  ],
  [
    'src/islands/essai.ts',
    "import { a } from '../core/filtres.ts'; import { b } from '../services/catalogue.ts'; a; b;",
  ],
  ['src/pages/essai.ts', "import { a } from '../collections/parcours.ts'; a;"],
];

describe('les frontières entre dossiers', () => {
  test.each(INTERDITS)('refuse dans %s : %s', async (fichier, code) => {
    expect(await fautes(fichier, code)).toEqual(['@typescript-eslint/no-restricted-imports']);
  });

  test.each(PERMIS)('accepte dans %s : %s', async (fichier, code) => {
    expect(await fautes(fichier, code)).toEqual([]);
  });
});
