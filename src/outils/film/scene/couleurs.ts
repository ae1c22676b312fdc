import type { Acteur } from '../../../frise/regles/frise.ts';

/** Les couleurs du site ; chaque texte du film a un contraste d'au moins 4,5 avec son fond. */
export const COULEURS = {
  bleu: '#000091',
  rouge: '#e1000f',
  fond: '#f5f5fe',
  blanc: '#ffffff',
  texte: '#161616',
  trait: '#c9c9f0',
  pale: '#dcdcf4',
} as const;

/** Couleur de la silhouette de chaque acteur, quand c'est à lui d'agir. */
export const COULEURS_DES_ACTEURS: Record<Acteur, string> = {
  acheteur: '#000091',
  entreprise: '#b34000',
  tutrice: '#18753c',
  equipe: '#6e445a',
};
