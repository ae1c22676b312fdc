import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courrielSaisi, telephoneSaisi, texteSaisi } from '../../../src/core/saisie.ts';

describe('un texte tapé', () => {
  const schema = texteSaisi('votre nom', { max: 10 });

  it('perd ses blancs autour', () => {
    expect(schema.parse('  Camille ')).toBe('Camille');
  });

  it.each([
    ['', 'Écrivez votre nom.'],
    ['   ', 'Écrivez votre nom.'],
    ['Camille Exemple', 'Raccourcissez : 10 signes au plus.'],
    ['Cam\u0000ille', 'Ce texte contient des signes illisibles : retapez-le.'],
    ['Cam\uD800', 'Ce texte contient des signes illisibles : retapez-le.'],
    [12, 'Écrivez votre nom.'],
    [null, 'Écrivez votre nom.'],
  ])('« %s » est refusé avec une phrase qui dit quoi faire', (valeur, message) => {
    expect(schema.safeParse(valeur).error?.issues[0]?.message).toBe(message);
  });

  it('n’accepte jamais plus long que la limite, ni illisible', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (texte) => {
        const { data } = schema.safeParse(texte);
        if (data === undefined) return;
        // En caractères, comme la base les compte : une émoticône en vaut un.
        expect(Array.from(data).length).toBeLessThanOrEqual(10);
        expect(data.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('un courriel tapé', () => {
  it('est mis en minuscules et débarrassé de ses blancs', () => {
    expect(courrielSaisi.parse(' Camille.Exemple@Lycee.Example ')).toBe(
      'camille.exemple@lycee.example',
    );
  });

  it.each([
    '',
    'camille',
    'camille@',
    '@lycee.example',
    'a b@lycee.example',
    'a@b',
    'a@b.example, c@d.example',
    'a@b.example\nBcc: c@d.example',
  ])('« %s » est refusé', (valeur) => {
    expect(courrielSaisi.safeParse(valeur).error?.issues[0]?.message).toMatch(
      /^Écrivez une adresse électronique complète/,
    );
  });
});

describe('un téléphone tapé', () => {
  it.each([
    '0199001234',
    '01 99 00 12 34',
    '01.99.00.12.34',
    '+33 1 99 00 12 34',
    '0033199001234',
    '+33 (0)1 99 00 12 34',
  ])('« %s » devient dix chiffres par paires', (valeur) => {
    expect(telephoneSaisi.parse(valeur)).toBe('01 99 00 12 34');
  });

  it.each(['', '  ', undefined])('« %s » est facultatif', (valeur) => {
    expect(telephoneSaisi.parse(valeur)).toBeNull();
  });

  it.each(['12', '01 99 00 12', '00 99 00 12 34', 'demain', '01 99 00 12 34 56'])(
    '« %s » est refusé',
    (valeur) => {
      expect(telephoneSaisi.safeParse(valeur).success).toBe(false);
    },
  );

  it('relu, un téléphone accepté reste le même', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0[1-9]\d{8}$/), (chiffres) => {
        const lu = telephoneSaisi.parse(chiffres);
        expect(telephoneSaisi.parse(lu)).toBe(lu);
      }),
    );
  });
});
