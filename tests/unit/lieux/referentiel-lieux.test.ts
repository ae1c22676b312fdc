import { describe, expect, it } from 'vitest';
import {
  celluleDe,
  chercherDansTranche,
  type Lieu,
  nomDeTranche,
  plusProche,
  trancheSuivante,
} from '../../../src/lieux/regles/lieux.ts';
import { anciennesCommunes, communes } from '../../../src/lieux/referentiel/communes.ts';
import {
  cellulesDeLieux,
  lieuDe,
  nomsDesTranches,
  tranchesDeLieux,
  prefixesDeLieux,
} from '../../../src/lieux/referentiel/lieux.ts';

/** La descente que fait le navigateur, une tranche après l'autre. */
function chercher(texte: string, prefixe = ''): Lieu[] {
  const tranche = tranchesDeLieux().get(nomDeTranche(prefixe));
  if (!tranche) throw new Error(`tranche annoncée mais absente pour « ${texte} »`);
  const suivant = trancheSuivante(texte, prefixe, tranche);
  return suivant === null ? chercherDansTranche(texte, tranche, 400) : chercher(texte, suivant);
}

describe('les tranches de lieux', () => {
  it(
    'rendent chaque commune par son nom et par chacun de ses codes postaux',
    { timeout: 60_000 },
    () => {
      const perdues = communes().filter(
        (commune) =>
          commune.latitude !== null &&
          [commune.nom, ...commune.codesPostaux].some(
            (texte) => !chercher(texte).some((lieu) => lieu[0] === commune.code),
          ),
      );
      expect(perdues).toEqual([]);
    },
  );

  it('proposent les grandes villes dès la première lettre', () => {
    expect(chercher('p')[0]?.[1]).toBe('Paris');
    expect(chercher('rochelle').map((lieu) => lieu[1])).toContain('La Rochelle');
    expect(chercher('Paris 7ème')[0]?.[0]).toBe('75107');
  });

  it('mettent devant la métropole à population comparable', () => {
    const codes = chercher('saint denis').map(([code]) => code);
    expect(codes.slice(0, 2)).toEqual(['93066', '97411']);
    expect(chercher('Saint-Denis 974')[0]?.[0]).toBe('97411');
    expect(chercher('93210 Saint-Denis')[0]?.[3]).toBe('93210');
  });

  it('rendent la commune actuelle par son ancien nom', () => {
    const [lieu] = chercher('pierrefitte-sur-seine');
    expect([lieu?.[0], lieu?.[1], lieu?.[7]]).toEqual([
      '93066',
      'Saint-Denis',
      'Pierrefitte-sur-Seine',
    ]);
    expect(chercher('Annecy-le-Vieux').map(([code]) => code)).toEqual(['74010']);
    expect(chercher('annecy')[0]?.[7]).toBeUndefined();
    const perdues = anciennesCommunes().filter(
      ({ nom, actuelle }) => !chercher(nom).some(([code]) => code === actuelle),
    );
    expect(perdues.map(({ nom }) => nom)).toEqual([]);
  });

  it('tiennent dans des noms de fichiers sûrs et distincts', () => {
    const noms = nomsDesTranches();
    expect(noms.every((nom) => /^[a-z0-9_]+-?$/.test(nom))).toBe(true);
    expect(new Set(noms).size).toBe(noms.length);
  });

  it('restent petites', () => {
    const poids = [...tranchesDeLieux().values()].map((tranche) => JSON.stringify(tranche).length);
    expect(Math.max(...poids)).toBeLessThan(14_000);
  });
});

describe('une tranche trop pleine', () => {
  it('garde les lieux dont la clé s’arrête là, et se divise au signe suivant', () => {
    const trois = communes().filter(({ nom }) =>
      ['Y', 'Ys', 'Yd', 'Ygrande', 'Ymare'].includes(nom),
    );
    const tranches = prefixesDeLieux(trois, 1);
    expect(tranches.get('y')).toMatchObject({ complet: false, suites: ['g', 'm'] });
    expect(tranches.get('y')?.lieux[0]?.[1]).toBe('Y');
    expect(tranches.get('yg')).toMatchObject({ complet: true, lieux: [{ 1: 'Ygrande' }] });
  });
});

describe('les cellules de lieux', () => {
  it('contiennent toutes les communes situées, et la plus proche d’un point', () => {
    const cellules = cellulesDeLieux();
    for (const commune of communes()) {
      const lieu = lieuDe(commune);
      if (!lieu || ['75056', '69123', '13055'].includes(commune.code)) continue;
      const cellule = cellules.get(celluleDe({ latitude: lieu[4], longitude: lieu[5] }));
      expect(cellule?.some(([code]) => code === commune.code)).toBe(true);
    }
    const point = { latitude: 48.8565, longitude: 2.321 };
    expect(plusProche(point, cellules.get(celluleDe(point)) ?? [])?.[0]).toBe('75107');
  });
});
