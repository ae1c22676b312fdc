import { describe, expect, it } from 'vitest';
import {
  direLaLecture,
  direLeCompte,
  lignesDuTableau,
  tableauACopier,
} from '../../../src/tableaux/regles/mots.ts';
import { nommer } from '../../../src/tableaux/regles/noms.ts';
import { direCourriel } from '../../../src/tableaux/regles/phrases.ts';
import { DONNEES } from '../../../supabase/functions/_shared/courriels/donnees.ts';
import { unSuiviDeTableau, uneLigneDeTableau } from '../../fabriques-tableau.ts';

describe('le tableau à coller', () => {
  const noms = {
    domaine: () => 'Logistique',
    academie: () => 'Versailles',
    commune: () => 'Nanterre (92)',
    derniere: () => 'L’entreprise a été prévenue',
  };

  it('dit la même chose que le fichier CSV', () => {
    const toutes = [uneLigneDeTableau(), uneLigneDeTableau({ reference: 'D-autre1' })];
    const copiees = tableauACopier(toutes, noms).split('\n');
    expect(copiees).toHaveLength(3);
    expect(copiees[0]?.replaceAll('\t', ',')).toBe(lignesDuTableau(toutes, noms)[0]);
    expect(copiees[2]).toMatch(/^D-autre1\tbcdfghjk\tPréparer une commande, tenir/);
  });
});

describe('les mots d’un tableau', () => {
  it('comptent les dossiers, et ceux en retard quand il y en a', () => {
    const enRetard = uneLigneDeTableau({ suivi: unSuiviDeTableau({ retardJours: 2 }) });
    expect(direLeCompte([])).toBe('Aucun dossier');
    expect(direLeCompte([uneLigneDeTableau()])).toBe('1 dossier');
    expect(direLeCompte([uneLigneDeTableau(), enRetard])).toBe('2 dossiers, dont 1 en retard');
  });

  it.each([...Object.keys(DONNEES), 'regroupement'])(
    'nomment le courriel %s, s’il n’est pas arrivé',
    (gabarit) => {
      expect(direCourriel(gabarit)).not.toBe(direCourriel('un-autre'));
    },
  );

  it('disent quand il a été lu, à l’heure de Paris', () => {
    expect(direLaLecture('2027-06-30T22:05:00Z')).toBe('1er juillet 2027 à 0 h 05');
  });

  it('nomment ce que la page connaît, et laissent au reste son code', () => {
    const noms = nommer(
      { domaines: { logistique: 'Logistique' }, academies: { lyon: 'Lyon' } },
      { 92050: ['Nanterre', '92'] },
    );
    expect([noms.domaine('logistique'), noms.domaine('autre')]).toEqual(['Logistique', 'autre']);
    expect([noms.academie('lyon'), noms.academie('brest')]).toEqual(['Lyon', 'brest']);
    expect([noms.commune('92050'), noms.commune('29019')]).toEqual([
      'Nanterre (92)',
      'commune 29019',
    ]);
  });
});
