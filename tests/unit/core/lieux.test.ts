import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm } from '../../../src/core/distance.ts';
import {
  celluleDe,
  chercherDansTranche,
  cleDeLieu,
  clesDeNom,
  nomDeTranche,
  plusProche,
  pointDe,
  trancheSuivante,
} from '../../../src/core/lieux.ts';
import type { Lieu, Tranche } from '../../../src/core/lieux.ts';

const unLieu = (
  code: string,
  nom: string,
  codePostal: string,
  latitude = 48,
  longitude = 2,
): Lieu => [code, nom, code.slice(0, 2), codePostal, latitude, longitude, 0];
const uneTranche = (lieux: Lieu[], suites = ''): Tranche => ({
  complet: suites === '',
  suites: [...suites],
  lieux,
});

describe('les clés de lieux', () => {
  it.each([
    ['St-Denis', 'saint denis'],
    ['STE FOY', 'sainte foy'],
    ['Saint-Étienne', 'saint etienne'],
    ['Paris 07', 'paris 7'],
    ['Paris 7ème', 'paris 7'],
    ['Paris 1er', 'paris 1'],
    ['lyon 3e arrondissement', 'lyon 3'],
    ['93200', '93200'],
  ])('« %s » se compare comme « %s »', (texte, cle) => {
    expect(cleDeLieu(texte)).toBe(cle);
  });

  it('ajoute le nom sans son article', () => {
    expect(clesDeNom("L'Haÿ-les-Roses")).toEqual(['l hay les roses', 'hay les roses']);
    expect(clesDeNom('Lyon')).toEqual(['lyon']);
  });

  it('nomme les tranches sans espace, la racine à part', () => {
    expect(nomDeTranche('saint ')).toBe('saint_');
    expect(nomDeTranche('')).toBe('racine-');
  });
});

describe('la recherche dans une tranche', () => {
  const lieux = [
    unLieu('93066', 'Saint-Denis', '93200'),
    unLieu('35288', 'Saint-Malo', '35400'),
    unLieu('35000', 'Saint', '35999'),
  ];

  it('met l’exact en tête, puis garde l’ordre de la population', () => {
    const noms = chercherDansTranche('saint', uneTranche(lieux)).map((lieu) => lieu[1]);
    expect(noms).toEqual(['Saint', 'Saint-Denis', 'Saint-Malo']);
  });

  it('trouve par code postal, et ne répète pas une commune', () => {
    const tranche = uneTranche([
      unLieu('93066', 'Saint-Denis', '93200'),
      unLieu('93066', 'Saint-Denis', '93210'),
    ]);
    expect(chercherDansTranche('93210', tranche).map((lieu) => lieu[3])).toEqual(['93210']);
    expect(chercherDansTranche('932', tranche)).toHaveLength(1);
  });

  it('ne répond rien à un texte vide', () => {
    expect(chercherDansTranche('  ', uneTranche(lieux))).toEqual([]);
  });

  it('ne propose que des lieux dont une clé commence par le texte', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), (texte) => {
        for (const lieu of chercherDansTranche(texte, uneTranche(lieux))) {
          const cles = [...clesDeNom(lieu[1]), lieu[3]];
          expect(cles.some((cle) => cle.startsWith(cleDeLieu(texte)))).toBe(true);
        }
      }),
    );
  });
});

describe('la descente dans les tranches', () => {
  it('prolonge le préfixe d’un signe quand la tranche est incomplète', () => {
    expect(trancheSuivante('Saint', 'sa', uneTranche([], 'ilr'))).toBe('sai');
    expect(trancheSuivante('saint denis', 'saint', uneTranche([], ' e'))).toBe('saint ');
  });

  it('s’arrête à une tranche complète, au bout du texte ou à une suite inconnue', () => {
    expect(trancheSuivante('saint', 'sa', uneTranche([]))).toBeNull();
    expect(trancheSuivante('sa', 'sa', uneTranche([], 'i'))).toBeNull();
    expect(trancheSuivante('sax', 'sa', uneTranche([], 'i'))).toBeNull();
    expect(trancheSuivante('lyon', 'sa', uneTranche([], 'i'))).toBeNull();
  });
});

describe('autour d’un point', () => {
  it('nomme la cellule, y compris au sud et à l’ouest', () => {
    expect(celluleDe({ latitude: 48.85, longitude: 2.35 })).toBe('c97_4');
    expect(celluleDe({ latitude: -20.88, longitude: -0.1 })).toBe('c-42_-1');
  });

  it('rend le plus proche de tous', () => {
    const degres = fc.record({
      latitude: fc.double({ min: 41, max: 51, noNaN: true }),
      longitude: fc.double({ min: -5, max: 9, noNaN: true }),
    });
    fc.assert(
      fc.property(degres, fc.array(degres, { minLength: 1, maxLength: 20 }), (point, points) => {
        const lieux = points.map(({ latitude, longitude }, rang) =>
          unLieu(String(rang), 'x', '00000', latitude, longitude),
        );
        const proche = plusProche(point, lieux);
        const distances = lieux.map((lieu) => distanceKm(point, pointDe(lieu)));
        expect(proche && distanceKm(point, pointDe(proche))).toBe(Math.min(...distances));
      }),
    );
    expect(plusProche({ latitude: 0, longitude: 0 }, [])).toBeUndefined();
  });
});
