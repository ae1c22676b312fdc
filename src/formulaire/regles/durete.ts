import { LIMITES } from './limites.ts';

/**
 * Combien la preuve de travail demande : une preuve ordinaire, que personne ne remarque, et plus pour un réseau qui échoue
 * souvent, ou envoie plus que tout un établissement. Le nombre d'essais est tiré au hasard entre deux bornes : le calcul a
 * une fin connue, quelle que soit la chance.
 */
export const PREUVE = {
  /** Itérations de PBKDF2 pour un essai : le service n'en refait qu'un pour vérifier, à tous les paliers. */
  iterations: 2_000,
  /** Essais d'une preuve ordinaire : moins d'une seconde sur un téléphone lent (npm run banc:preuve). */
  essaisMin: 192,
  essaisMax: 320,
  /** Une preuve vaut pour un défi pendant ce temps, quoi que fasse ensuite le réseau qui l'a reçu. */
  valableSecondes: 3_600,
} as const;

/** Fenêtre des comptes : l'heure en cours et la précédente. */
export const FENETRE_SECONDES = 3_600;

/**
 * Ce que ferait un robot, et qu'une personne ne fait que par accident. Une saisie à corriger, un parcours pris entre-temps
 * ou une limite atteinte n'y sont pas ; ni ce qu'une page d'un autre site peut faire faire au navigateur d'un visiteur
 * (origine, méthode), pour punir son réseau à sa place.
 */
export const REFUS_COMPTES: readonly string[] = [
  'leurre',
  'trop-vite',
  'preuve',
  'illisible',
  'taille',
  'type',
  'lien-inconnu',
];

export const FACTEURS = [1, 2, 4, 8] as const;

export type Facteur = (typeof FACTEURS)[number];

/** Tout ce qu'un réseau peut envoyer d'un formulaire en une heure : une salle entière d'un même établissement. */
const ENVOIS_ORDINAIRES = LIMITES.demande.reseau[0].max;

/**
 * Les paliers, du plus dur au plus doux. Deux heures de suite d'envois ordinaires ne coûtent rien de plus ; le dernier
 * palier fait encore attendre moins de huit secondes sur un téléphone lent.
 */
const PALIERS: readonly { facteur: Facteur; refus: number; envois: number }[] = [
  { facteur: 8, refus: 180, envois: 5 * ENVOIS_ORDINAIRES },
  { facteur: 4, refus: 60, envois: 3 * ENVOIS_ORDINAIRES },
  { facteur: 2, refus: 20, envois: 2 * ENVOIS_ORDINAIRES },
];

/**
 * Par combien multiplier le travail demandé à un réseau.
 * @param refus ses refus comptés dans la fenêtre
 * @param envois ses envois, tous formulaires ensemble, dans la fenêtre
 */
export function facteurDe({ refus, envois }: { refus: number; envois: number }): Facteur {
  return PALIERS.find((palier) => refus >= palier.refus || envois > palier.envois)?.facteur ?? 1;
}
