import { ESLint } from 'eslint';
import { parser } from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { frontieres } from '../../../eslint.frontieres.js';

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.{ts,tsx}'], languageOptions: { parser } }, ...frontieres],
});

async function fautes(filePath: string, code: string): Promise<string[]> {
  const [resultat] = await eslint.lintText(code, { filePath });
  return (resultat?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const INTERDITS: [string, string][] = [
  ['src/suivi/regles/essai.ts', "import fs from 'node:fs'; fs;"],
  ['src/suivi/regles/essai.ts', "import { a } from '../../lieux/referentiel/communes.ts'; a;"],
  ['src/suivi/regles/essai.ts', "export { a } from '../../parcours/contenu/parcours.ts';"],
  ['src/suivi/regles/essai.ts', "import { parse } from 'csv-parse'; parse;"],
  ['src/suivi/regles/essai.ts', "import { a } from '../scripts/rendu.ts'; a;"],
  ['src/socle/essai.ts', "import { a } from '../suivi/regles/suivi.ts'; a;"],
  ['src/kit/contenu.ts', "import { a } from '../ui/dom.ts'; a;"],
  ['src/kit/contenu/essai.ts', "import Qr from '../Qr.astro'; Qr;"],
  ['src/parcours/essai.tsx', "import { a } from './contenu/parcours.ts'; a;"],
  ['src/parcours/essai.tsx', "import { getCollection } from 'astro:content'; getCollection;"],
  [
    'src/suivi/scripts/essai.ts',
    "import type { A } from '../../parcours/contenu/parcours.ts'; export type B = A;",
  ],
  ['src/suivi/scripts/essai.ts', "import { a } from '../../lieux/referentiel/communes.ts'; a;"],
  ['src/lieux/appels/essai.ts', "import { a } from '../../ui/dom.ts'; a;"],
  ['src/lieux/referentiel/essai.ts', "import { a } from '../contenu.ts'; a;"],
  ['src/parcours/sources/essai.ts', "import { a } from '../contenu/parcours.ts'; a;"],
  ['src/ui/essai.ts', "import { a } from '../suivi/regles/suivi.ts'; a;"],
  ['src/layouts/essai.ts', "import { a } from '../pages/index.astro'; a;"],
  ['src/pages/essai.ts', "import { a } from '../outils/garde/verifier.ts'; a;"],
  ['src/pages/essai.ts', "import { a } from '../../supabase/functions/_shared/deps.ts'; a;"],
  ['src/outils/import/essai.ts', "import { a } from '../../parcours/contenu/parcours.ts'; a;"],
  ['src/outils/import/essai.ts', "import { a } from '../../ui/dom.ts'; a;"],
  ['supabase/functions/suivi/essai.ts', "import { a } from '../demande/exprimer-interet.ts'; a;"],
  ['supabase/functions/suivi/essai.ts', "import { a } from '../../../src/ui/dom.ts'; a;"],
  [
    'supabase/functions/_shared/suivi/essai.ts',
    "import { a } from '../../../../src/suivi/scripts/rendu.ts'; a;",
  ],
  ['supabase/functions/_shared/essai.ts', "import { a } from '../suivi/agir.ts'; a;"],
  ['supabase/embarque/essai.ts', "import { a } from '../functions/suivi/agir.ts'; a;"],
  ['supabase/embarque/essai.ts', "import { a } from '../../src/suivi/contenu.ts'; a;"],
  ['src/suivi/regles/essai.ts', "import { a } from './../scripts/rendu.ts'; a;"],
  ['src/suivi/regles/essai.ts', "import { a } from '../../socle/../ui/dom.ts'; a;"],
  ['src/suivi/scripts/essai.ts', "import { a } from '../../demande/scripts/etapes.ts'; a;"],
  ['src/suivi/essai.tsx', "import { a } from '../lieux/referentiel/communes.ts'; a;"],
  ['src/suivi/Essai.astro/1.ts', "import { a } from '../parcours/contenu/parcours.ts'; a;"],
  ['src/kit/contenu.ts', "import { a } from '../lien/appels.ts'; a;"],
  [
    'src/outils/import/essai.ts',
    "import { a } from '../../../supabase/functions/suivi/agir.ts'; a;",
  ],
  ['supabase/functions/_shared/essai.ts', "import fs from 'node:fs'; fs;"],
  [
    'supabase/functions/suivi/essai.ts',
    "import { getCollection } from 'astro:content'; getCollection;",
  ],
  ['supabase/embarque/essai.ts', "import { getCollection } from 'astro:content'; getCollection;"],
];

const PERMIS: [string, string][] = [
  ['src/suivi/regles/essai.ts', "import { z } from 'zod'; import { a } from './mots.ts'; z; a;"],
  ['src/suivi/regles/essai.ts', "import { a } from '../../socle/texte.ts'; a;"],
  ['src/suivi/regles/essai.ts', "import { a } from '../../demande/regles/demande.ts'; a;"],
  ['src/kit/contenu/essai.ts', "import { getCollection } from 'astro:content'; getCollection;"],
  ['src/parcours/essai.tsx', "import type { A } from './contenu/parcours.ts'; export type B = A;"],
  [
    'src/suivi/scripts/essai.ts',
    "import { a } from '../regles/page.ts'; import { b } from '../../formulaire/appels/fonctions.ts'; a; b;",
  ],
  ['src/pages/essai.ts', "import { a } from '../parcours/contenu/parcours.ts'; a;"],
  [
    'supabase/functions/suivi/essai.ts',
    "import { a } from '../../../src/suivi/regles/actions.ts'; import { b } from '../_shared/deps.ts'; a; b;",
  ],
  [
    'src/demande/scripts/essai.ts',
    "import { a } from '../../formulaire/scripts/envoi.ts'; import { b } from '../../ui/dom.ts'; a; b;",
  ],
  [
    'supabase/embarque/essai.ts',
    "import { a } from '../../src/parcours/sources/dossier-parcours.ts'; a;",
  ],
];

describe('les frontières entre étagères', () => {
  test.each(INTERDITS)('refuse dans %s : %s', async (fichier, code) => {
    expect(await fautes(fichier, code)).toEqual(['@typescript-eslint/no-restricted-imports']);
  });

  test.each(PERMIS)('accepte dans %s : %s', async (fichier, code) => {
    expect(await fautes(fichier, code)).toEqual([]);
  });
});
