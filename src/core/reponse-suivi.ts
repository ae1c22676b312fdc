import type { Evenement, RoleDeSuivi } from './evenement.ts';
import type { EtatDeSuivi, Suivi } from './suivi.ts';

/* Sans zod : la page du suivi charge ce fichier dans le navigateur. */

/** Qui ouvre un suivi par un lien personnel : l'entreprise a deux contacts, le marché en a deux aussi. */
export const ROLES_DE_LIEN = [
  'tutrice',
  'entreprise-1',
  'entreprise-2',
  'acheteur',
  'prescripteur',
  'equipe',
] as const;
export type RoleDeLien = (typeof ROLES_DE_LIEN)[number];

/** Le rôle que joue un lien dans le suivi. */
export function roleDuSuivi(lien: RoleDeLien): Exclude<RoleDeSuivi, 'coordination'> {
  if (lien === 'entreprise-1' || lien === 'entreprise-2') return 'entreprise';
  return lien === 'prescripteur' ? 'acheteur' : lien;
}

/** Une personne du dossier. Ses coordonnées manquent quand le rôle qui lit ne doit pas les voir. */
export type PersonneDuDossier = {
  role: Exclude<RoleDeLien, 'tutrice' | 'equipe'>;
  nom: string | null;
  courriel: string | null;
  telephone: string | null;
};

export type DossierDeSuivi = {
  /** « D-bcdfgh ». */
  reference: string;
  /** Rang dans la liste d'attente, ou null. */
  rang: number | null;
  parcours: {
    id: string;
    intitule: string;
    /** Code INSEE. */
    commune: string;
    domaine: string;
    /** Heures prévues, ou null quand elles sont à convenir. */
    heures: number | null;
    heuresFaites: number;
    finLe: string | null;
    finReconductionLe: string | null;
  };
  /** Heures demandées pour ce jeune. */
  heures: number;
  debutLe: string;
  academie: string;
  activeLe: string | null;
  /** Le tuteur ou la tutrice. Champs null une fois la demande anonymisée. */
  demandeur: {
    nom: string | null;
    courriel: string | null;
    telephone: string | null;
    etablissement: string | null;
    message: string | null;
  };
  /** Entreprise et acheteur : vide pour la tutrice tant que l'entreprise n'a pas agi. */
  contacts: PersonneDuDossier[];
};

/** Un événement du journal, avec le texte libre qui l'accompagne s'il n'a pas été effacé. */
export type EvenementLu = Evenement & { precision: string | null };

/** Ce qui vient, après la prochaine action : des dates connues d'avance. */
export type EtapeAVenir = { quoi: EtatDeSuivi; avantLe: string | null };

/** La réponse de `lire-suivi`, et celle de `agir` avec un autre statut. */
export type ReponseDeSuivi = {
  /** « ouvert » (lecture), « fait », « depasse » ou « interdite » (après une action). */
  statut: 'ouvert' | 'fait' | 'depasse' | 'interdite';
  role: Exclude<RoleDeSuivi, 'coordination'>;
  roleDuLien: RoleDeLien;
  /** Le dernier événement du journal, à rendre avec une action. */
  vu: number;
  /** Instant de la lecture, ISO 8601 : l'horloge du service, pas celle du poste. */
  maintenant: string;
  suivi: Suivi;
  /** Les actions que ce rôle peut faire maintenant (core/actions.ts). */
  actions: string[];
  dossier: DossierDeSuivi;
  evenements: EvenementLu[];
  prochainesEtapes: EtapeAVenir[];
  /** Statut « depasse » : qui vient d'agir. */
  par?: { auteur: Evenement['auteur']; genre: Evenement['genre']; le: string };
};
