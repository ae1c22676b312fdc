import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dateSaisie, heuresSaisies, lireHeures } from '../../../src/socle/saisie.ts';

describe('une date saisie', () => {
  it.each(['2027-01-14', '14/01/2027', '14/01/27', '14.1.2027', '0027-01-14', '14 janvier 2027'])(
    '« %s » est lue',
    (texte) => {
      expect(dateSaisie.parse(texte)).toBe('2027-01-14');
    },
  );

  it.each([
    ['', 'Écrivez une date, jour, mois et année.'],
    [null, 'Écrivez une date, jour, mois et année.'],
    ['demain', 'Écrivez une date, jour, mois et année, par exemple 14/01/2027.'],
    ['14/01', 'Écrivez une date, jour, mois et année, par exemple 14/01/2027.'],
    ['31/02/27', /elle n’existe pas/],
    ['0227-01-14', /son année n’est pas de ce siècle/],
  ])('« %s » est refusée, et l’on sait pourquoi', (texte, message) => {
    const dit = dateSaisie.safeParse(texte).error?.issues[0]?.message;
    if (typeof message === 'string') expect(dit).toBe(message);
    else expect(dit).toMatch(message);
  });
});

describe('des heures tapées', () => {
  it.each([
    ['17,5', 17.5],
    ['17.5', 17.5],
    ['17,5 h', 17.5],
    [' 17 h 30 ', 17.5],
    ['17h30', 17.5],
    ['17 heures', 17],
    ['1 heure', 1],
    ['300', 300],
    ['1 200 h', 1200],
    ['1\u00a0200', 1200],
    ['0', 0],
  ])('« %s » se lit', (texte, heures) => {
    expect(lireHeures(texte)).toBe(heures);
  });

  it.each(['', 'h', 'sept', '-1', '17,', '17,555', '17 h 75', '1e3', '0x10', '12 12', '∞'])(
    '« %s » ne se lit pas',
    (texte) => {
      expect(lireHeures(texte)).toBeNull();
    },
  );

  it('se relisent, virgule ou point, avec ou sans unité, et le schéma garde sa précision', () => {
    const demies = heuresSaisies(z.number().multipleOf(0.5).max(2000));
    const unite = fc.constantFrom('', 'h', ' h', ' heures', '  H ');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.constantFrom(',', '.'),
        unite,
        (n, signe, u) => {
          const texte = `${String(n / 2).replace('.', signe)}${u}`;
          expect(lireHeures(texte)).toBe(n / 2);
          expect(demies.parse(texte)).toBe(n / 2);
          expect(demies.parse(n / 2)).toBe(n / 2);
        },
      ),
    );
    expect(demies.safeParse('17,25').success).toBe(false);
    expect(demies.safeParse('').success).toBe(false);
  });

  it('quoi qu’on tape, il n’en sort qu’un nombre fini et positif', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d,. hmineur-]{0,12}$/), (texte) => {
        const heures = lireHeures(texte);
        if (heures === null) return;
        expect(Number.isFinite(heures)).toBe(true);
        expect(heures).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
