import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facteurDe, FACTEURS, REFUS_COMPTES } from '../../../src/formulaire/regles/durete.ts';
import { LIMITES } from '../../../src/formulaire/regles/limites.ts';

describe('la dureté de la preuve', () => {
  it('est l’ordinaire pour un réseau calme, et pour un établissement entier deux heures de suite', () => {
    expect(facteurDe({ refus: 0, envois: 0 })).toBe(1);
    expect(facteurDe({ refus: 19, envois: 2 * LIMITES.demande.reseau[0].max })).toBe(1);
  });

  it('monte par paliers avec les refus, ou avec les envois', () => {
    const parRefus = [20, 59, 60, 179, 180, 1e9].map((refus) => facteurDe({ refus, envois: 0 }));
    expect(parRefus).toEqual([2, 2, 4, 4, 8, 8]);
    const parEnvois = [61, 90, 91, 150, 151, 1e9].map((envois) => facteurDe({ refus: 0, envois }));
    expect(parEnvois).toEqual([2, 2, 4, 4, 8, 8]);
  });

  it('ne baisse jamais quand le réseau fait plus', () => {
    const compte = fc.nat({ max: 500 });
    fc.assert(
      fc.property(compte, compte, compte, compte, (refus, envois, plusRefus, plusEnvois) => {
        const avant = facteurDe({ refus, envois });
        expect(FACTEURS).toContain(avant);
        expect(
          facteurDe({ refus: refus + plusRefus, envois: envois + plusEnvois }),
        ).toBeGreaterThanOrEqual(avant);
      }),
    );
  });

  it('ne compte ni une saisie à corriger, ni ce qu’un autre site peut provoquer', () => {
    for (const genre of ['saisie', 'origine', 'methode', 'limite', 'ferme', 'heures', 'depasse'])
      expect(REFUS_COMPTES).not.toContain(genre);
  });
});
