import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ecart, lieuxRessemblants } from '../../../src/lieux/regles/lieux-ressemblants.ts';
import type { Lieu } from '../../../src/lieux/regles/lieux.ts';

const unLieu = (code: string, nom: string): Lieu => [
  code,
  nom,
  code.slice(0, 2),
  `${code.slice(0, 2)}000`,
  48,
  2,
  0,
];
const lieux = [
  unLieu('31555', 'Toulouse'),
  unLieu('83137', 'Toulon'),
  unLieu('93066', 'Saint-Denis'),
  unLieu('97411', 'Saint-Denis'),
];
const codes = (texte: string) => lieuxRessemblants(texte, lieux).map(([code]) => code);

describe('l’écart entre deux noms', () => {
  it.each([
    ['nantes', 'nantes', 0],
    ['tolouse', 'toulouse', 1],
    ['bordeaus', 'bordeaux', 1],
    ['sait deni', 'saint denis', 2],
    ['', 'ys', 2],
  ])('« %s » et « %s » : %i', (un, autre, attendu) => {
    expect(ecart(un, autre, 2)).toBe(attendu);
  });

  it('est le même dans les deux sens, et s’arrête au-delà du maximum', () => {
    const mot = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(mot, mot, fc.nat({ max: 3 }), (un, autre, maximum) => {
        const entier = ecart(un, autre, 10);
        expect(ecart(autre, un, 10)).toBe(entier);
        expect(Math.min(ecart(un, autre, maximum), maximum + 1)).toBe(
          Math.min(entier, maximum + 1),
        );
      }),
    );
  });
});

describe('les lieux qui ressemblent', () => {
  it('pardonnent une faute, et deux dans un nom long', () => {
    expect(codes('sait denis')).toEqual(['93066', '97411']);
    expect(codes('sait denis 93')).toEqual(['93066']);
    expect(codes('tolouse')).toEqual(['31555']);
    expect(codes('toulan')).toEqual(['83137']);
  });

  it('ne proposent rien à un texte court, à un code postal ni à un nom tout autre', () => {
    expect(codes('tou')).toEqual([]);
    expect(codes('93001')).toEqual([]);
    expect(codes('zzyzx')).toEqual([]);
  });
});
