import type { ActionId } from './actions.ts';

/* À part de qui peut faire quoi : c'est le service qui le dit, et la page ne charge que ces mots. */

type MotsDUneAction = {
  /** Le bouton. */
  libelle: string;
  /** Vrai si rien ne la défait, ni ne la corrige : la relecture le dit. */
  definitive: boolean;
};

/** Tout ce qui se dit d'une action hors de son formulaire. */
export const MOTS_DES_ACTIONS: Record<ActionId, MotsDUneAction> = {
  ouvrir: {
    libelle: 'Ouvrir la page',
    definitive: false,
  },
  'toujours-actuel': {
    libelle: 'Oui, toujours d’actualité',
    definitive: false,
  },
  'confirmer-reponse': {
    libelle: 'C’est une réponse',
    definitive: false,
  },
  'ecarter-reponse': {
    libelle: 'Ce n’est pas une réponse',
    definitive: false,
  },
  'choisir-creneau': {
    libelle: 'Choisir un créneau',
    definitive: false,
  },
  'accepter-date': {
    libelle: 'Accepter la date proposée',
    definitive: false,
  },
  'ecarter-date': {
    libelle: 'Écarter la date proposée',
    definitive: false,
  },
  'proposer-creneaux': {
    libelle: 'Proposer des créneaux',
    definitive: false,
  },
  'rapporter-reponse': {
    libelle: 'L’entreprise m’a répondu',
    // L'entreprise la confirme ou la corrige.
    definitive: false,
  },
  'confirmer-rapport': {
    libelle: 'Oui, c’est bien cela',
    definitive: false,
  },
  'ecarter-creneaux': {
    libelle: 'Demander d’autres créneaux',
    definitive: false,
  },
  'noter-reunion': {
    libelle: 'Dire que la réunion a eu lieu',
    definitive: true,
  },
  'reunion-manquee': {
    libelle: 'Dire que la réunion n’a pas eu lieu',
    definitive: true,
  },
  'signer-convention': {
    libelle: 'Dire que la convention est signée',
    definitive: true,
  },
  commencer: {
    libelle: 'Dire que l’accueil a commencé',
    definitive: true,
  },
  'declarer-heures': {
    libelle: 'Déclarer les heures d’une semaine',
    definitive: false,
  },
  'signaler-absence': {
    libelle: 'Absent aujourd’hui',
    definitive: false,
  },
  'retirer-absence': {
    libelle: 'Le jeune est venu : retirer l’absence',
    definitive: false,
  },
  reprendre: {
    libelle: 'Dire que l’accueil a repris',
    definitive: false,
  },
  terminer: {
    libelle: 'Dire que l’accueil est terminé',
    definitive: true,
  },
  interrompre: {
    libelle: 'Dire que l’accueil est interrompu',
    definitive: false,
  },
  bilan: {
    libelle: 'Dire que le bilan croisé est fait',
    definitive: true,
  },
  'confirmer-heures': {
    libelle: 'Confirmer les heures faites',
    definitive: true,
  },
  'corriger-heures': {
    libelle: 'Corriger les heures comptées',
    // Une correction se corrige.
    definitive: false,
  },
  relancer: {
    libelle: 'Relancer l’entreprise',
    definitive: false,
  },
  'nommer-contact': {
    libelle: 'Nommer un nouveau contact dans l’entreprise',
    definitive: true,
  },
  'confirmer-refus': {
    libelle: 'Confirmer le refus',
    definitive: true,
  },
  'proposer-debut': {
    libelle: 'Accueillir plus tard : proposer une date',
    definitive: false,
  },
  reporter: {
    libelle: 'Demander un report',
    definitive: false,
  },
  'changer-contact': {
    libelle: 'Ce n’est plus moi : nommer la bonne personne',
    // Elle se reprend tant que la personne nommée n'a pas ouvert son lien.
    definitive: false,
  },
  'plus-moi': {
    libelle: 'Ce n’est plus moi, et je ne sais pas qui',
    definitive: false,
  },
  'redevenir-contact': {
    libelle: 'Finalement, c’est moi',
    definitive: false,
  },
  refuser: {
    libelle: 'Refuser',
    definitive: true,
  },
  retirer: {
    libelle: 'Retirer la demande',
    definitive: true,
  },
  transmettre: {
    libelle: 'Passer la main à un collègue',
    definitive: true,
  },
};

/** Ce qui n'écrit rien qui se relise : l'ouverture n'a pas de formulaire, et le reste ne note rien que l'on tape. */
const SANS_RELECTURE: readonly ActionId[] = [
  'ouvrir',
  'toujours-actuel',
  'relancer',
  'confirmer-reponse',
  'ecarter-reponse',
  'plus-moi',
  'redevenir-contact',
  'confirmer-rapport',
  'signaler-absence',
  'retirer-absence',
];

/** Vrai si un récapitulatif précède l'enregistrement : le journal garde tout, et d'autres personnes en sont prévenues. */
export const seRelit = (action: ActionId): boolean => !SANS_RELECTURE.includes(action);

const D_UN_GESTE: readonly ActionId[] = ['signaler-absence', 'retirer-absence'];

/** Vrai si le bouton vaut envoi : ce geste se reprend d'un autre. Ouvert par le lien d'un courriel, il attend un clic. */
export const seFaitDUnGeste = (action: ActionId): boolean => D_UN_GESTE.includes(action);
