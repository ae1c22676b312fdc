import type { Auteur, Evenement, Genre, RoleDeSuivi } from './evenement.ts';
import type { Suivi } from './suivi.ts';

/* Sans zod : la page du suivi charge ce fichier dans le navigateur. */

/** Le rôle de qui lit : la coordination n'ouvre pas de dossier par lien. */
export type RoleDeLecteur = Exclude<RoleDeSuivi, 'coordination'>;

/** Un événement tel que le service le rend, avec le texte libre qui l'accompagne s'il n'est pas effacé. */
export type EvenementRecu = Evenement & { precision?: string | null };

export type PersonneDuDossier = {
  role: string;
  nom: string;
  courriel: string;
  telephone: string | null;
};

/** Ce que ce rôle peut voir d'un dossier ; une personne qu'il ne doit pas connaître manque. */
export type DossierRecu = {
  reference: string;
  parcours: {
    id: string;
    intitule: string;
    /** Code INSEE. */
    commune: string;
    domaine: string;
    heures: number | null;
    finLe: string | null;
    finReconductionLe?: string | null;
  };
  /** Heures prévues pour ce jeune. */
  heures: number;
  /** Jour où le jeune peut commencer (AAAA-MM-JJ). */
  debutLe: string | null;
  academie: string;
  demandeur?: {
    nom: string;
    courriel: string;
    telephone?: string | null;
    etablissement?: string;
    message?: string | null;
  } | null;
  contacts?: PersonneDuDossier[];
};

/** La réponse de `lire-lien`, et celle de `agir` une fois l'action écrite ou refusée. */
export type SuiviRecu = {
  statut: string;
  role: RoleDeLecteur;
  roleDuLien?: string;
  /** Dernier événement lu : une action dit ce qu'elle croyait voir. */
  vu: number;
  /** L'horloge du service (instant ISO). */
  maintenant: string;
  suivi: Suivi;
  actions: string[];
  dossier: DossierRecu;
  evenements: EvenementRecu[];
  /** Qui vient d'agir, quand on arrive trop tard. */
  par?: { auteur: Auteur; genre: Genre; le: string };
};

/* Le service est le nôtre et a vérifié ces champs ; on ne s'assure que de leur présence. */
export function estSuivi(reponse: object): reponse is SuiviRecu {
  return (
    'suivi' in reponse &&
    typeof reponse.suivi === 'object' &&
    reponse.suivi !== null &&
    'dossier' in reponse &&
    typeof reponse.dossier === 'object' &&
    'evenements' in reponse &&
    Array.isArray(reponse.evenements) &&
    'actions' in reponse &&
    Array.isArray(reponse.actions) &&
    'maintenant' in reponse &&
    typeof reponse.maintenant === 'string'
  );
}
