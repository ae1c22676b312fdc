import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm } from '../../../src/socle/distance.ts';
import { grille, plusProches, type Situe } from '../../../src/catalogue/regles/voisinage.ts';

const element = (id: string, latitude: number, longitude: number, domaine = 'accueil'): Situe => ({
  id,
  domaine,
  commune: `${latitude} ${longitude}`,
  point: { latitude, longitude },
});

describe('les parcours voisins', () => {
  it('ne se proposent pas eux-mêmes', () => {
    const depart = element('a', 48.85, 2.35);
    const trouves = plusProches(grille([depart, element('b', 48.86, 2.36)], 4), depart, 3);
    expect(trouves.map((trouve) => trouve.element.id)).toEqual(['b']);
  });

  it('préfèrent le même domaine à distance comparable', () => {
    const depart = element('a', 48.85, 2.35);
    const autreDomaine = element('b', 48.85, 2.36, 'transport');
    const memeDomaine = element('c', 48.85, 2.5);
    const [premier] = plusProches(grille([autreDomaine, memeDomaine], 4), depart, 2);
    expect(premier?.element.id).toBe('c');
  });

  it('va chercher loin quand il n’y a rien près', () => {
    const depart = element('a', 48.85, 2.35);
    const trouves = plusProches(grille([element('b', 46.85, 2.35)], 4), depart, 3);
    expect(trouves).toHaveLength(1);
    expect(trouves[0]?.distance).toBeCloseTo(222, 0);
  });

  it('donne ce que donnerait une comparaison de tous', () => {
    const points = fc.array(
      fc.record({
        latitude: fc.double({ min: 47, max: 50, noNaN: true }),
        longitude: fc.double({ min: 1, max: 4, noNaN: true }),
        domaine: fc.constantFrom('accueil', 'transport'),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(points, (coordonnees) => {
        const elements = coordonnees.map(({ latitude, longitude, domaine }, rang) =>
          element(String(rang), latitude, longitude, domaine),
        );
        const depart = element('depart', 48.5, 2.5);
        const attendus = elements
          .map(
            ({ point, domaine }) =>
              distanceKm(depart.point, point) + (domaine === 'accueil' ? 0 : 20),
          )
          .sort((a, b) => a - b)
          .slice(0, 3);
        expect(plusProches(grille(elements, 4), depart, 3).map(({ rang }) => rang)).toEqual(
          attendus,
        );
      }),
    );
  });
});
