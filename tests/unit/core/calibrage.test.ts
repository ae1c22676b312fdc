import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classeDuree,
  enMois,
  enSemaines,
  gratification,
  libelleDuree,
  partages,
} from '../../../src/core/calibrage.ts';

describe('la durée', () => {
  it('range 300 h avec les parcours de deux mois au plus', () => {
    expect(classeDuree(300)).toBe('courte');
    expect(classeDuree(301)).toBe('longue');
    expect(classeDuree(null)).toBe('a-convenir');
  });

  it('décompte une semaine commencée', () => {
    expect(enSemaines(35)).toBe(1);
    expect(enSemaines(36)).toBe(2);
    expect(enSemaines(900)).toBe(26);
  });

  it('se dit en semaines et en heures', () => {
    expect(libelleDuree(300)).toBe('9 semaines (300 h)');
    expect(libelleDuree(35)).toBe('1 semaine (35 h)');
    expect(libelleDuree(null)).toBe('Durée à convenir');
  });

  it('ne donne un nombre de mois qu’aux volumes du calibrage', () => {
    expect([150, 300, 450, 900, 320].map(enMois)).toEqual([1, 2, 3, 6, undefined]);
  });
});

describe('le partage entre plusieurs jeunes', () => {
  it('propose des parts égales du calibrage', () => {
    expect(partages(900)).toEqual([
      { jeunes: 2, heures: 450 },
      { jeunes: 3, heures: 300 },
      { jeunes: 6, heures: 150 },
    ]);
    expect(partages(150)).toEqual([]);
    expect(partages(null)).toEqual([]);
  });

  it('ne perd ni n’ajoute jamais d’heures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (heures) => {
        for (const part of partages(heures)) expect(part.jeunes * part.heures).toBe(heures);
      }),
    );
  });
});

describe('la gratification', () => {
  it('n’est de droit qu’au-delà de 308 heures', () => {
    expect(gratification(308, false)).toBe('non-prevue');
    expect(gratification(309, false)).toBe('de-droit');
    expect(gratification(300, true)).toBe('prevue');
    expect(gratification(null, false)).toBe('a-convenir');
  });
});
