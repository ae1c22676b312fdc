import { personneDeclaree } from '../../../src/declaration/regles/contacts.ts';
import type { DeclarationRecue } from '../../../src/declaration/regles/declaration-recue.ts';
import type { Tranche } from '../../../src/lieux/regles/lieux.ts';
import type { Territoire } from '../../../src/lieux/regles/territoire.ts';
import { bornesDe } from '../../../src/socle/bornes.ts';

/** Ce que le site publie et que ces pages lisent : des exemples, un département, ses communes. */
const TERRITOIRE: Territoire = {
  departement: { code: '92', nom: 'Hauts-de-Seine' },
  academie: { nom: 'Versailles' },
  region: 'Île-de-France',
  communes: { '92050': 'Nanterre' },
};
const TRANCHE: Tranche = {
  complet: true,
  suites: [],
  lieux: [['92050', 'Nanterre', '92', '92000', 48.896, 2.206, 0]],
};
const EXEMPLES = { informatique: ['Préparer un poste de travail', 'Ranger le stock'] };

export function lireJsonDEssai(chemin: string): Promise<unknown> {
  if (chemin === '/acheteur/declarer/exemples.json') return Promise.resolve(EXEMPLES);
  if (chemin === '/lieux/departements/92.json') return Promise.resolve(TERRITOIRE);
  if (chemin.startsWith('/lieux/departements/'))
    return Promise.reject(new Error(`${chemin} : 404`));
  return Promise.resolve(TRANCHE);
}

export const DOMAINES = { informatique: 'Informatique', logistique: 'Logistique' };

export const BORNES = bornesDe(personneDeclaree);

const personne = (role: string, nom: string) => ({
  role,
  nom,
  courriel: `${role}@structure.example`,
  telephone: role === 'entreprise-2' ? '01 99 00 00 00' : null,
});

/** Ce que le service dit d'une déclaration. */
export const uneDeclaration = (change: Partial<DeclarationRecue & { statut: string }> = {}) => ({
  statut: 'declaree',
  reference: 'P-bcdfgh',
  role: 'entreprise-2',
  public: {
    id: 'bcdfghjk',
    intitule: 'Préparer un poste de travail',
    domaine: 'informatique',
    taches: ['Préparer un poste de travail'],
    heures: 450,
    commune: '92050',
    conditions: ['Repas pris en charge.'],
    horairesAmenages: true,
    gratificationPrevue: false,
    disponibilite: 'disponible' as const,
    publieLe: '2026-11-23',
    finLe: '2029-06-30',
    finReconductionLe: null,
  },
  contacts: [
    personne('entreprise-1', 'Camille Exemple'),
    personne('entreprise-2', 'Sacha Exemple'),
  ],
  contactsConfirmesLe: null,
  ...change,
});
