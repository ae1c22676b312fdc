import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classeDuree,
  coutGratification,
  enMois,
  enSemaines,
  gratification,
  libelleDuree,
  montantMax,
  partages,
  partsGratifiees,
  volumeIndicatif,
  VOLUMES,
  volumesPermis,
} from '../../../src/calibrage/regles/calibrage.ts';

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

describe('le volume indicatif', () => {
  it.each([
    [0.01, 150],
    [99_999, 150],
    [99_999.99, 150],
    [100_000, 300],
    [199_999.99, 300],
    [200_000, 450],
    [399_999.99, 450],
    [400_000, 900],
    [1_000_000_000, 900],
  ])('pour %d € est de %d h', (montant, heures) => {
    expect(volumeIndicatif(montant).heures).toBe(heures);
  });

  it.each([0, -1, NaN, Infinity])('refuse le montant %d', (montant) => {
    expect(() => volumeIndicatif(montant)).toThrow(RangeError);
  });

  it('dit les tranches du calibrage, sans trou ni recouvrement', () => {
    expect(VOLUMES.map(montantMax)).toEqual([99_999, 199_999, 399_999, null]);
  });

  const montants = fc.double({ min: 0.01, max: 1e9, noNaN: true });

  it('ne diminue jamais quand le montant augmente', () => {
    fc.assert(
      fc.property(montants, montants, (a, b) => {
        const [petit, grand] = a < b ? [a, b] : [b, a];
        expect(volumeIndicatif(petit).heures).toBeLessThanOrEqual(volumeIndicatif(grand).heures);
      }),
    );
  });

  it('est le plus long des volumes permis, et tous les plus courts le sont', () => {
    fc.assert(
      fc.property(montants, (montant) => {
        const { heures } = volumeIndicatif(montant);
        expect(volumesPermis(montant).map((volume) => volume.heures)).toEqual(
          VOLUMES.map((volume) => volume.heures).filter((autre) => autre <= heures),
        );
      }),
    );
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
  it('est de droit pour un jeune, ou pour deux parts de 450 h, jamais pour des parts plus courtes', () => {
    expect(partsGratifiees(900)).toEqual([
      { jeunes: 1, heures: 900 },
      { jeunes: 2, heures: 450 },
    ]);
    expect(partsGratifiees(450)).toEqual([{ jeunes: 1, heures: 450 }]);
    expect(partsGratifiees(300)).toEqual([]);
  });

  it('n’est de droit qu’au-delà de 308 heures', () => {
    expect(gratification(308, false)).toBe('non-prevue');
    expect(gratification(309, false)).toBe('de-droit');
    expect(gratification(300, true)).toBe('prevue');
    expect(gratification(null, false)).toBe('a-convenir');
  });

  it('coûte 4,50 € par heure de présence', () => {
    expect(coutGratification(450)).toBe(2025);
    expect(coutGratification(900)).toBe(4050);
  });
});
