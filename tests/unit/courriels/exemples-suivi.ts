import { LIEU } from '../../fabriques-suivi.ts';
import type { DONNEES_DU_SUIVI } from '../../../supabase/functions/_shared/courriels/suivi/donnees-suivi.ts';

export const LIEN = '6b446bf0-5b2f-41a7-9ed5-9517c827e2bb';

const dossier = {
  reference: 'D-bcdfgh',
  parcours: { id: 'bcdfghj2', intitule: 'Préparer une commande' },
  destinataireNom: 'Alex Inventé',
  lien: LIEN,
};

const aVous = {
  phrase: 'C’est à vous : choisissez un créneau',
  geste: 'Choisissez un créneau',
  aVous: true,
  avantLe: '2026-12-12',
};

export const nouvelle = {
  ...dossier,
  nouvelle: 'L’entreprise a proposé 2 créneaux',
  precision: 'Demander l’accueil, bâtiment <b>C</b>.',
  lieu: LIEU,
  attente: aVous,
};

export const rendezVous = {
  ...nouvelle,
  debut: '2027-01-14T10:30',
  minutes: 45,
  sequence: 2,
  annule: false,
  invite: 'alex@btp.example',
};

const demandeur = { nom: 'Camille Exemple', courriel: 'camille@lycee.example', telephone: null };

export const rappel = {
  ...dossier,
  role: 'entreprise',
  palier: 'rappel',
  alerte: false,
  attente: {
    ...aVous,
    phrase: 'C’est à vous : proposez des créneaux',
    geste: 'Proposez des créneaux',
  },
  retardJours: 0,
  alerteA: null,
  rendezVous: null,
  action: 'proposer-creneaux',
  demandeur,
};

export const question = {
  ...rappel,
  role: 'tutrice',
  palier: 'actualite',
  attente: {
    phrase: 'C’est à vous : dites si votre demande est toujours d’actualité',
    aVous: true,
    avantLe: null,
  },
  aussi: 'Sans réponse de votre part, elle est close le mardi 8 décembre 2026.',
  action: 'toujours-actuel',
  demandeur: null,
};

export const alerteAcheteur = {
  ...rappel,
  role: 'acheteur',
  palier: 'delai-manque',
  alerte: true,
  attente: {
    phrase: 'En attente de l’entreprise : des créneaux',
    aVous: false,
    avantLe: '2026-12-12',
  },
  retardJours: 1,
  action: null,
};

export const EXEMPLES_DU_SUIVI: Record<keyof typeof DONNEES_DU_SUIVI, object> = {
  'suivi-nouvelle': nouvelle,
  'suivi-rendez-vous': rendezVous,
  'suivi-relais': {
    ...nouvelle,
    role: 'entreprise',
    heures: 300,
    debutLe: '2026-12-15',
    activeLe: '2026-12-01T09:00:00Z',
    demandeur: {
      ...demandeur,
      role: 'tuteur-mlds',
      etablissement: 'Lycée inventé',
      message: 'Un jeune aimerait découvrir ce métier.',
    },
  },
  'contact-designe': {
    parcours: [
      {
        parcours: dossier.parcours,
        role: 'entreprise-1',
        dossiers: [{ reference: 'D-bcdfgh', lien: LIEN }],
      },
      { parcours: { id: 'ghjkmnp2', intitule: 'Accueillir' }, role: 'acheteur', dossiers: [] },
    ],
  },
  'contact-remplace': { parcours: [{ parcours: dossier.parcours, role: 'entreprise-1' }] },
  'suivi-relance': { items: [rappel, alerteAcheteur] },
  'suivi-liens': {
    dossiers: [
      {
        lien: LIEN,
        reference: 'D-bcdfgh',
        parcours: dossier.parcours,
        role: 'acheteur',
        activeLe: '2026-12-01T09:00:00Z',
      },
    ],
    declarations: [
      {
        lien: LIEN,
        reference: 'P-bcdfgh',
        intitule: 'Préparer les commandes',
        portee: 'confirmer-contacts',
      },
    ],
    listes: [{ lien: LIEN, portee: 'dossiers', expireLe: '2026-12-01T21:00:00Z' }],
  },
};
