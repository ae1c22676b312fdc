/** Ce que le navigateur dit d'un appui sur un bouton. */
export type Appui = {
  /** Vient d'une souris, d'un doigt, d'un clavier ou d'une aide technique, et pas d'un script. */
  reel: boolean;
  /** Le navigateur se dit piloté par un programme. */
  pilote: boolean;
  /** La page est à l'écran. */
  visible: boolean;
};

/** Deux appuis plus rapprochés, en millisecondes, n'en font qu'un. */
export const ENTRE_DEUX_APPUIS_MS = 1_000;

/** Vrai pour un appui qu'une personne ne fait pas d'ordinaire : la page en demande un second. */
export const estDouteux = ({ reel, pilote, visible }: Appui): boolean =>
  !reel || pilote || !visible;
