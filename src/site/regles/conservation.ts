/**
 * Combien de temps le service garde ce qu'il reçoit. La tâche d'entretien passe ces durées à la purge de la base : ce que
 * promettent les pages est ce qui s'applique. Le nom dit l'unité, la base s'y fie.
 */
export const CONSERVATION = {
  /** Mois après la fin d'une demande, avant de l'anonymiser. */
  demandeMois: 12,
  /** Mois après la fin d'une déclaration, avant d'en retirer les personnes. */
  declarationMois: 12,
  /** Mois après la fin d'un parcours, avant d'effacer ses contacts. */
  contactMois: 12,
  /** Mois avant d'effacer un message à l'équipe. */
  messageMois: 6,
  /** Jours avant d'effacer une demande que personne n'a confirmée. */
  nonConfirmeeJours: 7,
  /** Jours avant d'effacer un courriel envoyé par le service. */
  courrielJours: 30,
  /** Jours avant d'effacer les comptes qui limitent les envois. */
  compteurJours: 2,
  /** Jours avant d'effacer un lien personnel périmé. */
  lienPerimeJours: 30,
  /** Mois avant de vider un courriel que le fournisseur n'a jamais pris. */
  courrielMortMois: 6,
} as const;
