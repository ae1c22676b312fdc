import type { Ailleurs } from '../../catalogue/regles/ailleurs.ts';
import type { Annonce } from '../../relances/regles/annonces.ts';
import type { DossierVu } from './dossier.ts';
import type { EvenementRecu, Genre } from './evenement.ts';
import type { Auteur, RoleDeLien, RoleDeSuivi } from './mots.ts';
import type { Suivi } from './suivi.ts';

/* Sans zod : la page du suivi charge ce fichier dans le navigateur. */

/** Le rôle de qui lit : la coordination n'ouvre pas de dossier par lien. */
export type RoleDeLecteur = Exclude<RoleDeSuivi, 'coordination'>;

/** Un événement et sa phrase : le service la dit, et la page n'a pas à porter celles de tous les genres. */
export type EvenementDit = EvenementRecu & { phrase: string };

/** Ce que la tutrice lit de plus : son prochain geste, et ce que le service fera si personne n'agit. */
export type PourLaTutrice = {
  pas: string | null;
  avenir: Annonce[];
  /** D'autres parcours libres tout près, quand il vaut mieux ne pas attendre. */
  ailleurs?: Ailleurs;
};

/** Ce qui n'est dit qu'à une personne : avec un titre, à la place de ce que lit son rôle ; sinon, en plus. */
export type DitEnPropre = { titre?: string; aussi?: string; joindre?: string };

/** La réponse de `lire-lien`, et celle de `agir` une fois l'action écrite ou refusée. */
export type SuiviRecu = {
  statut: string;
  role: RoleDeLecteur;
  roleDuLien: RoleDeLien;
  /** Dernier événement lu : une action dit ce qu'elle croyait voir. */
  vu: number;
  /** L'horloge du service (instant ISO). */
  maintenant: string;
  suivi: Suivi;
  actions: string[];
  /** Ce que ce rôle peut voir ; les contacts qu'il ne doit pas connaître manquent. */
  dossier: DossierVu;
  evenements: EvenementDit[];
  pourLaTutrice?: PourLaTutrice;
  /** Ce que la page écrit : de qui c'est le tour, avant quand, ce qu'il faut savoir de plus, le dernier geste, l'étape de la frise, les boutons, la suite. */
  dit: {
    /** Vrai quand c'est à cette personne d'agir. */
    aVous: boolean;
    tour: string;
    avant: string;
    aussi: string;
    derniere: string;
    etape: string;
    boutons: { actions: string[]; principale: string | null };
    aVenir: { quoi: string; quand: string | null }[];
    /** À propos de qui joindre, quand il y a à le dire. */
    joindre?: string;
  };
  /** Qui vient d'agir, quand on arrive trop tard ; `dit` manque si cette personne n'a pas à le savoir. */
  par?: { auteur: Auteur; genre: Genre; le: string; dit?: string };
};

const CHAMPS = ['suivi', 'dossier', 'evenements', 'actions', 'dit', 'maintenant'];

/* Le service est le nôtre et a vérifié ces champs ; on ne s'assure que de leur présence. */
export function estSuivi(reponse: object): reponse is SuiviRecu {
  return CHAMPS.every((champ) => champ in reponse);
}
