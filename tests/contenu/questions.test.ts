import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { questionSchema, THEMES } from '../../src/questions/regles/faq.ts';
import { regleSchema } from '../../src/guides/regles/regle.ts';
import { nommer, resultatsSchema, suiteSchema } from '../../src/chiffres/regles/resultats.ts';
import { estPour, ROLES } from '../../src/questions/regles/roles.ts';

function lire(fichier: string): unknown {
  return load(readFileSync(fichier, 'utf8'));
}

const identifiants = (fichier: string) =>
  z
    .array(z.object({ id: z.string() }))
    .parse(lire(fichier))
    .map(({ id }) => id);

const FICHIERS = readdirSync('content/faq');
const QUESTIONS = FICHIERS.map((nom) => ({
  id: basename(nom, '.yaml'),
  ...questionSchema.parse(lire(`content/faq/${nom}`)),
}));

/** Une adresse du site a un fichier de page, ou un texte pour une page qui en publie plusieurs. */
function existe(adresse: string): boolean {
  const [chemin = ''] = adresse.split(/[?#]/);
  const page = `src/pages${chemin}`.replace(/\/$/, '');
  const moment = /^\/entreprise\/([a-z-]+)\/$/.exec(chemin)?.[1];
  return (
    existsSync(`${page}.astro`) ||
    existsSync(`${page}/index.astro`) ||
    existsSync(`${page}/[...page].astro`) ||
    (moment !== undefined && existsSync(`content/kit/${moment}.mdx`))
  );
}

describe('les questions', () => {
  it('sont de quinze à quarante, et chaque rôle en a au moins cinq', () => {
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(15);
    expect(QUESTIONS.length).toBeLessThanOrEqual(40);
    for (const role of ROLES) {
      const siennes = QUESTIONS.filter(({ roles }) => estPour(roles, role));
      expect(siennes.length, role).toBeGreaterThanOrEqual(5);
    }
  });

  it.each(THEMES)('la partie « %s » a ses questions, dans un ordre sans trou', (theme) => {
    const ordres = QUESTIONS.filter((question) => question.theme === theme)
      .map(({ ordre }) => ordre)
      .sort((a, b) => a - b);
    expect(ordres.length).toBeGreaterThan(0);
    expect(ordres).toEqual(Array.from({ length: ordres.length }, (_, rang) => rang + 1));
  });

  it('ne posent jamais deux fois la même question, et n’ont pas l’ancre d’une partie', () => {
    expect(new Set(QUESTIONS.map(({ question }) => question)).size).toBe(QUESTIONS.length);
    for (const { id } of QUESTIONS) expect(THEMES).not.toContain(id);
  });

  it.each(QUESTIONS)('$id cite des pages, des règles et des textes qui existent', (question) => {
    for (const { adresse } of question.liens) expect(existe(adresse), adresse).toBe(true);
    for (const texte of question.textes)
      expect(identifiants('content/liens.yaml')).toContain(texte);
    if (question.regle) expect(identifiants('content/regles.yaml')).toContain(question.regle);
  });

  it.each(FICHIERS)('%s emploie les mots du site', (nom) => {
    const texte = readFileSync(`content/faq/${nom}`, 'utf8');
    expect(texte).not.toMatch(/décrocheu[rs]|candidature|recrutement/i);
    // Une réponse se lit seule, au bout d'un lien : le sigle n'y a pas été expliqué.
    expect(texte).not.toMatch(/\bCSF\b/);
    expect(texte, 'un délai se cite, il ne s’écrit pas').not.toMatch(/\b\d+ jours\b/);
  });
});

describe('les règles', () => {
  const regles = z.array(regleSchema).parse(lire('content/regles.yaml'));

  it('ont chacune leur identifiant, et leurs textes officiels sont connus', () => {
    expect(new Set(regles.map(({ id }) => id)).size).toBe(regles.length);
    const connus = identifiants('content/liens.yaml');
    for (const { textes } of regles) expect(connus).toEqual(expect.arrayContaining(textes));
  });
});

describe('les résultats', () => {
  const suites = z.array(suiteSchema).parse(lire('content/suites.yaml'));

  it('ne citent que des suites définies', () => {
    const annees = z.array(resultatsSchema).parse(lire('content/resultats.yaml'));
    expect(annees.map((annee) => nommer(annee, suites).id)).toEqual([
      '2012-2013',
      '2013-2014',
      '2014-2015',
      '2015-2016',
      '2016-2017',
    ]);
  });

  it('ne donnent jamais la même lettre ni le même aspect à deux suites', () => {
    expect(new Set(suites.map(({ lettre }) => lettre)).size).toBe(suites.length);
    expect(new Set(suites.map(({ aspect }) => aspect)).size).toBe(suites.length);
    const styles = readFileSync('src/chiffres/resultats.css', 'utf8');
    // Le noir au trait plein est l'aspect de départ : lui seul n'a pas besoin de sa règle.
    for (const { aspect } of suites.filter((suite) => suite.aspect !== 'contour-noir'))
      expect(styles).toContain(`[data-aspect='${aspect}']`);
  });
});
