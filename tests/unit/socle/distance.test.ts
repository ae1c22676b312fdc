import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm, libelleDistance } from '../../../src/socle/distance.ts';

const PARIS = { latitude: 48.8534, longitude: 2.3488 };
const LYON = { latitude: 45.7485, longitude: 4.8467 };
const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('la distance', () => {
  it('sépare Paris de Lyon d’environ 392 km', () => {
    expect(distanceKm(PARIS, LYON)).toBeGreaterThan(388);
    expect(distanceKm(PARIS, LYON)).toBeLessThan(396);
  });

  it('est symétrique, nulle sur place, et ne dépasse pas le demi-tour de la Terre', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
        expect(distanceKm(a, a)).toBe(0);
        expect(distanceKm(a, b)).toBeLessThanOrEqual(20_016);
      }),
    );
  });

  it('se dit simplement', () => {
    expect(libelleDistance(0.4)).toBe('moins de 1 km');
    expect(libelleDistance(12.4)).toBe('12 km');
    expect(libelleDistance(12.4, true)).toBe('environ 12 km');
  });
});
