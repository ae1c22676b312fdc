import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ecrireMontant, enEuros, lireMontant } from '../../../src/socle/montant.ts';

describe('lire un montant', () => {
  it.each([
    ['150000', 150_000],
    ['150 000', 150_000],
    ['150\u00A0000\u202F€', 150_000],
    ['150000,00 €', 150_000],
    ['150 000,5', 150_000.5],
    ['150.000', 150_000],
    ['150000.50', 150_000.5],
    ['1.500.000 euros HT', 1_500_000],
    ['150k', 150_000],
    ['150 k€', 150_000],
    ['150 k€ HT', 150_000],
    ['1,2 M€', 1_200_000],
    ['1,125 M€', 1_125_000],
    ['2 millions d’euros', 2_000_000],
    ['99999,01', 99_999.01],
  ])('comprend « %s »', (saisie, montant) => {
    expect(lireMontant(saisie)).toEqual({ montant });
  });

  it.each(['', '   ', 'abc', '150,000', '12 34', '1e9', 'NaN', '1,5,0', '150 000 kilos'])(
    'dit quoi écrire à la place de « %s »',
    (saisie) => {
      expect(lireMontant(saisie)).toEqual({
        erreur: 'Écrivez un montant en euros, par exemple 150 000.',
      });
    },
  );

  it.each(['0', '0,00', '-5', '−150 000'])('veut plus que zéro : « %s »', (saisie) => {
    expect(lireMontant(saisie)).toHaveProperty('erreur', expect.stringMatching(/plus grand/));
  });

  it('veut un montant hors taxes, et un nombre de zéros plausible', () => {
    expect(lireMontant('150 000 TTC')).toHaveProperty('erreur', expect.stringMatching(/hors taxe/));
    expect(lireMontant('1 000 000 001')).toHaveProperty('erreur', expect.stringMatching(/zéros/));
    expect(lireMontant('1 000 000 000')).toEqual({ montant: 1_000_000_000 });
  });

  it('relit tout montant qu’il a écrit, au centime près', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000_000 }), (centimes) => {
        const montant = centimes / 100;
        expect(lireMontant(ecrireMontant(montant))).toEqual({ montant });
        expect(lireMontant(enEuros(montant))).toEqual({ montant });
      }),
    );
  });

  it('rend toujours un montant positif ou une phrase, quoi qu’on tape', () => {
    fc.assert(
      fc.property(fc.string(), (saisie) => {
        const lu = lireMontant(saisie);
        if ('montant' in lu) expect(lu.montant).toBeGreaterThan(0);
        else expect(lu.erreur).toMatch(/^(Écrivez|Vérifiez).*\.$/);
      }),
    );
  });
});

describe('écrire un montant', () => {
  it('met des centimes seulement s’il y en a', () => {
    expect(ecrireMontant(150_000).replace(/\s/g, ' ')).toBe('150 000');
    expect(enEuros(99_999.5).replace(/\s/g, ' ')).toBe('99 999,50 €');
  });
});
