/**
 * Combien de temps le service garde ce qu'il reçoit. La tâche d'entretien passe ces durées à la base, qui ferme, retire
 * et efface : ce que promettent les pages est ce qui s'applique. Le nom dit l'unité, la base s'y fie. Rien n'est sans
 * fin : ce que personne ne clôt se clôt de lui-même.
 */
export const CONSERVATION = {
  /** Mois après la fin d'une demande, avant de l'anonymiser. */
  demandeMois: 12,
  /** Mois sans un geste de personne (un rappel n'en est pas un), avant de clore un dossier ou une attente. */
  dossierMuetMois: 12,
  /** Mois après la fin d'une déclaration, ou son envoi si elle reste sans suite, avant d'en vider ce qui a été écrit. */
  declarationMois: 12,
  /** Mois après la fin d'un parcours, avant de le retirer du catalogue et d'effacer ses contacts. */
  contactMois: 12,
  /** Mois sans nouvelle d'un parcours dont la fin n'est pas connue, avant de le retirer du catalogue. */
  parcoursSansFinMois: 24,
  /** Mois sans nouvelle de tout autre parcours : une date de fin lointaine, ou mal tapée, ne le garde pas toujours. */
  parcoursMuetMois: 60,
  /** Mois sans demander son lien, ni dire s'il connaît quelqu'un, avant qu'un membre perde son droit aux tableaux. */
  membreMois: 24,
  /** Mois sans une demande, avant qu'une personne que le réseau a dit connaître redevienne inconnue. */
  connueMois: 24,
  /** Mois avant d'effacer un message à l'équipe. */
  messageMois: 6,
  /** Jours avant d'effacer une demande que personne n'a confirmée. */
  nonConfirmeeJours: 7,
  /**
   * Jours avant d'effacer un courriel envoyé par le service, et ce que le fournisseur en a dit. Un courriel parti n'a plus
   * d'adresse : ses liens personnels disent à quel rôle de quel dossier il allait. Le journal garde, sans fin, le rôle et la
   * date d'un courriel arrivé ou perdu, ou auquel on a répondu : ce n'est une donnée de personne. Une réponse n'est pas
   * gardée : seul son numéro chez le fournisseur, aussi longtemps.
   */
  courrielJours: 30,
  /** Jours avant d'effacer les comptes qui limitent les envois. */
  compteurJours: 2,
  /** Jours avant d'effacer un lien personnel périmé. */
  lienPerimeJours: 30,
  /** Mois avant de vider un courriel qui n'est jamais parti. */
  courrielMortMois: 6,
} as const;
