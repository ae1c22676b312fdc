import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filtrer, lotsUtiles, trier, type Lot } from '../../../src/catalogue/regles/catalogue.ts';
import { distanceKm } from '../../../src/socle/distance.ts';
import { DISPONIBILITES, estOuvert } from '../../../src/parcours/regles/disponibilite.ts';
import { RAYONS_KM, SANS_FILTRE, type Filtres } from '../../../src/catalogue/regles/filtres.ts';
import {
  coderLot,
  decoderLot,
  type CommuneDuLot,
  type LigneDeLot,
} from '../../../src/catalogue/regles/lots.ts';

const commune = fc.record<CommuneDuLot>({
  code: fc.constantFrom('92050', '75101', '2A004'),
  nom: fc.constantFrom('Nanterre', 'Paris 1er', 'Ajaccio'),
  departement: fc.constantFrom('92', '75', '2A'),
  latitude: fc.option(fc.double({ min: 42, max: 51, noNaN: true })),
  longitude: fc.option(fc.double({ min: -4, max: 8, noNaN: true })),
  approximative: fc.boolean(),
});

const ligne = (communes: number) =>
  fc.record<LigneDeLot>({
    commune: fc.nat({ max: communes - 1 }),
    domaine: fc.nat({ max: 14 }),
    duree: fc.constantFrom('courte', 'longue', 'partageable', 'a-convenir'),
    disponibilite: fc.constantFrom(...DISPONIBILITES),
    horairesAmenages: fc.boolean(),
    gratification: fc.boolean(),
    publie: fc.nat({ max: 40_000 }),
    fin: fc.nat({ max: 40_000 }),
  });

const lot: fc.Arbitrary<Lot> = fc.array(commune, { minLength: 1, maxLength: 5 }).chain((communes) =>
  fc.array(ligne(communes.length), { maxLength: 40 }).map((lignes) => ({
    id: 'essai',
    communes,
    lignes: lignes.sort((a, b) => a.commune - b.commune),
  })),
);

const filtres = fc.record<Partial<Filtres>>({
  rayon: fc.constantFrom(...RAYONS_KM),
  durees: fc.subarray(['courte', 'longue', 'a-convenir'] as const).map((liste) => [...liste]),
  disponibilites: fc.subarray(['disponible', 'reserve'] as const).map((liste) => [...liste]),
  departement: fc.constantFrom('', '92'),
  amenages: fc.boolean(),
  gratification: fc.boolean(),
});

const TOUT = { domaine: null, departements: null };
const CENTRE = { latitude: 48.89, longitude: 2.2 };

describe('les lots', () => {
  it('aller et retour : décoder redonne ce qui a été codé', () => {
    fc.assert(
      fc.property(lot, ({ communes, lignes }) => {
        const lu = decoderLot(coderLot(communes, lignes));
        expect(lu).toEqual({ communes, lignes });
      }),
    );
  });

  it('passent par JSON sans échappement', () => {
    fc.assert(
      fc.property(lot, ({ communes, lignes }) => {
        const { attributs, domaines, publies, fins } = coderLot(communes, lignes);
        for (const colonne of [attributs, domaines, publies, fins])
          expect(JSON.stringify(colonne)).toBe(`"${colonne}"`);
      }),
    );
  });

  it('refusent des lignes qui ne suivent pas leurs communes, et une colonne abîmée', () => {
    fc.assert(
      fc.property(lot, ({ communes, lignes }) => {
        fc.pre(lignes.length > 0);
        expect(() => decoderLot({ ...coderLot(communes, lignes), fins: '' })).toThrow(RangeError);
      }),
    );
  });
});

describe('le filtre', () => {
  it('garde exactement les lignes ouvertes qui répondent à tout', () => {
    fc.assert(
      fc.property(lot, filtres, fc.boolean(), (unLot, partiels, avecLieu) => {
        const etat = { ...SANS_FILTRE, ...partiels };
        const centre = avecLieu ? CENTRE : null;
        const { trouvailles } = filtrer([unLot], {
          filtres: etat,
          centre,
          portee: TOUT,
          domaine: null,
        });
        const attendues = unLot.lignes.flatMap((candidate, rang) => {
          const ou = unLot.communes[candidate.commune];
          const { latitude = null, longitude = null } = ou ?? {};
          const km =
            latitude === null || longitude === null
              ? Infinity
              : distanceKm(CENTRE, { latitude, longitude });
          const convient =
            estOuvert(candidate.disponibilite) &&
            (!avecLieu || km <= etat.rayon) &&
            (!etat.durees.length ||
              etat.durees.some(
                (duree) =>
                  duree === candidate.duree ||
                  (candidate.duree === 'partageable' && duree !== 'a-convenir'),
              )) &&
            (!etat.disponibilites.length ||
              etat.disponibilites.includes(candidate.disponibilite)) &&
            (!etat.departement || ou?.departement === etat.departement) &&
            (!etat.amenages || candidate.horairesAmenages) &&
            (!etat.gratification || candidate.gratification);
          return convient ? [rang] : [];
        });
        expect(trouvailles.map(({ rang }) => rang).sort((a, b) => a - b)).toEqual(attendues);
      }),
    );
  });

  it('le compte d’une option est ce que donnerait la liste si elle était choisie', () => {
    fc.assert(
      fc.property(lot, filtres, (unLot, partiels) => {
        const etat: Filtres = { ...SANS_FILTRE, ...partiels };
        const nombre = (autre: Partial<Filtres>) =>
          filtrer([unLot], {
            filtres: { ...etat, ...autre },
            centre: CENTRE,
            portee: TOUT,
            domaine: null,
          }).trouvailles.length;
        const { comptes } = filtrer([unLot], {
          filtres: etat,
          centre: CENTRE,
          portee: TOUT,
          domaine: null,
        });
        for (const duree of ['courte', 'longue', 'a-convenir'] as const)
          expect(comptes.duree[duree]).toBe(nombre({ durees: [duree] }));
        expect(comptes.disponibilite.reserve ?? 0).toBe(nombre({ disponibilites: ['reserve'] }));
        expect(comptes.departement['92'] ?? 0).toBe(nombre({ departement: '92' }));
        expect(comptes.amenages).toBe(nombre({ amenages: true }));
        expect(comptes.gratification).toBe(nombre({ gratification: true }));
        for (const rayon of RAYONS_KM) expect(comptes.rayon[rayon] ?? 0).toBe(nombre({ rayon }));
      }),
    );
  });

  it('s’en tient à la portée de la page', () => {
    fc.assert(
      fc.property(lot, (unLot) => {
        const portee = { domaine: 3, departements: ['92'] };
        const { trouvailles } = filtrer([unLot], {
          filtres: SANS_FILTRE,
          centre: null,
          portee,
          domaine: null,
        });
        for (const { ligne: trouvee } of trouvailles) {
          expect(trouvee.domaine).toBe(3);
          expect(unLot.communes[trouvee.commune]?.departement).toBe('92');
        }
      }),
    );
  });
});

describe('le tri', () => {
  const lignes = fc.array(
    fc.record({
      ligne: ligne(1),
      distance: fc.option(fc.double({ min: 0, max: 1000, noNaN: true })),
    }),
  );

  it('met les plus proches d’abord, et ce qui n’est pas situé à la fin', () => {
    fc.assert(
      fc.property(lignes, (trouvailles) => {
        const triees = trier([...trouvailles], { filtres: SANS_FILTRE, centre: CENTRE });
        const distances = triees.map(({ distance }) => distance ?? Infinity);
        expect(distances).toEqual([...distances].sort((a, b) => a - b));
      }),
    );
  });

  it('met les fins inconnues après toutes les autres', () => {
    fc.assert(
      fc.property(lignes, (trouvailles) => {
        const filtresFin = { ...SANS_FILTRE, tri: 'fin' } as const;
        const fins = trier([...trouvailles], { filtres: filtresFin, centre: null }).map(
          ({ ligne: { fin } }) => fin || Infinity,
        );
        expect(fins).toEqual([...fins].sort((a, b) => a - b));
      }),
    );
  });
});

describe('les lots à lire', () => {
  it('aucun lot qui contient un parcours dans le rayon n’est oublié', () => {
    const point = fc.record({
      latitude: fc.double({ min: 42, max: 51, noNaN: true }),
      longitude: fc.double({ min: -4, max: 8, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, fc.constantFrom(...RAYONS_KM), (centre, ou, rayon) => {
        const resume = {
          id: '92',
          lignes: 1,
          emprise: [ou.latitude, ou.latitude, ou.longitude, ou.longitude] as [
            number,
            number,
            number,
            number,
          ],
          departements: ['92'],
        };
        const demande = { filtres: { ...SANS_FILTRE, rayon }, centre, portee: TOUT, domaine: null };
        if (distanceKm(centre, ou) <= rayon)
          expect(lotsUtiles([resume], demande)).toEqual([resume]);
      }),
      { numRuns: 1000 },
    );
  });
});
