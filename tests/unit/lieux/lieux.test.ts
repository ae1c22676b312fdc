import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm } from '../../../src/socle/distance.ts';
import {
  aDepartager,
  celluleDe,
  chercherDansTranche,
  cleDeLieu,
  clesDeNom,
  codeDeLaValeur,
  homonymes,
  lireSaisie,
  nomDeTranche,
  plusProche,
  pointDe,
  trancheSuivante,
  variantes,
} from '../../../src/lieux/regles/lieux.ts';
import type { Lieu, Tranche } from '../../../src/lieux/regles/lieux.ts';

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
          expect(cles.some((cle) => cle.startsWith(lireSaisie(texte).nom))).toBe(true);
        }
      }),
    );
  });
});

describe('la lecture de ce qui est tapé', () => {
  it.each([
    ['Saint-Denis (93)', 'saint denis', '93'],
    ['Saint-Denis 93', 'saint denis', '93'],
    ['93200 Saint-Denis', 'saint denis', '93200'],
    ['93 200 St-Denis', 'saint denis', '93200'],
    ['Saint-Denis, 93200', 'saint denis', '93200'],
    ['93200 Saint-Denis (93)', 'saint denis', '93200'],
    ['Nantes 44', 'nantes', '44'],
    ['44041 Nantes Cedex 1', 'nantes', '44041'],
    ['Ajaccio (2A)', 'ajaccio', '2A'],
    ['Ajaccio 2a', 'ajaccio', '2A'],
    ['Saint-Denis (', 'saint denis', ''],
    ['Saint-Denis (9', 'saint denis', '9'],
    ['93200', '93200', ''],
    ['Paris 13', 'paris 13', ''],
    ['Paris 75', 'paris', '75'],
    ['Paris 7e (75)', 'paris 7', '75'],
    ['75007 Paris 7e', 'paris 7', '75007'],
    ['Marseille (13)', 'marseille', '13'],
    ['lyon 3ème', 'lyon 3', ''],
    ['', '', ''],
  ])('« %s » : le nom « %s », le code « %s »', (texte, nom, code) => {
    expect(lireSaisie(texte)).toEqual({ nom, code });
  });

  it('à défaut du code postal, essaie le nom dans le département', () => {
    expect(variantes('44041 Nantes Cedex 1')).toEqual(['44041 Nantes Cedex 1', 'nantes (44)']);
    expect(variantes('97400 Saint-Denis')[1]).toBe('saint denis (974)');
    expect(variantes('Nantes 44')).toEqual(['Nantes 44']);
  });
});

describe('un nom que plusieurs communes portent', () => {
  const denis93 = unLieu('93066', 'Saint-Denis', '93200');
  const denis11 = unLieu('11339', 'Saint-Denis', '11310');
  const pierrefitte: Lieu = [...unLieu('93066', 'Saint-Denis', '93200')];
  pierrefitte[7] = 'Pierrefitte-sur-Seine';
  const tranche = uneTranche([denis93, denis11, pierrefitte]);
  const exacts = (texte: string) =>
    homonymes(texte, chercherDansTranche(texte, tranche)).map(([code]) => code);

  it('les rend tous, sauf si le département ou le code postal tranche', () => {
    expect(exacts('saint denis')).toEqual(['93066', '11339']);
    expect(exacts('Saint-Denis (11)')).toEqual(['11339']);
    expect(exacts('93200 Saint-Denis')).toEqual(['93066']);
    expect(exacts('saint')).toEqual([]);
    expect(exacts('93200')).toEqual([]);
  });

  it('un code postal que plusieurs communes ont est à départager lui aussi', () => {
    const aDire = (texte: string, lieux: Lieu[]) =>
      aDepartager(texte, chercherDansTranche(texte, uneTranche(lieux)));
    const genouilleux = unLieu('01169', 'Genouilleux', '01090');
    const montmerle = unLieu('01263', 'Montmerle-sur-Saône', '01090');
    expect(aDire('01090', [genouilleux, montmerle])).toBe(true);
    expect(aDire('01090 Genouilleux', [genouilleux, montmerle])).toBe(false);
    expect(aDire('0109', [genouilleux, montmerle])).toBe(false);
    expect(aDire('93200', [denis93, denis11, pierrefitte])).toBe(false);
    expect(aDire('saint denis', [denis93, denis11])).toBe(true);
    expect(aDire('Saint-Denis (11)', [denis93, denis11])).toBe(false);
  });

  it('trouve une commune par son ancien nom, après celles d’aujourd’hui', () => {
    expect(chercherDansTranche('pierrefitte', tranche)).toEqual([pierrefitte]);
    expect(exacts('Pierrefitte-sur-Seine 93')).toEqual(['93066']);
    const actuelle = unLieu('19162', 'Pierrefitte-sur-Seine', '19450');
    const avec = uneTranche([pierrefitte, actuelle]);
    const trouves = chercherDansTranche('pierrefitte sur seine', avec);
    expect(trouves).toEqual([actuelle, pierrefitte]);
    expect(homonymes('pierrefitte sur seine', trouves)).toEqual([actuelle]);
  });
});

describe('la descente dans les tranches', () => {
  it('prolonge le préfixe d’un signe quand la tranche est incomplète', () => {
    expect(trancheSuivante('Saint', 'sa', uneTranche([], 'ilr'))).toBe('sai');
    expect(trancheSuivante('saint denis', 'saint', uneTranche([], ' e'))).toBe('saint ');
    expect(trancheSuivante('93200 Saint-Denis', '932', uneTranche([], '0'))).toBe('9320');
    expect(trancheSuivante('Saint-Denis 93', '', uneTranche([], '9s'))).toBe('s');
  });

  it('s’arrête à une tranche complète, au bout du texte ou à une suite inconnue', () => {
    expect(trancheSuivante('saint', 'sa', uneTranche([]))).toBeNull();
    expect(trancheSuivante('sa', 'sa', uneTranche([], 'i'))).toBeNull();
    expect(trancheSuivante('sax', 'sa', uneTranche([], 'i'))).toBeNull();
    expect(trancheSuivante('lyon', 'sa', uneTranche([], 'i'))).toBeNull();
  });
});

describe('ce que la page garde d’un lieu', () => {
  it('donne le code de la commune, ou rien si c’est un texte', () => {
    expect(codeDeLaValeur('nanterre-92050')).toBe('92050');
    expect(codeDeLaValeur('ajaccio-2A004')).toBe('2A004');
    expect(codeDeLaValeur('92050')).toBe('92050');
    expect(codeDeLaValeur('Saint-Denis')).toBe('');
    expect(codeDeLaValeur('')).toBe('');
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
