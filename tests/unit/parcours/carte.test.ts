import { describe, expect, it } from 'vitest';
import { texteDeCarte } from '../../../src/parcours/regles/carte.ts';

const CARTE = {
  id: 'bcdfghjk',
  intitule: 'Tenir un inventaire',
  domaine: 'Logistique',
  heures: 300,
  commune: 'Nanterre',
  departement: '92',
  disponibilite: 'disponible',
  horairesAmenages: true,
  gratification: true,
  fin: '2028-02-15',
  distance: 12.4,
  approximative: false,
} as const;

describe('le texte d’une carte', () => {
  it('dit le lieu, la distance, la durée et ce que l’accueil a de particulier', () => {
    expect(texteDeCarte(CARTE)).toEqual({
      disponibilite: 'Disponible',
      ton: 'fr-badge--success',
      lieu: 'Nanterre (92), à 12 km',
      duree: '9 semaines (300 h)',
      plus: 'Horaires aménagés, gratification. Jusqu’au 15 février 2028',
    });
  });

  it('dit qu’un long parcours se partage', () => {
    expect(texteDeCarte({ ...CARTE, heures: 900 }).duree).toBe('26 semaines (900 h), partageable');
  });

  it('ne dit rien de ce qu’il ne sait pas', () => {
    const inconnue = {
      ...CARTE,
      heures: null,
      horairesAmenages: false,
      gratification: false,
      fin: null,
      distance: null,
    };
    expect(texteDeCarte(inconnue)).toMatchObject({
      lieu: 'Nanterre (92)',
      duree: 'Durée à convenir',
      plus: '',
    });
  });

  it('prévient qu’une position est approchée', () => {
    expect(texteDeCarte({ ...CARTE, approximative: true }).lieu).toContain('à environ 12 km');
  });
});
