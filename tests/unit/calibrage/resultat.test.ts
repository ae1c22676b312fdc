import { describe, expect, it } from 'vitest';
import { SAISIE_VIDE, type Saisie } from '../../../src/calibrage/regles/marche.ts';
import { erreursADire, resultat } from '../../../src/calibrage/regles/resultat.ts';

const uneSaisie = (champs: Partial<Saisie>): Saisie => ({ ...SAISIE_VIDE, ...champs });

describe('les erreurs d’une saisie', () => {
  const saisie = uneSaisie({ montant: 'beaucoup', duree: '18,5' });

  it('ne se disent pas pendant la frappe', () => {
    expect(erreursADire(saisie, {}, 'aucune')).toEqual({});
  });

  it('se disent champ par champ quand on les quitte, et toutes quand on demande le résultat', () => {
    expect(Object.keys(erreursADire(saisie, {}, 'duree'))).toEqual(['duree']);
    expect(Object.keys(erreursADire(saisie, {}, 'toutes'))).toEqual(['montant', 'duree']);
  });

  it('ne reprochent rien à un champ que l’on traverse sans le remplir', () => {
    expect(erreursADire(SAISIE_VIDE, {}, 'montant')).toEqual({});
    expect(Object.keys(erreursADire(SAISIE_VIDE, {}, 'toutes'))).toEqual(['montant']);
  });

  it('restent dites pendant que l’on corrige, et s’en vont avec ce qu’elles reprochaient', () => {
    const dites = erreursADire(saisie, {}, 'toutes');
    const corrigee = uneSaisie({ montant: 'beaucou', duree: '18' });
    expect(Object.keys(erreursADire(corrigee, dites, 'aucune'))).toEqual(['montant']);
    expect(erreursADire(uneSaisie({ montant: '150 000,50' }), dites, 'aucune')).toEqual({});
  });
});

describe('le résultat', () => {
  it('invite à écrire le montant, puis à corriger ce qui est signalé', () => {
    const fausse = uneSaisie({ montant: 'beaucoup' });
    expect(resultat(SAISIE_VIDE, {}).resume).toMatch(/^Écrivez le montant/);
    expect(resultat(fausse, {}).resume).toMatch(/^Écrivez le montant/);
    expect(resultat(fausse, erreursADire(fausse, {}, 'toutes')).resume).toMatch(/^Corrigez/);
  });

  it('donne le détail d’un marché lisible', () => {
    const { resume, detail } = resultat(uneSaisie({ montant: '150 000', duree: '24' }), {});
    expect(resume).toContain('9 semaines (300 h)');
    expect(detail).toMatchObject({ heures: 300, marche: { montant: 150_000, dureeMois: 24 } });
  });
});
