import type { Auteur, Creneau, Evenement } from './evenement.ts';

/** Où en est une demande. Les trois derniers sont des fins. */
export const ETATS_DE_SUIVI = [
  'en-attente',
  'proposee',
  'reponse-attendue',
  'reporte',
  'refus-a-trancher',
  'creneau-a-choisir',
  'reunion-prevue',
  'convention-a-signer',
  'accueil-a-commencer',
  'accueil-en-cours',
  'interrompu',
  'bilan-a-faire',
  'termine',
  'refuse',
  'retire',
] as const;
export type EtatDeSuivi = (typeof ETATS_DE_SUIVI)[number];

/** Délais du suivi, en jours calendaires sauf mention contraire (content/frise.yaml). */
export type DelaisDeSuivi = {
  /** Réponse de l'entreprise, après la mise en relation. */
  reponse: number;
  /** Accueil du jeune, après la mise en relation. */
  accueil: number;
  /** La tutrice choisit un créneau. */
  choix: number;
  /** L'entreprise propose d'autres créneaux. */
  nouveauxCreneaux: number;
  /** Après la réunion, dire si elle a eu lieu. */
  compteRendu: number;
  /** Après la réunion, signer la convention. */
  convention: number;
  /** Trancher un refus. */
  refus: number;
  /** Reprendre ou terminer un accueil interrompu. */
  reprise: number;
  /** Report le plus lointain qu'une entreprise peut demander. */
  reportMaximum: number;
  /** Remise du bilan et des justificatifs, en jours ouvrés. */
  justificatifsOuvres: number;
  /** Jours des rappels, comptés depuis le début de l'attente. */
  relances: {
    ouverture: number;
    rappel: number;
    derniersJours: number;
    equipe: number;
    /** Avant l'accueil attendu. */
    avantAccueil: number;
    /** Pendant l'accueil, entre deux points. */
    point: number;
  };
};

/** Ce qui est attendu, et de qui. `null` : la demande est close. */
export type ProchaineAction = {
  qui: Auteur;
  /** Ce qui est attendu, le même mot que l'état. */
  quoi: EtatDeSuivi;
  /** Dernier jour pour agir (AAAA-MM-JJ), ou null sans délai. */
  avantLe: string | null;
  /** Jours calendaires passés depuis `avantLe` ; 0 si ce n'est pas dépassé. */
  retardJours: number;
};

export type Suivi = {
  etat: EtatDeSuivi;
  /** Le dernier événement qui n'est pas un rappel. */
  derniere: { evenement: Evenement; ilYA: number };
  prochaine: ProchaineAction | null;
  /** L'événement depuis lequel on attend : l'ancre des rappels. */
  ancre: number;
  /** Jour J et ses deux échéances, dès que la demande est active. */
  jourJ: { le: string; reponseLe: string; accueilLe: string } | null;
  ouvert: boolean;
  creneaux: readonly Creneau[];
  /** Le rendez-vous choisi ; `version` grandit à chaque changement (SEQUENCE d'iCalendar). */
  rendezVous: (Creneau & { version: number }) | null;
  accueilDepuis: string | null;
  /** Heures déclarées, par lundi de semaine. */
  semaines: Readonly<Record<string, number>>;
  /** Dernier rappel envoyé à la main (instant ISO), ou null. */
  derniereRelanceManuelle: string | null;
};
