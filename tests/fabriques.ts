import type { Parcours } from '../src/core/parcours.ts';

/** Un parcours valable, dont un test ne donne que ce qui compte pour lui. */
export function unParcours(champs: Partial<Parcours> = {}): Parcours {
  return {
    id: 'bcdfghjk',
    intitule: 'Préparer une commande, tenir un inventaire',
    domaine: 'logistique',
    taches: ['Préparer une commande', 'Tenir un inventaire'],
    heures: 300,
    commune: '92050',
    conditions: ['Repas pris en charge.'],
    horairesAmenages: false,
    gratificationPrevue: false,
    disponibilite: 'disponible',
    publieLe: '2026-01-15',
    finLe: '2028-01-15',
    finReconductionLe: null,
    ...champs,
  };
}
