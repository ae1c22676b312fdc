import type { Contexte, DONNEES } from '../../../supabase/functions/_shared/courriels/donnees.ts';
import { rediger } from '../../../supabase/functions/_shared/courriels/rediger.tsx';
import { EXEMPLES_DU_SUIVI, LIEN } from './exemples-suivi.ts';

export const contexte: Contexte = {
  site: 'https://csf.example',
  equipe: 'equipe@csf.example',
  delais: { reponse: 11, accueil: 33 },
  jeton: (id) => Promise.resolve(`jeton-de-${id}`),
  code: () => Promise.resolve('bcdfghjk'),
  maintenant: new Date('2026-12-01T09:00:00Z'),
};
export const resume = {
  reference: 'D-bcdfgh',
  parcours: {
    id: 'bcdfghj2',
    intitule: 'Préparer une commande',
    commune: '92050',
    domaine: 'logistique',
    heures: 600,
    heuresFaites: 0,
    finLe: null,
    finReconductionLe: null,
  },
  heures: 300,
  debutLe: '2026-12-15',
  demandeur: {
    nom: 'Camille Exemple',
    role: 'tuteur-mlds',
    etablissement: 'Lycée inventé',
    courriel: 'camille@lycee.example',
    telephone: '01 99 00 12 34',
    message: 'Bonjour,\nun jeune motivé & <b>curieux</b>.',
  },
  activeLe: '2026-12-01T09:00:00Z',
};
const personne = {
  role: 'entreprise-1',
  nom: 'Alex Inventé',
  courriel: 'alex@btp.example',
  telephone: null,
};
const fiche = {
  id: 'bcdfghj2',
  intitule: 'Préparer une commande',
  domaine: 'logistique',
  taches: ['Préparer une commande', 'Ranger'],
  heures: 300,
};
const declaration = { reference: 'P-bcdfgh', public: fiche };
const message = {
  reference: 'M-bcdfgh',
  role: 'entreprise',
  sujet: 'contact-change',
  parcoursId: 'bcdfghj2',
  nom: 'Alex Inventé',
  courriel: 'alex@btp.example',
};
export const destinataire = { destinataireNom: 'Alex Inventé', destinataireRole: 'entreprise-1' };

const VERIFICATION = {
  par: 'coordination',
  depuisLe: '2026-12-01T09:05:00Z',
  relaisLe: '2026-12-03',
  gardeeJusquAu: '2026-12-08',
};

export const EXEMPLES: Record<keyof typeof DONNEES, object> = {
  'confirmer-interet': { ...resume, activeLe: null, lien: LIEN, expireLe: '2026-12-03T09:05:00Z' },
  'liste-d-attente': { ...resume, activeLe: null, lien: LIEN, rang: 2 },
  'parcours-libere': { ...resume, activeLe: null, lien: LIEN, expireLe: '2026-12-04T09:00:00Z' },
  'verifier-personne': {
    ...resume.demandeur,
    id: LIEN,
    reference: resume.reference,
    academie: 'versailles',
    parcours: resume.parcours,
    verification: VERIFICATION,
    lien: LIEN,
  },
  'verification-en-cours': { ...resume, activeLe: null, lien: LIEN, verification: VERIFICATION },
  'verification-finie': { ...resume, activeLe: null, raison: 'inconnue' },
  'proposition-expiree': { ...resume, activeLe: null },
  'attente-close': { ...resume, activeLe: null, restantes: null },
  'interet-confirme': { ...resume, lien: LIEN, entreprises: 2 },
  'interet-entreprise': { ...resume, ...destinataire, lien: LIEN },
  'interet-retire': { ...resume, ...destinataire },
  'interet-copie': { ...resume, ...destinataire, destinataireRole: 'acheteur', lien: LIEN },
  'interet-equipe': { ...resume, lien: LIEN, contacts: 3, entreprises: 2 },
  'message-equipe': {
    ...message,
    message: 'Je quitte mes fonctions.',
    details: {
      nouveauContact: { nom: 'Sam Inventé', courriel: 'sam@btp.example', telephone: null },
    },
  },
  'message-recu': message,
  'confirmer-contacts': {
    ...declaration,
    lien: LIEN,
    contacts: [personne],
    destinataireNom: 'Alex Inventé',
  },
  'contacts-confirmes': { ...declaration, contacts: [personne] },
  'contact-modifie': { ...declaration, role: 'entreprise-1', nom: 'Alex', aVerifier: true },
  'contacts-a-verifier': { ...declaration, contacts: [personne] },
  'declaration-equipe': { ...declaration, lien: LIEN, contacts: [personne] },
  'declaration-recue': declaration,
  'declaration-validee': declaration,
  'declaration-refusee': { ...declaration, motif: 'Le volume ne correspond pas.' },
  'dossier-clos': {
    reference: 'D-bcdfgh',
    parcours: resume.parcours,
    destinataireNom: 'Alex Inventé',
    raison: 'muet',
    mois: 12,
    aLaTutrice: false,
  },
  'personne-export': { fichier: '{ "adresse": "alex@btp.example" }' },
  'personne-effacee': { demandesRetirees: ['D-bcdfgh', 'D-bcdfgj'], declarationsCloses: [] },
  'releve-equipe': {
    nom: 'Noa Exemple',
    courriel: 'noa@mairie.example',
    telephone: null,
    courrielParti: 'partie@mairie.example',
    reference: 'D-bcdfgh',
  },
  'releve-recue': { nom: 'Noa Exemple' },
  'releve-acceptee': {
    nom: 'Noa Exemple',
    parcours: 3,
    lien: LIEN,
    expireLe: '2026-12-01T21:00:00.000Z',
  },
  'releve-refusee': { nom: 'Noa Exemple' },
  'releve-passee': { nom: 'Noa Exemple' },
  ...EXEMPLES_DU_SUIVI,
};
export const GABARITS = Object.keys(EXEMPLES) as (keyof typeof DONNEES)[];

export const ecrire = (gabarit: keyof typeof DONNEES, plus: object = {}) =>
  rediger(gabarit, { ...EXEMPLES[gabarit], ...plus }, contexte);
