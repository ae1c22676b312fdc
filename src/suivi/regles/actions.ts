import { REPORTABLES } from '../../rencontre/regles/transitions-dates.ts';
import { heureAParis, jourAParis } from '../../socle/dates.ts';
import type { Suivi } from './suivi.ts';
import type { RoleDeSuivi } from './mots.ts';
import {
  ACCUEIL,
  ACTIFS,
  DORMANTS,
  FINIS,
  PREPARATION,
  RENCONTRE,
  type EtatDeSuivi,
} from './etats.ts';

/* Sans zod : un tableau en lit une dans le navigateur. La page de suivi, elle, reçoit du service ce qui est permis. */

export type Action = {
  /** Qui peut la faire ; l'équipe peut tout, sauf parler pour quelqu'un d'elle-même. */
  roles: readonly RoleDeSuivi[];
  /** Dans quels états. */
  etats: readonly EtatDeSuivi[];
};

const TABLE = {
  ouvrir: { roles: ['entreprise'], etats: ACTIFS },
  // Elle seule le sait : personne ne le dit pour elle.
  'toujours-actuel': { roles: ['tutrice'], etats: DORMANTS },
  // Elle seule parle en son nom.
  'confirmer-rapport': {
    roles: ['entreprise'],
    etats: ['reporte', 'reunion-prevue', 'refus-a-trancher'],
  },
  'confirmer-reponse': {
    roles: ['tutrice', 'equipe'],
    etats: ['reponse-recue'],
  },
  'ecarter-reponse': {
    roles: ['tutrice', 'equipe'],
    etats: ['reponse-recue'],
  },
  'choisir-creneau': {
    roles: ['tutrice', 'equipe'],
    etats: ['creneau-a-choisir'],
  },
  'accepter-date': {
    roles: ['tutrice', 'equipe'],
    etats: PREPARATION,
  },
  'ecarter-date': {
    roles: ['tutrice', 'equipe'],
    etats: PREPARATION,
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
    etats: ['reponse-attendue', 'reporte', 'reponse-recue', 'contact-a-nommer', 'reunion-prevue'],
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
  'proposer-debut': {
    roles: ['entreprise', 'equipe'],
    etats: PREPARATION,
  },
  reporter: {
    roles: ['entreprise', 'equipe'],
    etats: [...REPORTABLES, 'reporte'],
  },
  'changer-contact': {
    roles: ['entreprise'],
    etats: ACTIFS,
  },
  // Chacun le dit de soi : actionsDuLien (src/relais) sait auquel des deux contacts.
  'plus-moi': {
    roles: ['entreprise'],
    etats: ACTIFS,
  },
  'redevenir-contact': {
    roles: ['entreprise'],
    etats: ACTIFS,
  },
  refuser: {
    roles: ['entreprise', 'equipe'],
    etats: PREPARATION,
  },
  retirer: {
    roles: ['tutrice', 'equipe'],
    etats: ['proposee', 'a-verifier', ...DORMANTS],
  },
  transmettre: {
    roles: ['acheteur', 'equipe'],
    etats: [...ACTIFS, 'bilan-a-faire'],
  },
} as const satisfies Record<string, Action>;

/** Ce que chacun peut faire, dans l'ordre où la page le propose. */
export type ActionId = keyof typeof TABLE;
export const ACTIONS: Record<ActionId, Action> = TABLE;
export const ACTIONS_POSSIBLES = Object.keys(TABLE) as ActionId[];

/** Vrai si l'action revient à ce rôle dans cet état, sans regarder davantage le dossier. */
const revientA = (id: ActionId, { etat }: Suivi, role: RoleDeSuivi): boolean =>
  ACTIONS[id].roles.includes(role) && ACTIONS[id].etats.includes(etat);

/** Une relance à la main par jour, tous auteurs compris. */
const sansRelanceDuJour = ({ derniereRelanceManuelle }: Suivi, instant: Date) =>
  derniereRelanceManuelle === null ||
  jourAParis(new Date(derniereRelanceManuelle)) < jourAParis(instant);

/** Vrai si ce rôle peut relancer l'entreprise : un tableau ne propose que cela, et se charge sans les autres conditions. */
export const peutRelancer = (suivi: Suivi, role: RoleDeSuivi, instant: Date): boolean =>
  revientA('relancer', suivi, role) && sansRelanceDuJour(suivi, instant);

/** Ce que quelqu'un d'autre a noté en son nom, et que l'entreprise n'a pas encore dit juste. */
const aConfirmer = ({ rapportee }: Suivi) => rapportee !== null && !rapportee.confirmee;

const estAbsent = ({ absences }: Suivi, instant: Date) => absences.includes(jourAParis(instant));

const CONDITIONS: Partial<Record<ActionId, (suivi: Suivi, instant: Date) => boolean>> = {
  // Qui a été nommé par le contact d'avant l'ouvre toujours : l'autre perd alors son lien.
  ouvrir: ({ ouvert, cedes }) => !ouvert || cedes.length > 0,
  'toujours-actuel': ({ closeLe }) => closeLe !== null,
  'confirmer-reponse': ({ reponseConfirmee }) => !reponseConfirmee,
  'choisir-creneau': ({ creneaux }, instant) =>
    creneaux.some(({ debut }) => debut > heureAParis(instant)),
  'accepter-date': ({ aAccepter }) => aAccepter !== null,
  'ecarter-date': ({ aAccepter }) => aAccepter !== null,
  'reunion-manquee': ({ rendezVous }, instant) =>
    rendezVous !== null && rendezVous.debut <= heureAParis(instant),
  'confirmer-heures': ({ fin }) => Boolean(fin?.aConfirmerLe),
  'corriger-heures': ({ fin }) => fin !== null,
  relancer: sansRelanceDuJour,
  'redevenir-contact': ({ partis, cedes }) => partis.length + cedes.length > 0,
  'confirmer-rapport': aConfirmer,
  // Une réunion qu'elle a choisie ou confirmée ne se change qu'avec elle.
  'rapporter-reponse': (suivi) => suivi.etat !== 'reunion-prevue' || aConfirmer(suivi),
  reporter: (suivi) => suivi.etat !== 'reporte' || aConfirmer(suivi),
  'signaler-absence': (suivi, instant) => !estAbsent(suivi, instant),
  'retirer-absence': estAbsent,
};

/** Ce que ce rôle peut faire maintenant, dans l'ordre où la page le propose. La coordination lit seulement. */
export function actionsPermises(suivi: Suivi, role: RoleDeSuivi, instant: Date): ActionId[] {
  return ACTIONS_POSSIBLES.filter(
    (id) => revientA(id, suivi, role) && (CONDITIONS[id]?.(suivi, instant) ?? true),
  );
}
