import fc from 'fast-check';
import { VOLUMES } from '../src/calibrage/regles/calibrage.ts';
import type { Reponses } from '../src/clause/regles/reponses.ts';
import type { Parcours } from '../src/parcours/regles/parcours.ts';

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

const motInvente = fc.stringMatching(/^[QWXZ][qwxz]{2,12}$/);
const nombre = fc.integer({ min: 1, max: 999 });
/** Des réponses quelconques à la clause, sans rien qui ressemble à un mot du modèle. */
export const reponsesDeClause: fc.Arbitrary<Reponses> = fc.record({
  acheteur: fc.option(motInvente, { nil: '' }),
  objet: fc.option(motInvente, { nil: '' }),
  heures: fc.option(fc.constantFrom(...VOLUMES.map(({ heures }) => heures as number))),
  portee: fc.constantFrom('', 'marche', 'lots'),
  lots: fc.option(fc.integer({ min: 1, max: 99 })),
  numeros: fc.option(motInvente, { nil: '' }),
  bons: fc.constantFrom('', 'oui', 'non'),
  seuil: fc.option(nombre.map(String), { nil: '' }),
  delaiReponse: fc.option(nombre),
  delaiAccueil: fc.option(nombre),
  justificatifs: fc.option(nombre),
  gratification: fc.constantFrom('', 'oui', 'non'),
  penaliteReunion: fc.option(nombre.map(String), { nil: '' }),
  penaliteRetard: fc.option(nombre.map(String), { nil: '' }),
  coefficient: fc.option(fc.integer({ min: 1, max: 99 }).map(String), { nil: '' }),
});
