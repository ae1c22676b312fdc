import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lireDate } from '../../../src/socle/date-lue.ts';

describe('une date tapée', () => {
  it.each([
    ['2026-10-13', '2026-10-13'],
    ['13/10/2026', '2026-10-13'],
    ['3/4/2026', '2026-04-03'],
    ['03.04.2026', '2026-04-03'],
    ['3-4-26', '2026-04-03'],
    ['14/01/27', '2027-01-14'],
    ['14.1.2027', '2027-01-14'],
    [' 14 / 01 / 2027 ', '2027-01-14'],
    ['0027-01-14', '2027-01-14'],
    ['14/01/0027', '2027-01-14'],
    ['mardi 13 octobre 2026', '2026-10-13'],
    ['1er février 2028', '2028-02-01'],
    ['29/02/2028', '2028-02-29'],
  ])('lit « %s »', (texte, date) => {
    expect(lireDate(texte)).toEqual({ date, probleme: null });
  });

  it.each([
    ['', 'absente'],
    ['bientôt', 'illisible'],
    ['2026', 'illisible'],
    ['31/02/2026', 'impossible'],
    ['2026-13-01', 'impossible'],
    ['29/02/2027', 'impossible'],
    ['01/01/1999', 'impossible'],
    ['01/01/2101', 'impossible'],
    ['0/1/2026', 'impossible'],
    ['0227-01-14', 'impossible'],
    ['14/01/202', 'illisible'],
    ['14/01/27 ou 15/01/27', 'illisible'],
    [`14/01/27${' '.repeat(90)}x`, 'illisible'],
    ['1'.repeat(20_000), 'illisible'],
  ])('dit que « %s » est %s', (texte, probleme) => {
    expect(lireDate(texte)).toEqual({ date: null, probleme });
  });

  it('relisent toute date écrite à la française ou en ISO', () => {
    const jours = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2100-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(jours, (instant) => {
        const iso = instant.toISOString().slice(0, 10);
        const [annee, mois, jour] = iso.split('-').map(Number);
        expect(lireDate(iso).date).toBe(iso);
        expect(lireDate(`${jour}/${mois}/${annee}`).date).toBe(iso);
        // « 27 » est 2027, et ce qu'un champ de date du navigateur en fait aussi ; 2100 ne se dit pas en deux chiffres.
        if (annee === 2100) return;
        expect(lireDate(`${jour}.${mois}.${iso.slice(2, 4)}`).date).toBe(iso);
        expect(lireDate(`00${iso.slice(2)}`).date).toBe(iso);
      }),
    );
  });

  it.each(['13/10/2026 14:05', '2026-10-13T08:00:00.000Z', '13 octobre 2026 (prévu)'])(
    '« %s » : dans un export, la suite d’une date est laissée de côté ; une personne, elle, a mal tapé',
    (texte) => {
      expect(lireDate(texte, { suite: true })).toEqual({ date: '2026-10-13', probleme: null });
      expect(lireDate(texte).probleme).toBe('illisible');
    },
  );

  it('relue, une date lue reste la même, et rien d’autre qu’une vraie date ne sort', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d/. -]{0,12}$/), (texte) => {
        const { date } = lireDate(texte);
        if (date === null) return;
        expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
        expect(lireDate(date).date).toBe(date);
      }),
    );
  });
});
