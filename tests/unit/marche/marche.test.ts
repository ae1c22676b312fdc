import { describe, expect, it } from 'vitest';
import { marcheSaisi } from '../../../src/marche/regles/marche.ts';
import { faitsDuMarche } from '../../../src/marche/regles/mots.ts';
import { lireMarche } from '../../../src/outils/import/marche.ts';
import { MARCHE } from '../../fabriques-suivi.ts';
import { uneLigne } from '../outils/import/un-export.ts';

describe('le marché d’une ligne de l’export', () => {
  const lire = (objetDetaille: string, objet = '') =>
    lireMarche(uneLigne({ objetDetaille, objet }));

  it.each([
    ['Moyens de secours Lot n° 3 : Asnières', 'Moyens de secours', 'Lot n° 3 : Asnières'],
    ['Ordinateurs et prestations (lot n°1)', 'Ordinateurs et prestations', 'Lot n°1'],
    [
      'Sécurité F5 et Cisco. Lot 1 : Firewall et Lot 3',
      'Sécurité F5 et Cisco',
      'Lot 1 : Firewall et Lot 3',
    ],
    ['Marché de commerce, vente, lot 2', 'Marché de commerce, vente', 'Lot 2'],
    ['Pilotage de 3 projets', 'Pilotage de 3 projets', null],
    ['Lot 4', 'Lot 4', null],
  ])('« %s » : l’objet, puis le lot s’il est dit', (cellule, objet, lot) => {
    expect(lire(cellule)).toMatchObject({ objet, lot });
  });

  it('n’invente rien : une cellule vide laisse sa ligne vide', () => {
    const vide = { entreprise: '', acheteur: '', objet: '', objetDetaille: ' ', adresse: '' };
    const marche = lireMarche(uneLigne(vide));
    expect(Object.values(marche)).toEqual([null, null, null, null, null]);
    expect(faitsDuMarche(marche)).toEqual([]);
    expect(lire('', 'Objet court')).toMatchObject({ objet: 'Objet court', lot: null });
  });

  it('tient dans la base, sur une ligne', () => {
    const { objet } = lire(`Un\n\tobjet ${'très '.repeat(200)}long`);
    expect(objet).toHaveLength(500);
    expect(objet).toMatch(/^Un objet très.*…$/);
  });
});

describe('un marché', () => {
  it('se dit du plus parlant au plus précis, sans ligne vide', () => {
    expect(faitsDuMarche({ ...MARCHE, lot: null, site: null })).toEqual([
      ['Marché', MARCHE.objet],
      ['Entreprise', MARCHE.entreprise],
      ['Acheteur', MARCHE.acheteur],
    ]);
    expect(faitsDuMarche(null)).toEqual([]);
  });

  it('déclaré, il peut être vide, et ne porte ni lien ni saut de ligne', () => {
    expect(marcheSaisi.parse({})).toEqual(
      lireMarche(
        uneLigne({ entreprise: '', acheteur: '', objet: '', objetDetaille: '', adresse: '' }),
      ),
    );
    expect(marcheSaisi.parse(MARCHE)).toEqual(MARCHE);
    for (const objet of ['voir https://piege.example', 'a@b.example', 'un\nobjet'])
      expect(marcheSaisi.safeParse({ ...MARCHE, objet }).success).toBe(false);
  });
});
