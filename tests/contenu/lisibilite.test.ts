import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defautsDeLecture, mediane, paragraphesDuFichier, phrasesDe } from '../lisibilite.ts';

const DOSSIERS = ['kit', 'guides', 'acheteur', 'faq', 'pages', 'domaines', 'interet'];

const FICHIERS = [
  ...DOSSIERS.map((dossier) => `content/${dossier}`)
    .filter((dossier) => existsSync(dossier))
    .flatMap((dossier) => readdirSync(dossier).map((nom) => `${dossier}/${nom}`)),
  ...readdirSync('content')
    .filter((nom) => nom.endsWith('.yaml'))
    .map((nom) => `content/${nom}`),
];

describe('la mesure', () => {
  it('coupe les phrases sans se tromper sur une abréviation ni une décimale', () => {
    expect(phrasesDe('Le taux est de 4,50 € par heure. Il est daté de cette année.')).toHaveLength(
      2,
    );
    expect(phrasesDe('Un seul, oui. « Le jeune vous attend. » Il est prêt à venir.')).toHaveLength(
      2,
    );
  });

  it('compte un mot élidé ou composé pour un mot', () => {
    expect(phrasesDe('L’acheteur, c’est-à-dire lui, répond ici.')).toEqual([
      { texte: 'L’acheteur, c’est-à-dire lui, répond ici.', mots: 5 },
    ]);
  });

  it('rend la médiane, pas la moyenne', () => {
    const phrases = [4, 6, 50].map((mots) => ({ texte: '', mots }));
    expect(mediane(phrases)).toBe(6);
    expect(mediane(phrases.slice(0, 2))).toBe(5);
    expect(mediane([])).toBe(0);
  });

  it('nomme la phrase trop longue', () => {
    const longue = `${'mot '.repeat(41).trim()}.`;
    expect(defautsDeLecture([longue, 'Une phrase courte et claire.'])).toEqual([
      'la moitié des phrases dépasse 23 mots',
      `41 mots : « ${longue} »`,
      '5 mots : « Une phrase courte et claire. »',
    ]);
    expect(defautsDeLecture(['Une phrase courte et claire.'])).toEqual([]);
  });
});

describe('les textes se lisent sans effort', () => {
  it.each(FICHIERS)('%s', (fichier) => {
    expect(defautsDeLecture(paragraphesDuFichier(fichier))).toEqual([]);
  });

  it('la mesure lit vraiment les textes', () => {
    const phrases = paragraphesDuFichier('content/kit/proposition.mdx').flatMap(phrasesDe);
    expect(phrases.map(({ texte }) => texte)).toContain(
      'Un seul jeune à la fois, sans concurrence.',
    );
    expect(phrases.map(({ texte }) => texte)).toContain(
      'Recevoir le jeune et son tuteur ou sa tutrice, sur place',
    );
  });
});
