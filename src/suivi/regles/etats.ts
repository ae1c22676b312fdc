import type { Creneau } from '../../rencontre/regles/creneau.ts';
import type { Verification } from '../../demande/regles/verification.ts';
import type { Auteur, ReponseRapportee, RoleEcrit } from './mots.ts';

/** Où en est une demande. Les trois derniers sont des fins. */
export const ETATS_DE_SUIVI = [
  'en-attente',
  'proposee',
  'a-verifier',
  'reponse-attendue',
  'reporte',
  'reponse-recue',
  'contact-a-nommer',
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

/** Le premier jour possible de l'accueil, ou le dernier d'un report demandé après le délai. */
export type DateProposee = { quoi: 'debut' | 'report'; date: string };

/** La fin d'un accueil, et ses heures. */
export type FinDAccueil = {
  /** Dernier jour du jeune (AAAA-MM-JJ). */
  le: string;
  /** Heures dites par la personne qui a noté la fin. */
  heures: number;
  /** Heures retirées au parcours : celles que l'entreprise ou l'équipe a dites, ou que l'équipe a corrigées. */
  comptees: number;
  /** La tutrice a dit plus d'heures qu'elles : sans réponse ce jour-là, elles sont comptées. null : rien à confirmer. */
  aConfirmerLe: string | null;
};

/** Ce que l'on attend, de qui, depuis quand, et ce que l'on a rapporté d'elle : ce qui se reprend tel quel après une interruption. */
export type Attente = Pick<Courant, 'etat' | 'qui' | 'avantLe' | 'ancre' | 'depuis' | 'rapportee'>;

/** Une réponse de l'entreprise que quelqu'un d'autre a notée, et qui vaut tant que rien ne la remplace. */
export type Rapportee = {
  quoi: ReponseRapportee;
  par: Auteur;
  /** Jour où elle rappelle (AAAA-MM-JJ), ou null. */
  rappelLe: string | null;
  /** Vrai quand l'entreprise a dit que c'est bien cela. */
  confirmee: boolean;
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
  /** Qui vérifie la personne qui demande, ou null. */
  verification: Verification | null;
  /** Jour J et ses deux échéances, dès que la demande est active. */
  jourJ: { le: string; reponseLe: string; accueilLe: string } | null;
  /** Heures demandées. */
  heures: number;
  /** Contacts actuels de l'entreprise qui ont ouvert la page. */
  ouverts: readonly string[];
  /** Personnes actuelles à qui nos courriels n'arrivent pas. */
  nonRemis: readonly RoleEcrit[];
  /** Personnes actuelles à qui un courriel est arrivé. */
  remis: readonly RoleEcrit[];
  /** Contacts actuels de l'entreprise qui ont dit que ce n'est plus eux, sans nommer personne. */
  partis: readonly ('entreprise-1' | 'entreprise-2')[];
  /** Contacts de l'entreprise nommés par celui d'avant, et qui n'ont pas encore ouvert leur lien : il peut reprendre la main. */
  cedes: readonly ('entreprise-1' | 'entreprise-2')[];
  /** Ce que l'on attendait avant qu'il n'y ait plus personne à joindre ; repris si l'un d'eux s'était trompé. */
  avantDepart: Attente | null;
  /** Vrai si quelqu'un de l'entreprise, actuel ou ancien, a reçu un courriel ou ouvert la page. */
  atteinte: boolean;
  /** Vrai si nos courriels n'arrivent plus à aucun contact de l'entreprise. */
  injoignable: boolean;
  /** Ce que l'on attendait avant que l'entreprise réponde par courriel ; repris si ce n'était pas une réponse. */
  avantReponse: Attente | null;
  /** Vrai quand la personne qui l'a lue a dit que c'en était une. */
  reponseConfirmee: boolean;
  creneaux: readonly Creneau[];
  /** Une date que l'entreprise propose, et que la tutrice doit accepter. */
  aAccepter: DateProposee | null;
  /** Vrai dès que l'entreprise a proposé une fois un début d'accueil. */
  aProposeUnDebut: boolean;
  /** Le rendez-vous choisi ; `version` grandit à chaque changement (SEQUENCE d'iCalendar). */
  rendezVous: (Creneau & { version: number }) | null;
  /** Nombre de fois où le rendez-vous a changé : posé, annulé, remplacé. */
  versions: number;
  rapportee: Rapportee | null;
  accueilDepuis: string | null;
  /** Les jours où le jeune n'est pas venu, tels que l'entreprise les a signalés (AAAA-MM-JJ). */
  absences: readonly string[];
  /** Heures déclarées, par lundi de semaine. */
  semaines: Readonly<Record<string, number>>;
  /** Le dernier fait dont on sait le jour : le suivant ne le précède pas. */
  dernierFait: { quoi: FaitDate; le: string } | null;
  fin: FinDAccueil | null;
  /** Dernier rappel envoyé à la main (instant ISO), ou null. */
  derniereRelanceManuelle: string | null;
  /** Depuis quand la tutrice ne fait plus rien (src/relances/regles/sommeil.ts), et l'événement qui a compté en dernier. */
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
  verification: null,
  jourJ: null,
  heures: 0,
  ouverts: [],
  nonRemis: [],
  remis: [],
  partis: [],
  cedes: [],
  avantDepart: null,
  atteinte: false,
  injoignable: false,
  avantReponse: null,
  reponseConfirmee: false,
  creneaux: [],
  aAccepter: null,
  aProposeUnDebut: false,
  rendezVous: null,
  versions: 0,
  rapportee: null,
  accueilDepuis: null,
  absences: [],
  semaines: {},
  dernierFait: null,
  fin: null,
  derniereRelanceManuelle: null,
  silence: { depuis: '', ancre: 0 },
  closeLe: null,
  arbitre: 'acheteur',
};

/** Ce que l'on attend avant que la demande soit active. */
export const AVANT: readonly EtatDeSuivi[] = ['en-attente', 'proposee', 'a-verifier'];
/** Avant la rencontre. */
export const RENCONTRE: readonly EtatDeSuivi[] = [
  'reponse-attendue',
  'reporte',
  'reponse-recue',
  'contact-a-nommer',
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
/** L'accueil est fini. Le bilan a pu être noté avant que les heures ne soient justes : elles se disent encore. */
export const FINIS: readonly EtatDeSuivi[] = ['bilan-a-faire', 'termine'];
export const FINS: readonly EtatDeSuivi[] = ['termine', 'refuse', 'retire'];
