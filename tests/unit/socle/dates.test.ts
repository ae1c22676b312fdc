import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ajouterJours,
  dateDuNumero,
  ecartJours,
  enFrancais,
  jourAParis,
  numeroDeJour,
} from '../../../src/socle/dates.ts';

const jours = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('les dates', () => {
  it('changent de jour à minuit, heure de Paris', () => {
    expect(jourAParis(new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-24');
    expect(jourAParis(new Date('2026-07-01T21:59:00Z'))).toBe('2026-07-01');
  });

  it('s’écrivent en français, le premier du mois compris', () => {
    expect(enFrancais('2027-03-01')).toBe('1er mars 2027');
    expect(enFrancais('2026-12-07', { jourDeSemaine: true })).toBe('lundi 7 décembre 2026');
    expect(enFrancais('2027-03-01', { jourDeSemaine: true })).toBe('lundi 1er mars 2027');
    expect(enFrancais('2027-03-11')).toBe('11 mars 2027');
  });

  it('ajoutent des jours calendaires, passage à l’heure d’été compris', () => {
    expect(ajouterJours('2026-03-28', 2)).toBe('2026-03-30');
    expect(ajouterJours('2024-02-28', 2)).toBe('2024-03-01');
  });

  it('aller et retour : l’écart de deux dates redonne l’ajout', () => {
    fc.assert(
      fc.property(jours, fc.integer({ min: -3000, max: 3000 }), (jour, n) => {
        expect(ecartJours(jour, ajouterJours(jour, n))).toBe(n);
      }),
    );
  });

  it('aller et retour par le numéro de jour', () => {
    fc.assert(
      fc.property(jours, (jour) => {
        expect(dateDuNumero(numeroDeJour(jour))).toBe(jour);
      }),
    );
    expect(dateDuNumero(numeroDeJour(null))).toBeNull();
  });
});
