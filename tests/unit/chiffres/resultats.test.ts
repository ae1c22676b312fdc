import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anneesAvecPlusDeClauses,
  direSuite,
  lignesDesResultats,
  nommer,
  sansSuite,
  totaux,
  type Suite,
} from '../../../src/chiffres/regles/resultats.ts';

const reprise: Suite = {
  id: 'reprise',
  aspect: 'marine',
  lettre: 'R',
  un: 'reprise de scolarité',
  plusieurs: 'reprises de scolarité',
  definition: 'Le jeune a repris une scolarité.',
};

const annee = { id: '2012-2013', jeunes: 3, clauses: 5, suites: [{ suite: reprise, jeunes: 2 }] };

describe('les résultats d’une année', () => {
  it('nomment chaque suite, et refusent un genre inconnu', () => {
    const publies = { ...annee, suites: [{ genre: 'reprise', jeunes: 2 }] };
    expect(nommer(publies, [reprise])).toEqual(annee);
    expect(() => nommer(publies, [])).toThrow('« reprise »');
  });

  it('disent une suite en l’accordant, avec la précision publiée', () => {
    expect(direSuite({ suite: reprise, jeunes: 1 })).toBe('1 reprise de scolarité');
    expect(direSuite({ suite: reprise, jeunes: 2, dont: '1 en lycée' })).toBe(
      '2 reprises de scolarité (dont 1 en lycée)',
    );
  });

  it('disent combien de jeunes n’ont pas de suite publiée, même s’il y en a trop', () => {
    expect(sansSuite(annee)).toBe(1);
    fc.assert(
      fc.property(fc.nat(50), fc.array(fc.integer({ min: 1, max: 50 })), (jeunes, nombres) => {
        const suites = nombres.map((nombre) => ({ suite: reprise, jeunes: nombre }));
        const publies = nombres.reduce((total, nombre) => total + nombre, 0);
        expect(sansSuite({ jeunes, suites }) + publies).toBe(jeunes);
      }),
    );
  });
});

describe('les résultats de plusieurs années', () => {
  it('s’additionnent sans dépendre de l’ordre', () => {
    const comptes = fc.record({ jeunes: fc.nat(99), clauses: fc.nat(99) });
    fc.assert(
      fc.property(fc.array(comptes), (annees) => {
        expect(totaux(annees)).toEqual(totaux(annees.toReversed()));
        expect(totaux([...annees, { jeunes: 1, clauses: 2 }])).toEqual({
          jeunes: totaux(annees).jeunes + 1,
          clauses: totaux(annees).clauses + 2,
        });
      }),
    );
  });

  it('signalent les années où les clauses sont plus nombreuses que les jeunes', () => {
    const egale = { ...annee, id: '2013-2014', clauses: 3 };
    expect(anneesAvecPlusDeClauses([annee, egale])).toEqual(['2012-2013']);
  });

  it('se téléchargent : une ligne par année et par suite, sous ses colonnes', () => {
    expect(lignesDesResultats([annee])).toEqual([
      'anneeScolaire,jeunes,clauses,suite,jeunesDeLaSuite,dont',
      '2012-2013,3,5,reprise de scolarité,2,',
    ]);
  });
});
