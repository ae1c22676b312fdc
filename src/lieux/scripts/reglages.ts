import type { LieuPropose } from '../appels/lieux.ts';

/** En millisecondes, le temps de finir de taper une syllabe : chaque lettre n'a pas besoin de sa requête. */
export const ATTENTE_MS = 120;
/** Laisse au clic sur une proposition le temps d'aboutir. */
export const DEPART_MS = 200;
/** Passé ce temps sans réponse, ce qui était dit du texte d'avant n'est plus vrai. */
export const LENTEUR_MS = 400;

/** Ce que la page attend de son champ de lieu. */
export type ReglagesDuChamp = {
  /**
   * Reçoit la valeur à garder, et le lieu qu'elle désigne. Champ vidé : ('', null). Texte que l'on n'a pas reconnu : le
   * texte et null, ou ('', null) s'il ne faut que des communes.
   */
  choisir: (valeur: string, lieu: LieuPropose | null) => void;
  /** Faux si quitter le champ ne doit rien faire : la page a un bouton qui validera. */
  enQuittant?: boolean;
  /** Faux s'il ne faut que des communes : dès que le texte n'est plus celui de la commune choisie, rien n'est gardé. */
  texteLibre?: boolean;
};
