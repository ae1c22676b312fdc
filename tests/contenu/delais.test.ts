import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Les deux délais de la frise, écrits à la main : en jours, en semaines ou en toutes lettres. */
const ECRIT_A_LA_MAIN =
  /(?<![\d,.{])(?:1[45]|3[01])\s+jours|(?:quatorze|quinze|trente) jours|deux semaines|\bJ\s?\+\s?\d/i;

/** La frise est la source ; un résultat publié peut parler d'une autre durée. */
const AUTRES_SUJETS = ['content/frise.yaml', 'content/resultats.yaml', 'content/suites.yaml'];

function fichiersDe(dossier: string, extension: RegExp): string[] {
  return readdirSync(dossier, { recursive: true, encoding: 'utf8' })
    .map((nom) => join(dossier, nom).replaceAll('\\', '/'))
    .filter(
      (fichier) => extension.test(fichier) && !/^content\/(parcours|versions-kit)\//.test(fichier),
    )
    .filter((fichier) => !AUTRES_SUJETS.includes(fichier));
}

const FICHIERS = [...fichiersDe('content', /\.(mdx|yaml)$/), ...fichiersDe('src', /\.astro$/)];

it('aucun texte n’écrit un délai : il cite l’étape, et le nombre vient de la frise', () => {
  expect(FICHIERS.length).toBeGreaterThan(50);
  const fautifs = FICHIERS.flatMap((fichier) =>
    readFileSync(fichier, 'utf8')
      .split('\n')
      .map((ligne, rang) => ({ ligne, place: `${fichier}:${rang + 1}` }))
      .filter(({ ligne }) => ECRIT_A_LA_MAIN.test(ligne))
      .map(({ ligne, place }) => `${place} : ${ligne.trim()}`),
  );
  expect(fautifs).toEqual([]);
});

it.each([
  'Vous avez 14 jours pour répondre.',
  'Répondre sous quinze jours.',
  'Deux semaines au plus.',
  'J + 30',
])('la recherche reconnaît « %s »', (texte) => {
  expect(texte).toMatch(ECRIT_A_LA_MAIN);
});
