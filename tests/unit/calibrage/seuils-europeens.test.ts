import { describe, expect, it } from 'vitest';
import { atteintLeSeuil, seuilEuropeen } from '../../../src/calibrage/regles/seuils-europeens.ts';

describe('les seuils européens de 2026', () => {
  it.each([
    ['etat', 'services', 140_000],
    ['collectivite', 'services', 216_000],
    ['etat', 'travaux', 5_404_000],
    ['collectivite', 'travaux', 5_404_000],
  ] as const)('%s, %s : atteint à partir de %d €', (acheteur, nature, euros) => {
    expect(seuilEuropeen(acheteur, nature).euros).toBe(euros);
    expect(atteintLeSeuil(euros - 0.01, acheteur, nature)).toBe(false);
    expect(atteintLeSeuil(euros, acheteur, nature)).toBe(true);
  });
});
