import { describe, expect, it } from 'vitest';
import { faitsDuParcours } from '../../../src/parcours/regles/faits.ts';
import { unParcours } from '../../fabriques.ts';

const LIEU = {
  commune: 'Nanterre',
  departement: { code: '92', nom: 'Hauts-de-Seine' },
  academie: { nom: 'Versailles' },
};

const fait = (terme: string, change = {}) =>
  faitsDuParcours(unParcours(change), LIEU).find((candidat) => candidat.terme === terme);

describe('les faits d’un parcours', () => {
  it('disent la durée en semaines et en heures, et ses partages', () => {
    expect(fait('Durée', { heures: 900 })).toEqual({
      terme: 'Durée',
      fort: '26 semaines (900 h), environ 6 mois',
      precisions: [
        {
          phrase:
            'Peut se répartir entre plusieurs jeunes, l’un après l’autre : 2 × 450 h, 3 × 300 h, 6 × 150 h.',
        },
      ],
    });
    expect(fait('Durée', { heures: null })?.fort).toBe('Durée à convenir');
  });

  it('disent la commune, le département et l’académie', () => {
    expect(fait('Lieu')).toMatchObject({ fort: 'Nanterre', texte: ', Hauts-de-Seine (92)' });
    expect(fait('Lieu')?.precisions?.[0]?.academie).toBe('Versailles');
  });

  it('ne répètent pas une reconduction à la même date', () => {
    const dates = { finLe: '2028-06-30', finReconductionLe: '2028-06-30' };
    expect(fait('Fin du parcours', dates)?.precisions).toEqual([]);
    expect(
      fait('Fin du parcours', { ...dates, finReconductionLe: '2029-06-30' })?.precisions,
    ).toEqual([{ phrase: 'Si le marché est reconduit :', jour: '2029-06-30' }]);
    expect(fait('Fin du parcours', { finLe: null, finReconductionLe: null })?.texte).toBe(
      'Non précisée',
    );
  });

  it('taisent la date de publication tant qu’elle est inconnue', () => {
    expect(fait('Publié le', { publieLe: null })).toBeUndefined();
    expect(fait('Publié le', { publieLe: '2026-11-23' })?.jour).toBe('2026-11-23');
  });
});
