/** Combien de fois, et sur combien de temps : les fonctions comptent, la base tient les comptes. */
export type Limite = { secondes: number; max: number };

const HEURE = 3_600;
const JOUR = 86_400;

/** Courriels qu'une personne peut causer à une autre en un jour ; les suivants n'en font plus qu'un. */
const COURRIELS_PAR_JOUR = 3;

/**
 * Ce qu'une personne de bonne foi ne dépasse pas. Par formulaire : par courriel (tous les alias d'une boîte n'en font
 * qu'un), par réseau (adresse IP abrégée), et par parcours depuis un même réseau.
 * Un établissement partage souvent une seule adresse : le réseau est compté plus large que le courriel.
 */
export const LIMITES = {
  demande: {
    courriel: [{ secondes: JOUR, max: COURRIELS_PAR_JOUR }],
    reseau: [
      { secondes: HEURE, max: 30 },
      { secondes: JOUR, max: 150 },
    ],
    parcours: [{ secondes: HEURE, max: 20 }],
  },
  message: {
    courriel: [{ secondes: JOUR, max: COURRIELS_PAR_JOUR }],
    reseau: [
      { secondes: HEURE, max: 20 },
      { secondes: JOUR, max: 100 },
    ],
  },
  declaration: {
    courriel: [
      { secondes: HEURE, max: 10 },
      { secondes: JOUR, max: 40 },
    ],
    reseau: [
      { secondes: HEURE, max: 30 },
      { secondes: JOUR, max: 100 },
    ],
  },
  retrouver: {
    courriel: [{ secondes: JOUR, max: COURRIELS_PAR_JOUR }],
    reseau: [
      { secondes: HEURE, max: 30 },
      { secondes: JOUR, max: 150 },
    ],
  },
  /* L'équipe vérifie chaque relève à la main. */
  releve: {
    courriel: [{ secondes: JOUR, max: COURRIELS_PAR_JOUR }],
    reseau: [
      { secondes: HEURE, max: 10 },
      { secondes: JOUR, max: 30 },
    ],
  },
  /* Un code s'essaie peu, d'où que l'on essaie ; un établissement dont la messagerie abîme tous les liens n'a qu'un réseau. */
  code: {
    courriel: [],
    reference: [{ secondes: HEURE, max: 5 }],
    reseau: [
      { secondes: HEURE, max: 20 },
      { secondes: JOUR, max: 100 },
    ],
  },
} as const satisfies Record<string, Record<string, readonly Limite[]>>;

/** Taille d'un envoi, en octets : un formulaire rempli en pèse moins de dix mille. */
export const TAILLE_MAX_OCTETS = 20_000;

/** Temps minimum entre l'ouverture d'un formulaire et son envoi, en secondes. */
export const DELAI_MINIMUM_SECONDES = 3;

/**
 * Par réseau, pour un formulaire posté sans JavaScript : il n'apporte ni temps de saisie ni preuve de travail.
 */
export const LIMITES_SANS_SCRIPT: readonly Limite[] = [
  { secondes: HEURE, max: 3 },
  { secondes: JOUR, max: 10 },
];

/** Une limite que la base compte sur ce qu'elle seule connaît : le lien, le dossier, la personne à qui elle écrit. */
export type LimiteSur = Limite & { par: 'lien' | 'dossier' | 'destinataire' };

/** Par personne à qui l'on fait écrire, quel que soit le chemin : formulaire, confirmation, geste d'un suivi, contact. */
export const LIMITES_DES_COURRIELS: readonly LimiteSur[] = [
  { par: 'destinataire', secondes: JOUR, max: COURRIELS_PAR_JOUR },
];

/** Les gestes d'un suivi : par rôle, et pour tout le dossier (content/frise.yaml). */
export const limitesDuSuivi = (gestes: {
  gestesDuRole: number;
  gestesDuDossier: number;
}): readonly LimiteSur[] => [
  ...LIMITES_DES_COURRIELS,
  { par: 'lien', secondes: JOUR, max: gestes.gestesDuRole },
  { par: 'dossier', secondes: JOUR, max: gestes.gestesDuDossier },
];

/** Les réponses à nos courriels, par personne et par dossier : deux répondeurs mal réglés ne se répondent pas sans fin. */
export const LIMITES_DES_REPONSES: readonly LimiteSur[] = [
  { par: 'lien', secondes: JOUR, max: 10 },
  { par: 'dossier', secondes: JOUR, max: 20 },
];

/** Les corrections des contacts d'une déclaration, par lien. */
export const LIMITES_DES_CONTACTS: readonly LimiteSur[] = [
  ...LIMITES_DES_COURRIELS,
  { par: 'lien', secondes: JOUR, max: 10 },
];
