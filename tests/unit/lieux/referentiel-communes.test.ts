import { describe, expect, it } from 'vitest';
import { distanceKm } from '../../../src/socle/distance.ts';
import {
  academieDuDepartement,
  academies,
  lireAcademie,
} from '../../../src/lieux/referentiel/academies.ts';
import { communeParCode, communes } from '../../../src/lieux/referentiel/communes.ts';
import {
  departementDuCodePostal,
  departementParCode,
  departements,
  lireDepartement,
} from '../../../src/lieux/referentiel/departements.ts';
import { trouverCommune } from '../../../src/lieux/referentiel/recherche-commune.ts';

describe('le référentiel des communes', () => {
  it('tient toutes les communes, avec des codes uniques et un département connu', () => {
    expect(communes().length).toBeGreaterThan(34_900);
    expect(new Set(communes().map(({ code }) => code)).size).toBe(communes().length);
    expect(communes().every(({ departement }) => departementParCode(departement))).toBe(true);
  });

  it('nomme les arrondissements comme on les dit, et garde les trois villes entières', () => {
    expect(communeParCode('75107')?.nom).toBe('Paris 7e');
    expect(communeParCode('69381')?.nom).toBe('Lyon 1er');
    expect(['75056', '69123', '13055'].map((code) => communeParCode(code)?.nom)).toEqual([
      'Paris',
      'Lyon',
      'Marseille',
    ]);
    expect(communeParCode('99999')).toBeUndefined();
  });

  it.each([
    ['75107', 48.857, 2.32],
    ['69383', 45.76, 4.85],
    ['97411', -20.882, 55.45],
    ['97611', -12.78, 45.228],
    ['98735', -17.535, -149.57],
    ['2A004', 41.92, 8.738],
  ])('situe %s à moins de 5 km', (code, latitude, longitude) => {
    const commune = communeParCode(code);
    expect(commune?.approximative).toBe(false);
    const ici = { latitude: commune?.latitude ?? 0, longitude: commune?.longitude ?? 0 };
    expect(distanceKm(ici, { latitude, longitude })).toBeLessThan(5);
  });

  it('situe les autres à peu près, et le dit', () => {
    const abergement = communeParCode('01001');
    expect(abergement?.approximative).toBe(true);
    const ici = { latitude: abergement?.latitude ?? 0, longitude: abergement?.longitude ?? 0 };
    expect(distanceKm(ici, { latitude: 46.153, longitude: 4.926 })).toBeLessThan(25);
    expect(communes().filter(({ latitude }) => latitude === null)).toEqual([]);
  });
});

describe('la recherche d’une commune', () => {
  it.each([
    [{ codePostal: '75007', nom: 'Paris' }, '75107'],
    [{ codePostal: '75007' }, '75107'],
    [{ codePostal: '75116', nom: 'PARIS' }, '75116'],
    [{ codePostal: '75007', nom: 'Paris 7e' }, '75107'],
    [{ codePostal: '67800', nom: 'Hœnheim' }, '67204'],
    [{ codePostal: '93200', nom: 'ST DENIS' }, '93066'],
    [{ codePostal: '94240', nom: 'L’Haÿ les Roses' }, '94038'],
    [{ codePostal: '78955', nom: 'Carrières ss/ Poissy' }, '78123'],
    [{ nom: 'Saint-Denis', departement: '974' }, '97411'],
    [{ nom: 'Lyon 3ème' }, '69383'],
  ])('%j donne %s sans rien supposer', (adresse, code) => {
    expect(trouverCommune(adresse)).toEqual({ commune: communeParCode(code), supposition: null });
  });

  it.each([
    [{ codePostal: '75340', nom: 'Paris CEDEX 07' }, '75107'],
    [{ codePostal: '93400', nom: 'Saint-Ouen' }, '93070'],
    [{ codePostal: '93210', nom: 'Saint-Denis La Plaine' }, '93066'],
    [{ codePostal: '01300', nom: 'Arbignieu' }, '01015'],
    [{ codePostal: '92220', nom: 'Montrouge' }, '92049'],
    [{ codePostal: '98704', nom: "Faa'a" }, '98715'],
    [{ nom: 'Paris' }, '75056'],
  ])('%j donne %s en disant ce qui est supposé', (adresse, code) => {
    const trouvaille = trouverCommune(adresse);
    expect(trouvaille).toMatchObject({ commune: { code } });
    expect('supposition' in trouvaille && trouvaille.supposition).toBeTruthy();
  });

  it.each([
    [{}],
    [{ codePostal: '01300', nom: 'Inconnue' }],
    [{ codePostal: '75001', nom: 'Lyon' }],
    [{ codePostal: '00000' }],
    [{ nom: 'Saint-Denis' }],
    [{ nom: 'Lyon', departement: '33' }],
  ])('%j ne donne rien de sûr', (adresse) => {
    expect(trouverCommune(adresse)).toHaveProperty('erreur');
  });
});

describe('les départements et académies', () => {
  it('rattachent chaque département à une académie, et une seule', () => {
    const codes = academies().flatMap((academie) => academie.departements);
    expect([...codes].sort()).toEqual(
      departements()
        .map(({ code }) => code)
        .sort(),
    );
    expect(academieDuDepartement('974')?.nom).toBe('La Réunion');
  });

  it.each([
    ['93', '93'],
    ['93 - Seine-Saint-Denis', '93'],
    ['Seine St Denis (93)', '93'],
    ['seine saint denis', '93'],
    ['2A', '2A'],
    ['Corse-du-Sud (2a)', '2A'],
    ['1', '01'],
    ['974', '974'],
    ['Réunion', '974'],
    ["Val d'Oise", '95'],
    ['département du Nord', '59'],
  ])('« %s » se lit %s', (texte, code) => {
    expect(lireDepartement(texte)).toBe(code);
  });

  it.each(['', 'Corse', '20', '99', '75 - Rhône', 'Île-de-France'])(
    '« %s » ne se lit pas',
    (texte) => {
      expect(lireDepartement(texte)).toBeNull();
    },
  );

  it('lit le département d’un code postal', () => {
    expect(
      ['75007', '97400', '20000', '20200', '98704', '00000'].map(departementDuCodePostal),
    ).toEqual(['75', '974', '2A', '2B', '987', null]);
  });

  it.each([
    ['Créteil', 'creteil'],
    ['Académie de Caen', 'normandie'],
    ['académie d’Aix-Marseille', 'aix-marseille'],
    ['La Réunion', 'la-reunion'],
    ['Polynésie française (vice-rectorat)', 'polynesie-francaise'],
    ['Ailleurs', null],
  ])('lit l’académie « %s »', (texte, slug) => {
    expect(lireAcademie(texte)).toBe(slug);
  });
});
