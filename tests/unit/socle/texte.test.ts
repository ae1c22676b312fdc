import { describe, expect, it } from 'vitest';
import { deLieu, normaliser, slug } from '../../../src/socle/texte.ts';

describe('les textes', () => {
  it('se comparent sans accents, ligatures ni ponctuation', () => {
    expect(normaliser('  Hœnheim – L’Haÿ ')).toBe('hoenheim l hay');
    expect(slug('Service à la personne')).toBe('service-a-la-personne');
  });

  it.each([
    ['Nanterre', 'de Nanterre'],
    ['Évry', 'd’Évry'],
    ['Ajaccio (2A)', 'd’Ajaccio (2A)'],
    ['Le Mans', 'du Mans'],
    ['Les Lilas', 'des Lilas'],
    ['La Rochelle', 'de La Rochelle'],
    ['Yerres', 'd’Yerres'],
  ])('« de » + %s se dit « %s »', (nom, attendu) => {
    expect(deLieu(nom)).toBe(attendu);
  });
});
