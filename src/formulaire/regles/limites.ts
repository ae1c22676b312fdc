/** Combien de fois, et sur combien de temps : les fonctions comptent, la base tient les comptes. */
export type Limite = { secondes: number; max: number };

const HEURE = 3_600;
const JOUR = 86_400;

/**
 * Ce qu'une personne de bonne foi ne dépasse pas. Par formulaire : par courriel, par réseau (adresse IP
 * abrégée), et par parcours depuis un même réseau.
 * Un établissement partage souvent une seule adresse : le réseau est compté plus large que le courriel.
 */
export const LIMITES = {
  demande: {
    courriel: [
      { secondes: HEURE, max: 5 },
      { secondes: JOUR, max: 15 },
    ],
    reseau: [
      { secondes: HEURE, max: 30 },
      { secondes: JOUR, max: 150 },
    ],
    parcours: [{ secondes: HEURE, max: 20 }],
  },
  message: {
    courriel: [
      { secondes: HEURE, max: 5 },
      { secondes: JOUR, max: 15 },
    ],
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
    courriel: [
      { secondes: HEURE, max: 4 },
      { secondes: JOUR, max: 10 },
    ],
    reseau: [
      { secondes: HEURE, max: 30 },
      { secondes: JOUR, max: 150 },
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
