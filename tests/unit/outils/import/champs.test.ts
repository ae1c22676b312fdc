import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intituleDesTaches } from '../../../../src/parcours/regles/mise-en-forme.ts';
import { lireHeures } from '../../../../src/outils/import/heures.ts';
import { lireAdresse, trouverLieu } from '../../../../src/outils/import/lieu.ts';
import {
  annonceGratification,
  annonceHorairesAmenages,
  enConditions,
  enTaches,
} from '../../../../src/outils/import/textes.ts';
import { cellule } from '../../../../src/outils/import/rapport.ts';
import { reglages, uneLigne } from './un-export.ts';

describe('les heures', () => {
  it.each([
    ['300', 300],
    ['300h', 300],
    ['150 h', 150],
    ['900 heures', 900],
    ['1 200 h', 1200],
    ['1\u00a0200', 1200],
    ['2 x 150', 300],
    ['3 × 300 h', 900],
    ['450,00', 450],
    ['300 h (2 mois)', 300],
    ['200', 200],
  ])('lit « %s »', (texte, heures) => {
    expect(lireHeures(texte)).toBe(heures);
  });

  it.each(['', 'autre', '0', '-300', '99999', '150,5', '2 mois', '300 ou 450', 'h', '1e3'])(
    'garde « %s » comme inconnu',
    (texte) => {
      expect(lireHeures(texte)).toBeNull();
    },
  );

  it('relisent tout volume, écrit de plusieurs façons', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.constantFrom('', 'h', ' h', ' heures', ' H'),
        (heures, unite) => {
          expect(lireHeures(`${heures}${unite}`)).toBe(heures);
          expect(lireHeures(`${heures.toLocaleString('fr-FR')}${unite}`)).toBe(heures);
        },
      ),
    );
  });
});

describe('le lieu', () => {
  it.each([
    ['27 rue Oudinot, 75007 Paris', '75007', 'Paris'],
    ['12 rue du Moulin 93200 Saint-Denis, France', '93200', 'Saint-Denis'],
    ['BP 70123, 13001 Marseille', '13001', 'Marseille'],
    ['27 rue Oudinot\n75340 PARIS CEDEX 07', '75340', 'PARIS CEDEX 07'],
    ['Rue du Port, Le Havre 76600', '76600', 'Le Havre'],
    ['Site de Lyon, 69003 Lyon (bâtiment B)', '69003', 'Lyon'],
    ['75 007 Paris', '75007', 'Paris'],
  ])('lit le code postal et la ville de « %s »', (adresse, codePostal, nom) => {
    expect(lireAdresse(adresse)).toEqual({ codePostal, nom });
  });

  const lieu = (champs: Parameters<typeof uneLigne>[0]) => trouverLieu(uneLigne(champs));

  it('ne garde que la commune, et ne dit rien quand tout s’accorde', () => {
    expect(lieu({})).toMatchObject({ commune: { code: '75107' }, remarques: [] });
  });

  it('préfère la commune au département et à l’académie, et le dit', () => {
    const { commune, remarques } = lieu({ departement: '93', academie: 'Créteil' });
    expect(commune?.code).toBe('75107');
    expect(remarques.map(({ colonne, bloquante }) => [colonne, bloquante])).toEqual([
      ['Département', false],
      ['Académie', false],
    ]);
  });

  it('se passe d’un département illisible', () => {
    expect(lieu({ departement: 'Atlantide' })).toMatchObject({
      commune: { code: '75107' },
      remarques: [{ motif: 'valeur illisible, déduite de la commune' }],
    });
  });

  it('trouve une ville sans code postal grâce au département', () => {
    expect(
      lieu({ adresse: 'Zone du port, Saint-Denis', departement: '974', academie: 'La Réunion' })
        .commune?.code,
    ).toBe('97411');
  });

  it.each(['', 'à définir', 'Paris ou Lyon', '99999'])('bloque l’adresse « %s »', (adresse) => {
    const { commune, remarques } = lieu({ adresse });
    expect(commune).toBeNull();
    expect(remarques.some(({ bloquante }) => bloquante)).toBe(true);
  });
});

describe('les textes', () => {
  it('font des tâches avec une majuscule, sans point ni doublon', () => {
    expect(enTaches('x', ['ranger.', 'Classer ;', 'RANGER', 'x'.repeat(401)])).toMatchObject({
      phrases: ['Ranger', 'Classer'],
      remarques: [{ motif: 'phrase retirée : elle est trop longue' }],
    });
  });

  it('font des conditions avec un point', () => {
    expect(
      enConditions('x', ['tenue fournie', 'Repas pris en charge.', 'Possible ?']).phrases,
    ).toEqual(['Tenue fournie.', 'Repas pris en charge.', 'Possible ?']);
  });

  it('n’en gardent que trente', () => {
    const { phrases, remarques } = enTaches(
      'x',
      Array.from({ length: 31 }, (_, rang) => `Tâche ${rang}`),
    );
    expect(phrases).toHaveLength(30);
    expect(remarques).toHaveLength(1);
  });

  it('font un intitulé court', () => {
    expect(intituleDesTaches(['Tenir un inventaire', 'Contrôler une livraison'])).toBe(
      'Tenir un inventaire, contrôler une livraison',
    );
    expect(intituleDesTaches(['Tenir un inventaire', 'DAO et plans'])).toBe(
      'Tenir un inventaire, DAO et plans',
    );
    expect(intituleDesTaches(['Tenir un inventaire', 'Suivre '.repeat(12)])).toBe(
      'Tenir un inventaire',
    );
    expect(intituleDesTaches(['mot '.repeat(100)]).length).toBeLessThanOrEqual(160);
  });

  it.each([
    ['Horaires aménagés possibles.', true],
    ['Aménagement des horaires selon le projet.', true],
    ['Horaires de travail adaptables.', true],
    ['Horaires fixes.', false],
    ["Pas d'horaires aménagés.", false],
    ['Horaires non aménageables.', false],
    ['Repas pris en charge.', false],
  ])('lisent les horaires de « %s »', (condition, attendu) => {
    expect(annonceHorairesAmenages([condition])).toBe(attendu);
  });

  it.each([
    ['Gratification prévue par la clause.', true],
    ['Stage gratifié.', true],
    ['Gratification prévue, pas de tenue.', true],
    ['Pas de gratification.', false],
    ['Sans gratification.', false],
    ['Gratification non prévue.', false],
    ['Aucune gratification.', false],
  ])('lisent la gratification de « %s »', (condition, attendu) => {
    expect(annonceGratification([condition])).toBe(attendu);
  });
});

describe('les domaines', () => {
  it.each([
    ['Électricité', 'electricite'],
    ['electricite', 'electricite'],
    ['Commerce / vente', 'commerce-vente'],
    ['Services à la personne', 'service-a-la-personne'],
    ['RESTAURATION ET CUISINE', 'restauration-cuisine'],
    ['Plomberie', null],
    ['', null],
  ])('« %s » donne %s', (texte, domaine) => {
    expect(reglages.domaine(texte)).toBe(domaine);
  });
});

describe('le rapport', () => {
  it('neutralise les formules et protège les séparateurs', () => {
    expect(cellule('=1+1')).toBe("'=1+1");
    expect(cellule('@SOMME')).toBe("'@SOMME");
    expect(cellule('a;b')).toBe('"a;b"');
    expect(cellule('a "b"')).toBe('"a ""b"""');
  });
});
