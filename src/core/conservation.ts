/** Combien de temps le service garde ce qu'il reçoit ; la purge de la base applique les mêmes durées. */
export const CONSERVATION = {
  /** Mois après la fin d'une demande, avant de l'anonymiser. */
  demandeMois: 12,
  /** Mois avant d'effacer un message à l'équipe. */
  messageMois: 6,
  /** Jours avant d'effacer une demande que personne n'a confirmée. */
  nonConfirmeeJours: 7,
} as const;
