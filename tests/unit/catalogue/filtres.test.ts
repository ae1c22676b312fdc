import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DISPONIBILITES_FILTRABLES,
  ecrireFiltres,
  filtresActifs,
  lireFiltres,
  raccourci,
  RAYONS_KM,
  RAYON_PAR_DEFAUT_KM,
  SANS_FILTRE,
  triEffectif,
  TRIS,
  type Filtres,
} from '../../../src/catalogue/regles/filtres.ts';

const NOMS = { lieu: 'Nanterre (92)', domaine: 'Logistique', departement: '92 Hauts-de-Seine' };

const filtres: fc.Arbitrary<Filtres> = fc
  .record({
    lieu: fc.constantFrom('', 'nanterre-92050', 'Saint Denis', "L'Haÿ & co = ?"),
    rayon: fc.constantFrom(...RAYONS_KM),
    durees: fc.subarray(['courte', 'longue', 'a-convenir'] as const),
    disponibilites: fc.subarray([...DISPONIBILITES_FILTRABLES]),
    departement: fc.constantFrom('', '92', '2A', '974'),
    domaine: fc.constantFrom('', 'logistique', 'service-a-la-personne'),
    amenages: fc.boolean(),
    gratification: fc.boolean(),
    tri: fc.option(fc.constantFrom(...TRIS), { nil: null }),
    page: fc.integer({ min: 1, max: 10_000 }),
  })
  // Un rayon sans lieu ne veut rien dire : il n'est pas dans l'adresse.
  .map((etat) => ({
    ...etat,
    durees: [...etat.durees],
    rayon: etat.lieu ? etat.rayon : RAYON_PAR_DEFAUT_KM,
  }));

describe('l’adresse d’une liste', () => {
  it('aller et retour : lire ce qui est écrit redonne le même état', () => {
    fc.assert(
      fc.property(filtres, (etat) => {
        const adresse = ecrireFiltres(etat).toString();
        expect(lireFiltres(new URLSearchParams(adresse))).toEqual(etat);
      }),
    );
  });

  it('est vide quand rien n’est filtré', () => {
    expect(ecrireFiltres(SANS_FILTRE).toString()).toBe('');
  });

  it('ignore ce qu’elle ne connaît pas, sans erreur', () => {
    fc.assert(
      fc.property(fc.string(), (texte) => {
        const etat = lireFiltres(new URLSearchParams(texte));
        expect(RAYONS_KM).toContain(etat.rayon);
        expect(etat.page).toBeGreaterThanOrEqual(1);
      }),
    );
    const parametres = 'rayon=36&duree=eternelle&dispo=pourvu&tri=prix&page=-2&departement=abc';
    expect(lireFiltres(new URLSearchParams(parametres))).toEqual(SANS_FILTRE);
  });
});

describe('les filtres actifs', () => {
  it('chacun se retire seul ; tous retirés, il ne reste rien', () => {
    fc.assert(
      fc.property(filtres, (etat) => {
        let courant: Filtres = etat;
        let tours = 0;
        for (let actifs = filtresActifs(courant, NOMS); actifs.length; tours++) {
          const [premier] = actifs;
          if (!premier) break;
          courant = premier.sans;
          const restants = filtresActifs(courant, NOMS);
          expect(restants).toHaveLength(actifs.length - 1);
          actifs = restants;
        }
        expect({ ...courant, tri: null, page: 1 }).toEqual(SANS_FILTRE);
      }),
    );
  });

  it('disent le rayon et le lieu ensemble', () => {
    const etat = { ...SANS_FILTRE, lieu: 'nanterre-92050', rayon: 20 } as const;
    expect(filtresActifs(etat, NOMS)[0]?.libelle).toBe('À 20 km de Nanterre (92)');
  });
});

describe('le tri', () => {
  it('est la distance dès qu’il y a un lieu, et jamais sans lieu', () => {
    expect(triEffectif(SANS_FILTRE, true)).toBe('distance');
    expect(triEffectif({ ...SANS_FILTRE, tri: 'distance' }, false)).toBe('disponibles');
    expect(triEffectif({ ...SANS_FILTRE, tri: 'fin' }, true)).toBe('fin');
  });
});

describe('le lien des filtres à la liste', () => {
  it('dit combien de parcours l’attendent, ou qu’il n’y en a pas', () => {
    expect(raccourci(12)).toBe('Voir les 12 parcours');
    expect(raccourci(1)).toBe('Voir le parcours');
    expect(raccourci(0)).toBe('Aucun parcours : que faire ?');
  });
});
