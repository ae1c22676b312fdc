import { heureAParis, jourAParis } from '../../socle/dates.ts';
import type { Suivi } from './suivi.ts';
import type { RoleDeSuivi } from './mots.ts';
import {
  ACCUEIL,
  ACTIFS,
  AVANT,
  FINIS,
  PREPARATION,
  RENCONTRE,
  type EtatDeSuivi,
} from './etats.ts';

/* Sans zod : la page de suivi charge ces règles dans le navigateur. */

/** Ce que chacun peut faire, dans l'ordre où la page le propose. */
export const ACTIONS_POSSIBLES = [
  'ouvrir',
  'confirmer-reponse',
  'choisir-creneau',
  'proposer-creneaux',
  'ecarter-creneaux',
  'rapporter-reponse',
  'noter-reunion',
  'reunion-manquee',
  'signer-convention',
  'commencer',
  'declarer-heures',
  'signaler-absence',
  'retirer-absence',
  'reprendre',
  'terminer',
  'interrompre',
  'bilan',
  'confirmer-heures',
  'corriger-heures',
  'relancer',
  'nommer-contact',
  'confirmer-refus',
  'reporter',
  'changer-contact',
  'refuser',
  'retirer',
  'transmettre',
] as const;
export type ActionId = (typeof ACTIONS_POSSIBLES)[number];

export type Action = {
  /** Qui peut la faire ; l'équipe peut tout, sauf parler pour quelqu'un d'elle-même. */
  roles: readonly RoleDeSuivi[];
  /** Dans quels états. */
  etats: readonly EtatDeSuivi[];
};

const AVANT_LA_REUNION: readonly EtatDeSuivi[] = [
  'reponse-attendue',
  'reporte',
  'creneau-a-choisir',
  'reunion-prevue',
];

export const ACTIONS: Record<ActionId, Action> = {
  ouvrir: { roles: ['entreprise'], etats: ACTIFS },
  'choisir-creneau': {
    roles: ['tutrice', 'equipe'],
    etats: ['creneau-a-choisir'],
  },
  'proposer-creneaux': {
    roles: ['entreprise', 'equipe'],
    etats: [...RENCONTRE, 'refus-a-trancher'],
  },
  'ecarter-creneaux': {
    roles: ['tutrice', 'equipe'],
    etats: ['creneau-a-choisir', 'reunion-prevue'],
  },
  'rapporter-reponse': {
    roles: ['tutrice', 'equipe'],
    etats: ['reponse-attendue', 'reporte', 'contact-a-nommer', 'reunion-prevue'],
  },
  // Elle seule parle en son nom.
  'confirmer-reponse': {
    roles: ['entreprise'],
    etats: ['reporte', 'reunion-prevue', 'refus-a-trancher'],
  },
  'noter-reunion': {
    roles: ['tutrice', 'equipe'],
    etats: RENCONTRE,
  },
  'reunion-manquee': {
    roles: ['tutrice', 'equipe'],
    etats: ['reunion-prevue'],
  },
  'signer-convention': {
    roles: ['tutrice', 'equipe'],
    etats: ['convention-a-signer'],
  },
  commencer: {
    roles: ['entreprise', 'tutrice', 'equipe'],
    etats: ['accueil-a-commencer'],
  },
  'declarer-heures': {
    roles: ['entreprise', 'equipe'],
    etats: ACCUEIL,
  },
  'signaler-absence': {
    roles: ['entreprise', 'equipe'],
    etats: ['accueil-en-cours'],
  },
  'retirer-absence': {
    roles: ['entreprise', 'equipe'],
    etats: ['accueil-en-cours'],
  },
  reprendre: {
    roles: ['tutrice', 'equipe'],
    etats: ['interrompu'],
  },
  terminer: {
    roles: ['entreprise', 'tutrice', 'equipe'],
    etats: ACCUEIL,
  },
  interrompre: {
    roles: ['tutrice', 'equipe'],
    etats: ['accueil-en-cours'],
  },
  bilan: {
    roles: ['tutrice', 'equipe'],
    etats: ['bilan-a-faire'],
  },
  'confirmer-heures': {
    roles: ['entreprise', 'equipe'],
    etats: FINIS,
  },
  'corriger-heures': {
    roles: ['equipe'],
    etats: FINIS,
  },
  relancer: {
    roles: ['acheteur', 'equipe'],
    etats: [
      'reponse-attendue',
      'reporte',
      'refus-a-trancher',
      'accueil-a-commencer',
      'accueil-en-cours',
    ],
  },
  'nommer-contact': {
    roles: ['acheteur', 'equipe'],
    etats: ACTIFS,
  },
  'confirmer-refus': {
    roles: ['acheteur', 'equipe'],
    etats: ['refus-a-trancher'],
  },
  reporter: {
    roles: ['entreprise', 'equipe'],
    etats: AVANT_LA_REUNION,
  },
  'changer-contact': {
    roles: ['entreprise'],
    etats: ACTIFS,
  },
  refuser: {
    roles: ['entreprise', 'equipe'],
    etats: PREPARATION,
  },
  retirer: {
    roles: ['tutrice', 'equipe'],
    etats: [...AVANT, ...PREPARATION, 'refus-a-trancher'],
  },
  transmettre: {
    roles: ['acheteur', 'equipe'],
    etats: [...ACTIFS, 'bilan-a-faire'],
  },
};

/** Une relance à la main par jour, tous auteurs compris. */
const peutRelancer = ({ derniereRelanceManuelle }: Suivi, instant: Date) =>
  derniereRelanceManuelle === null ||
  jourAParis(new Date(derniereRelanceManuelle)) < jourAParis(instant);

/** Ce que quelqu'un d'autre a noté en son nom, et que l'entreprise n'a pas encore dit juste. */
const aConfirmer = ({ rapportee }: Suivi) => rapportee !== null && !rapportee.confirmee;

const estAbsent = ({ absences }: Suivi, instant: Date) => absences.includes(jourAParis(instant));

const CONDITIONS: Partial<Record<ActionId, (suivi: Suivi, instant: Date) => boolean>> = {
  ouvrir: ({ ouvert }) => !ouvert,
  'choisir-creneau': ({ creneaux }, instant) =>
    creneaux.some(({ debut }) => debut > heureAParis(instant)),
  'reunion-manquee': ({ rendezVous }, instant) =>
    rendezVous !== null && rendezVous.debut <= heureAParis(instant),
  'confirmer-heures': ({ fin }) => Boolean(fin?.aConfirmerLe),
  'corriger-heures': ({ fin }) => fin !== null,
  relancer: peutRelancer,
  'confirmer-reponse': aConfirmer,
  // Une réunion qu'elle a choisie ou confirmée ne se change qu'avec elle.
  'rapporter-reponse': (suivi) => suivi.etat !== 'reunion-prevue' || aConfirmer(suivi),
  reporter: (suivi) => suivi.etat !== 'reporte' || aConfirmer(suivi),
  'signaler-absence': (suivi, instant) => !estAbsent(suivi, instant),
  'retirer-absence': estAbsent,
};

/** Ce que ce rôle peut faire maintenant, dans l'ordre où la page le propose. La coordination lit seulement. */
export function actionsPermises(suivi: Suivi, role: RoleDeSuivi, instant: Date): ActionId[] {
  return ACTIONS_POSSIBLES.filter(
    (id) =>
      ACTIONS[id].roles.includes(role) &&
      ACTIONS[id].etats.includes(suivi.etat) &&
      (CONDITIONS[id]?.(suivi, instant) ?? true),
  );
}
