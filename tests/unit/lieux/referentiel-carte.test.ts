import { describe, expect, it } from 'vitest';
import {
  CADRE,
  contours,
  fondDeCarte,
  placer,
  traceDuDepartement,
} from '../../../src/lieux/referentiel/carte.ts';
import { communes } from '../../../src/lieux/referentiel/communes.ts';

type Sommet = [number, number];

/* Lancer de rayon : un point est dedans s'il croise un nombre impair de côtés. */
function estDans(anneaux: Sommet[][], x: number, y: number): boolean {
  let dedans = false;
  for (const anneau of anneaux)
    anneau.forEach(([xi, yi], i) => {
      const [xj, yj] = anneau[(i + anneau.length - 1) % anneau.length] ?? [xi, yi];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) dedans = !dedans;
    });
  return dedans;
}

describe('la carte de France', () => {
  it('place les communes connues dans le contour de leur département', () => {
    const situees = communes().filter(
      (commune) =>
        !commune.approximative && commune.latitude !== null && contours(commune.departement).length,
    );
    const justes = situees.filter(({ departement, latitude, longitude }) => {
      const { x, y } = placer({ latitude: latitude ?? 0, longitude: longitude ?? 0 });
      return estDans(contours(departement), x, y);
    });
    expect(situees.length).toBeGreaterThan(5000);
    expect(justes.length / situees.length).toBeGreaterThan(0.95);
  });

  it('n’a pas de contour pour l’outre-mer', () => {
    expect(traceDuDepartement('974')).toBe('');
    expect(traceDuDepartement('2A')).toMatch(/^M\d+ \d+l/);
  });

  it('tient dans son cadre et reste légère', () => {
    expect(fondDeCarte()).toContain(`viewBox="0 0 ${CADRE.largeur} ${CADRE.hauteur}"`);
    expect(fondDeCarte().length).toBeLessThan(45_000);
  });
});
