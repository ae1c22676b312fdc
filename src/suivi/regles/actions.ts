import { heureAParis, jourAParis } from '../../socle/dates.ts';
import type { Suivi } from './suivi.ts';
import type { RoleDeSuivi } from './mots.ts';
import { ACCUEIL, ACTIFS, DORMANTS, PREPARATION, RENCONTRE, type EtatDeSuivi } from './etats.ts';

/* Sans zod : la page de suivi charge ces règles dans le navigateur. */

export type Action = {
  /** Qui peut la faire ; l'équipe peut tout, sauf parler pour quelqu'un d'elle-même. */
  roles: readonly RoleDeSuivi[];
  /** Le bouton. */
  libelle: string;
  /** Vrai si rien ne la défait, ni ne la corrige : la relecture le dit. */
  definitive: boolean;
  /** Dans quels états. */
  etats: readonly EtatDeSuivi[];
};

const AVANT_LA_REUNION: readonly EtatDeSuivi[] = [
  'reponse-attendue',
  'creneau-a-choisir',
  'reunion-prevue',
];

const TABLE = {
  ouvrir: { roles: ['entreprise'], libelle: 'Ouvrir la page', definitive: false, etats: ACTIFS },
  // Elle seule le sait : personne ne le dit pour elle.
  'toujours-actuel': {
    roles: ['tutrice'],
    libelle: 'Oui, toujours d’actualité',
    definitive: false,
    etats: DORMANTS,
  },
  'choisir-creneau': {
    roles: ['tutrice', 'equipe'],
    libelle: 'Choisir un créneau',
    definitive: false,
    etats: ['creneau-a-choisir'],
  },
  'proposer-creneaux': {
    roles: ['entreprise', 'equipe'],
    libelle: 'Proposer des créneaux',
    definitive: false,
    etats: [...RENCONTRE, 'refus-a-trancher'],
  },
  'ecarter-creneaux': {
    roles: ['tutrice', 'equipe'],
    libelle: 'Demander d’autres créneaux',
    definitive: false,
    etats: ['creneau-a-choisir', 'reunion-prevue'],
  },
  'noter-reunion': {
    roles: ['tutrice', 'equipe'],
    libelle: 'Dire que la réunion a eu lieu',
    definitive: true,
    etats: RENCONTRE,
  },
  'reunion-manquee': {
    roles: ['tutrice', 'equipe'],
    libelle: 'Dire que la réunion n’a pas eu lieu',
    definitive: true,
    etats: ['reunion-prevue'],
  },
  'signer-convention': {
    roles: ['tutrice', 'equipe'],
    libelle: 'Dire que la convention est signée',
    definitive: true,
    etats: ['convention-a-signer'],
  },
  commencer: {
    roles: ['entreprise', 'tutrice', 'equipe'],
    libelle: 'Dire que l’accueil a commencé',
    definitive: true,
    etats: ['accueil-a-commencer'],
  },
  'declarer-heures': {
    roles: ['entreprise', 'equipe'],
    libelle: 'Déclarer les heures d’une semaine',
    definitive: false,
    etats: ACCUEIL,
  },
  reprendre: {
    roles: ['tutrice', 'equipe'],
    libelle: 'Dire que l’accueil a repris',
    definitive: false,
    etats: ['interrompu'],
  },
  terminer: {
    roles: ['entreprise', 'tutrice', 'equipe'],
    libelle: 'Dire que l’accueil est terminé',
    definitive: true,
    etats: ACCUEIL,
  },
  interrompre: {
    roles: ['tutrice', 'equipe'],
    libelle: 'Dire que l’accueil est interrompu',
    definitive: false,
    etats: ['accueil-en-cours'],
  },
  bilan: {
    roles: ['tutrice', 'equipe'],
    libelle: 'Dire que le bilan croisé est fait',
    definitive: true,
    etats: ['bilan-a-faire'],
  },
  'confirmer-heures': {
    roles: ['entreprise', 'equipe'],
    libelle: 'Confirmer les heures faites',
    definitive: true,
    // Le bilan a pu être noté avant : les heures se confirment encore.
    etats: ['bilan-a-faire', 'termine'],
  },
  relancer: {
    roles: ['acheteur', 'equipe'],
    libelle: 'Relancer l’entreprise',
    definitive: false,
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
    libelle: 'Nommer un nouveau contact dans l’entreprise',
    definitive: true,
    etats: ACTIFS,
  },
  'confirmer-refus': {
    roles: ['acheteur', 'equipe'],
    libelle: 'Confirmer le refus',
    definitive: true,
    etats: ['refus-a-trancher'],
  },
  reporter: {
    roles: ['entreprise', 'equipe'],
    libelle: 'Demander un report',
    definitive: false,
    etats: AVANT_LA_REUNION,
  },
  'changer-contact': {
    roles: ['entreprise'],
    libelle: 'Ce n’est plus moi : nommer la bonne personne',
    definitive: true,
    etats: ACTIFS,
  },
  refuser: {
    roles: ['entreprise', 'equipe'],
    libelle: 'Refuser',
    definitive: true,
    etats: PREPARATION,
  },
  retirer: {
    roles: ['tutrice', 'equipe'],
    libelle: 'Retirer la demande',
    definitive: true,
    etats: ['proposee', ...DORMANTS],
  },
  transmettre: {
    roles: ['acheteur', 'equipe'],
    libelle: 'Passer la main à un collègue',
    definitive: true,
    etats: [...ACTIFS, 'bilan-a-faire'],
  },
} as const satisfies Record<string, Action>;

/** Ce que chacun peut faire, dans l'ordre où la page le propose. */
export type ActionId = keyof typeof TABLE;
export const ACTIONS: Record<ActionId, Action> = TABLE;
export const ACTIONS_POSSIBLES = Object.keys(TABLE) as ActionId[];

/** Ce qui n'écrit rien qui se relise : l'ouverture n'a pas de formulaire, un « oui » et un rappel ne notent ni date ni personne. */
const SANS_RELECTURE: readonly ActionId[] = ['ouvrir', 'toujours-actuel', 'relancer'];

/** Vrai si un récapitulatif précède l'enregistrement : le journal garde tout, et d'autres personnes en sont prévenues. */
export const seRelit = (action: ActionId): boolean => !SANS_RELECTURE.includes(action);

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

const CONDITIONS: Partial<Record<ActionId, (suivi: Suivi, instant: Date) => boolean>> = {
  ouvrir: ({ ouvert }) => !ouvert,
  'toujours-actuel': ({ closeLe }) => closeLe !== null,
  'choisir-creneau': ({ creneaux }, instant) =>
    creneaux.some(({ debut }) => debut > heureAParis(instant)),
  'reunion-manquee': ({ rendezVous }, instant) =>
    rendezVous !== null && rendezVous.debut <= heureAParis(instant),
  'confirmer-heures': ({ fin }) => Boolean(fin?.aConfirmerLe),
  relancer: sansRelanceDuJour,
};

/** Ce que ce rôle peut faire maintenant, dans l'ordre où la page le propose. La coordination lit seulement. */
export function actionsPermises(suivi: Suivi, role: RoleDeSuivi, instant: Date): ActionId[] {
  return ACTIONS_POSSIBLES.filter(
    (id) => revientA(id, suivi, role) && (CONDITIONS[id]?.(suivi, instant) ?? true),
  );
}
