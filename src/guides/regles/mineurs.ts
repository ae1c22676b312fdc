/** Horaires d'un jeune de moins de 18 ans en stage (code du travail, jeunes travailleurs). */
export const HORAIRES_DES_MINEURS = {
  /** Présence la plus longue en un jour, en heures. */
  heuresParJour: 8,
  /** Pause, en minutes, dès que cette durée de travail est atteinte. */
  minutesDePause: 30,
  avantPause: '4 h 30',
  /** Repos de nuit le plus court, en heures. */
  heuresDeReposLaNuit: 12,
} as const;
