import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { courrielSaisi, nomSaisi, telephoneSaisi, texteSaisi } from '../../../src/socle/saisie.ts';

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

  it('trop long, n’est relu par aucune règle', () => {
    let relus = 0;
    const releve = schema.check(z.refine(() => (relus += 1) > 0));
    const lecture = releve.safeParse('[]('.repeat(7_000));
    expect(lecture.error?.issues.map(({ message }) => message)).toEqual([
      'Raccourcissez : 10 signes au plus.',
    ]);
    expect(relus).toBe(0);
    expect(releve.safeParse('Camille').success).toBe(true);
    expect(relus).toBe(1);
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

describe('un nom tapé', () => {
  const schema = nomSaisi('votre nom', { max: 150 });

  it.each([
    'Camille Exemple',
    'J. Exemple-Inventé',
    'Zoé d’Exemple',
    'Nguyễn Thị Exemple',
    'Lycée St. Exemple (Essonne)',
    'C.I.O. de Ville-Inventée',
    'Collège du 8 mai 1945',
    'Mission locale n° 2, site A/B',
  ])('« %s » est accepté', (nom) => {
    expect(schema.parse(nom)).toBe(nom);
  });

  it.each([
    'https://piege.example/compte',
    'Voir www.piege.example',
    'www . piege . fr',
    'Lycée piege.example',
    'Votre colis : piege.xyz',
    'banque.рф',
    't.co/abc',
    'piege point com',
    'piege．com',
    ...['。', '․', '｡', '﹒', '۔', 'ꓸ'].map((point) => `piege${point}com`),
    'camille﹫lycee',
    'camille＠lycee',
    'https∶⁄∕piege',
    'piege&period;com',
    'pie\u200bge.click',
    'camille@lycee.example',
    '@compte',
    'camille (at) lycee.example',
    'Appelez le 06 12 34 56 78',
    'Camille +33 6 12 34 56 78',
  ])('« %s » est refusé : nos courriels n’en feront pas un lien', (nom) => {
    expect(schema.safeParse(nom).error?.issues[0]?.message).toMatch(/^Écrivez seulement un nom/);
  });

  it.each(['Camille\nVotre compte', 'Camille\r\nBcc', 'Camille\u2028Exemple', 'Camille\tExemple'])(
    '« %j » est refusé : un nom tient sur une ligne',
    (nom) => {
      expect(schema.safeParse(nom).error?.issues[0]?.message).toMatch(/une seule ligne/);
    },
  );

  it('ne laisse passer aucun nom de domaine, quelle que soit son extension', () => {
    const mot = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
    fc.assert(
      fc.property(
        mot,
        fc.stringMatching(/^[a-z]{2,10}$/),
        fc.string({ maxLength: 20 }),
        (nom, extension, autour) => {
          expect(schema.safeParse(`${autour} ${nom}.${extension}`).success).toBe(false);
        },
      ),
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
