import type { DossierVu } from './dossier.ts';
import { FINS, type EtatDeSuivi } from './etats.ts';
import type { Evenement } from './evenement.ts';
import {
  roleDuLien,
  type RoleDeContact,
  type RoleDeLien,
  type RoleDeSuivi,
  type RoleEcrit,
} from './mots.ts';
import type { Suivi } from './suivi.ts';

/* Sans zod : ces règles se lisent aussi là où l'on montre un dossier. */

/** Une part d'un dossier que tout le monde n'a pas à connaître. */
export const PARTS = ['demandeur', 'message', 'entreprise', 'acheteur', 'lieu', 'marche'] as const;
export type Part = (typeof PARTS)[number];

/** Quand un rôle reçoit une part. */
type Regle = 'toujours' | 'jamais' | 'apres-creneau' | 'apres-rendez-vous' | 'apres-reponse';

/**
 * Ce que chacun reçoit d'un dossier, et la seule table qui le dise.
 * - `demandeur` : qui a fait la demande, et où le joindre ;
 * - `message` : ce qu'il a écrit à l'entreprise. Le formulaire promet qu'elle seule le lit ;
 * - `entreprise`, `acheteur` : les personnes à joindre. N'importe qui peut demander un parcours : la tutrice ne les
 *   connaît qu'une fois un rendez-vous proposé, et plus après un refus, un retrait ou la fin ;
 * - `lieu` : où venir rencontrer l'entreprise, et qui demander. L'acheteur n'y va pas : il ne le reçoit pas. L'équipe, elle,
 *   propose des créneaux à la place d'une entreprise qui téléphone. La tutrice qui rapporte un rendez-vous l'a noté elle-même ;
 * - `marche` : de quel marché il s'agit. Il nomme l'entreprise : la tutrice attend sa première réponse.
 */
const PARTS_DE_CHACUN: Readonly<Record<RoleDeSuivi, Readonly<Record<Part, Regle>>>> = {
  tutrice: {
    demandeur: 'toujours',
    message: 'toujours',
    entreprise: 'apres-creneau',
    acheteur: 'apres-creneau',
    lieu: 'apres-rendez-vous',
    marche: 'apres-reponse',
  },
  entreprise: {
    demandeur: 'toujours',
    message: 'toujours',
    entreprise: 'toujours',
    acheteur: 'toujours',
    lieu: 'toujours',
    marche: 'toujours',
  },
  acheteur: {
    demandeur: 'toujours',
    message: 'jamais',
    entreprise: 'toujours',
    acheteur: 'toujours',
    lieu: 'jamais',
    marche: 'toujours',
  },
  equipe: {
    demandeur: 'toujours',
    message: 'jamais',
    entreprise: 'toujours',
    acheteur: 'toujours',
    lieu: 'toujours',
    marche: 'toujours',
  },
  // La coordination lit des tableaux : elle n'ouvre pas de dossier.
  coordination: {
    demandeur: 'jamais',
    message: 'jamais',
    entreprise: 'jamais',
    acheteur: 'jamais',
    lieu: 'jamais',
    marche: 'jamais',
  },
};

/** Où un dossier n'est plus, ou pas encore, l'affaire de deux personnes qui se parlent. */
const SANS_ECHANGE: readonly EtatDeSuivi[] = [
  'en-attente',
  'proposee',
  'a-verifier',
  'refus-a-trancher',
  ...FINS.filter((etat) => etat !== 'termine'),
];

/** Ce que l'on sait d'un dossier pour décider : son état, et si l'entreprise a déjà répondu, puis proposé un rendez-vous. */
export type Moment = {
  etat: EtatDeSuivi;
  aRepondu: boolean;
  aPropose: boolean;
  /** Un rendez-vous est proposé, ou la tutrice en a rapporté un : le lieu est alors celui qu'elle a noté. */
  aUnRendezVous: boolean;
};

/** Ce que chaque règle attend. */
const VENU = {
  'apres-creneau': 'aPropose',
  'apres-rendez-vous': 'aUnRendezVous',
  'apres-reponse': 'aRepondu',
} as const;

/** Vrai si ce rôle reçoit cette part, en ce moment du dossier. */
export function recoit(role: RoleDeSuivi, part: Part, moment: Moment): boolean {
  const regle = PARTS_DE_CHACUN[role][part];
  if (regle === 'toujours' || regle === 'jamais') return regle === 'toujours';
  return moment[VENU[regle]] && !SANS_ECHANGE.includes(moment.etat);
}

/** Ce que l'entreprise, ou l'équipe pour elle, répond à une demande. */
const REPONSES = ['creneaux-proposes', 'report', 'report-demande', 'debut-propose', 'refus'];

/** Ce qu'un événement dit de l'échange. */
type Fait = { genre: string; auteur: string; donnees: object };

/** Elle propose un rendez-vous, ou le jeune est déjà chez elle, et c'est elle, ou l'équipe, qui le dit. */
const accepteDeParler = ({ genre, auteur }: Fait): boolean =>
  genre === 'creneaux-proposes' ||
  (['accueil-commence', 'heures-declarees', 'jeune-absent'].includes(genre) &&
    ['entreprise', 'equipe'].includes(auteur));

const quoiDe = ({ donnees }: Fait): unknown => ('quoi' in donnees ? donnees.quoi : undefined);

/**
 * Où en est l'échange. Ouvrir la page, demander un délai ou passer le relais ne disent pas qu'elle accepte de parler à cette
 * personne : il y faut un rendez-vous proposé. Un délai ou un refus sont déjà une réponse. Ce que rapporte la tutrice n'est ni
 * l'un ni l'autre tant que l'entreprise ne l'a pas confirmé : une réponse inventée ne donne rien.
 */
export function momentDe(etat: EtatDeSuivi, evenements: readonly Fait[]): Moment {
  const rapports = evenements.filter(({ genre }) => genre === 'reponse-rapportee');
  const dites = [
    ...rapports.filter(({ auteur }) => auteur === 'equipe'),
    ...evenements.filter(({ genre }) => genre === 'rapport-confirme'),
  ].map(quoiDe);
  const aPropose = evenements.some(accepteDeParler) || dites.includes('rendez-vous');
  return {
    etat,
    aRepondu:
      evenements.some(({ genre }) => REPONSES.includes(genre)) ||
      dites.some((quoi) => quoi !== 'mauvaise-personne'),
    aPropose,
    aUnRendezVous: aPropose || rapports.some((rapport) => quoiDe(rapport) === 'rendez-vous'),
  };
}

const PART_DU_CONTACT: Readonly<Record<RoleDeContact, Part>> = {
  'entreprise-1': 'entreprise',
  'entreprise-2': 'entreprise',
  acheteur: 'acheteur',
  prescripteur: 'acheteur',
};

/**
 * Ce que ce rôle voit d'un dossier : les personnes qu'il n'a pas à connaître manquent, et un message qui ne lui est pas
 * destiné est vide.
 * @param lien le rôle du lien de qui lit
 */
export function dossierPour(lien: RoleDeLien, moment: Moment, dossier: DossierVu): DossierVu {
  const voit = (part: Part) => recoit(roleDuLien(lien), part, moment);
  const { contacts, demandeur } = dossier;
  return {
    ...dossier,
    contacts: contacts.filter(({ role }) => voit(PART_DU_CONTACT[role])),
    demandeur: voit('message') ? demandeur : { ...demandeur, message: '' },
    lieu: voit('lieu') ? dossier.lieu : null,
    marche: voit('marche') ? dossier.marche : null,
  };
}

/** Ce que le service sait d'un courriel envoyé : arrivé, ou non, ou reçu par un répondeur. */
export type Remise = 'courriel-remis' | 'courriel-non-remis' | 'absence-signalee';

/** À qui allait un courriel dont un rôle apprend le sort. */
type DestinatairesSus = readonly (typeof DESTINATAIRES)[number][];
const DESTINATAIRES = ['tutrice', 'entreprise', 'acheteur'] as const;

/**
 * Qui apprend qu'un courriel est arrivé, ou non, ou qu'une absence est signalée, selon à qui il allait ; et la seule table
 * qui le dise. Ceux de l'entreprise regardent ceux qui attendent sa réponse ; son autre contact sait qu'il est seul à les
 * recevoir. Une adresse de la tutrice ou de l'acheteur qui ne marche pas est l'affaire de l'équipe. Un courriel en retard ne
 * se dit qu'à elle, sur son tableau : il arrive le plus souvent dans l'heure.
 */
const REMISES_DE_CHACUN: Readonly<Record<RoleDeSuivi, Readonly<Record<Remise, DestinatairesSus>>>> =
  {
    tutrice: {
      'courriel-remis': ['entreprise'],
      'courriel-non-remis': ['entreprise'],
      'absence-signalee': ['entreprise'],
    },
    entreprise: {
      'courriel-remis': [],
      'courriel-non-remis': ['entreprise'],
      'absence-signalee': [],
    },
    acheteur: {
      'courriel-remis': ['entreprise'],
      'courriel-non-remis': ['entreprise'],
      'absence-signalee': [],
    },
    equipe: {
      'courriel-remis': DESTINATAIRES,
      'courriel-non-remis': DESTINATAIRES,
      'absence-signalee': DESTINATAIRES,
    },
    coordination: { 'courriel-remis': [], 'courriel-non-remis': [], 'absence-signalee': [] },
  };

/** Vrai si ce rôle apprend ce sort d'un courriel adressé à cette personne. */
export function apprend(role: RoleDeSuivi, remise: Remise, destinataire: RoleEcrit): boolean {
  return REMISES_DE_CHACUN[role][remise].includes(roleDuLien(destinataire));
}

/** Une absence d'un jour se règle entre ceux qui suivent le jeune : l'acheteur n'a besoin que des heures. */
const SAVENT_LES_ABSENCES: readonly RoleDeSuivi[] = ['tutrice', 'entreprise', 'equipe'];

const estUneAbsence = (genre: string) => genre === 'jeune-absent' || genre === 'absence-retiree';

/**
 * Le journal d'où se déduit ce que ce rôle lit d'un dossier : sans les absences qu'il ignore, le dernier geste est celui
 * d'avant. Le sort des courriels y reste : il change l'état pour tous.
 */
export const journalPour = <E extends Evenement>(role: RoleDeSuivi, evenements: readonly E[]) =>
  SAVENT_LES_ABSENCES.includes(role)
    ? [...evenements]
    : evenements.filter(({ genre }) => !estUneAbsence(genre));

/** Les événements que ce rôle voit : tous, sauf le sort de courriels, ou une absence, qui ne le regardent pas. */
export const evenementsPour = <E extends Evenement>(role: RoleDeSuivi, evenements: readonly E[]) =>
  journalPour(role, evenements).filter(
    ({ genre, donnees }) =>
      (genre !== 'courriel-remis' &&
        genre !== 'courriel-non-remis' &&
        genre !== 'absence-signalee') ||
      apprend(role, genre, donnees.role),
  );

/**
 * Où en est un dossier, sans le sort des courriels qui ne regardent pas ce rôle.
 * @param suivi déduit de journalPour : sans les absences que ce rôle ignore
 */
export function suiviPour(role: RoleDeSuivi, suivi: Suivi): Suivi {
  const sus = (remise: Remise, roles: readonly RoleEcrit[]) =>
    roles.filter((destinataire) => apprend(role, remise, destinataire));
  return {
    ...suivi,
    remis: sus('courriel-remis', suivi.remis),
    nonRemis: sus('courriel-non-remis', suivi.nonRemis),
  };
}
