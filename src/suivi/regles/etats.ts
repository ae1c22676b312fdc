import type { Creneau } from './creneau.ts';
import type { Auteur } from './mots.ts';

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

/** Les faits dont quelqu'un donne le jour, dans l'ordre où ils arrivent. */
export type FaitDate =
  | 'reunion-tenue'
  | 'convention-signee'
  | 'accueil-commence'
  | 'interruption'
  | 'reprise'
  | 'accueil-termine';

/** La fin d'un accueil, et ses heures. */
export type FinDAccueil = {
  /** Dernier jour du jeune (AAAA-MM-JJ). */
  le: string;
  /** Heures dites par la personne qui a noté la fin. */
  heures: number;
  /** Heures retirées au parcours : celles que l'entreprise ou l'équipe a dites. */
  comptees: number;
  /** La tutrice a dit plus d'heures qu'elles : sans réponse ce jour-là, elles sont comptées. null : rien à confirmer. */
  aConfirmerLe: string | null;
};

/** Ce que l'on sait d'une demande après chaque événement. */
export type Courant = {
  etat: EtatDeSuivi;
  qui: Auteur;
  avantLe: string | null;
  /** L'événement depuis lequel on attend : l'ancre des rappels. */
  ancre: number;
  /** Jour de l'ancre (AAAA-MM-JJ), vide pour un journal vide. */
  depuis: string;
  /** Jour J et ses deux échéances, dès que la demande est active. */
  jourJ: { le: string; reponseLe: string; accueilLe: string } | null;
  /** Heures demandées. */
  heures: number;
  /** Contacts actuels de l'entreprise qui ont ouvert la page. */
  ouverts: readonly string[];
  creneaux: readonly Creneau[];
  /** Le rendez-vous choisi ; `version` grandit à chaque changement (SEQUENCE d'iCalendar). */
  rendezVous: (Creneau & { version: number }) | null;
  /** Nombre de fois où le rendez-vous a changé : posé, annulé, remplacé. */
  versions: number;
  accueilDepuis: string | null;
  /** Heures déclarées, par lundi de semaine. */
  semaines: Readonly<Record<string, number>>;
  /** Le dernier fait dont on sait le jour : le suivant ne le précède pas. */
  dernierFait: { quoi: FaitDate; le: string } | null;
  fin: FinDAccueil | null;
  /** Dernier rappel envoyé à la main (instant ISO), ou null. */
  derniereRelanceManuelle: string | null;
  /** Depuis quand la tutrice ne fait plus rien (src/suivi/regles/sommeil.ts), et l'événement qui a compté en dernier. */
  silence: { depuis: string; ancre: number };
  /** Jour où la demande est close si elle ne dit pas que c'est toujours d'actualité ; null : rien ne lui est demandé. */
  closeLe: string | null;
  /** Qui tranche un refus : l'équipe quand personne ne suit le parcours chez l'acheteur. */
  arbitre: 'acheteur' | 'equipe';
};

export const AU_DEBUT: Courant = {
  etat: 'en-attente',
  qui: 'systeme',
  avantLe: null,
  ancre: 0,
  depuis: '',
  jourJ: null,
  heures: 0,
  ouverts: [],
  creneaux: [],
  rendezVous: null,
  versions: 0,
  accueilDepuis: null,
  semaines: {},
  dernierFait: null,
  fin: null,
  derniereRelanceManuelle: null,
  silence: { depuis: '', ancre: 0 },
  closeLe: null,
  arbitre: 'acheteur',
};

/** Ce que l'on attend avant que la demande soit active. */
export const AVANT: readonly EtatDeSuivi[] = ['en-attente', 'proposee'];
/** Avant la rencontre. */
export const RENCONTRE: readonly EtatDeSuivi[] = [
  'reponse-attendue',
  'reporte',
  'creneau-a-choisir',
  'reunion-prevue',
];
/** Avant l'arrivée du jeune. */
export const PREPARATION: readonly EtatDeSuivi[] = [
  ...RENCONTRE,
  'convention-a-signer',
  'accueil-a-commencer',
];
/** Où une demande peut s'endormir : avant l'accueil. Un parcours proposé a son propre délai. */
export const DORMANTS: readonly EtatDeSuivi[] = ['en-attente', ...PREPARATION, 'refus-a-trancher'];
export const ACCUEIL: readonly EtatDeSuivi[] = ['accueil-en-cours', 'interrompu'];
/** De la mise en relation à la fin de l'accueil. */
export const ACTIFS: readonly EtatDeSuivi[] = [...PREPARATION, 'refus-a-trancher', ...ACCUEIL];
export const FINS: readonly EtatDeSuivi[] = ['termine', 'refuse', 'retire'];

/** Les heures d'une semaine se comptent à la demi-heure près : une semaine d'école en compte 17,5. */
export const PAS_DES_HEURES = 0.5;

/** Les heures déclarées jusqu'ici, toutes semaines comprises. */
export const heuresDeclarees = ({ semaines }: Pick<Courant, 'semaines'>): number =>
  Object.values(semaines).reduce((somme, heures) => somme + heures, 0);

/**
 * Ce qu'un accueil retire au parcours, en heures entières : une heure commencée est décomptée, comme l'est une semaine
 * commencée.
 */
export const heuresDecomptees = (heures: number): number => Math.ceil(heures);
