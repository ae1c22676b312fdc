/* Sans zod : la page de confirmation les dit dans le navigateur. */

/** Combien de demandes à la fois (content/frise.yaml). */
export type LimitesDesDemandes = {
  /** Demandes en cours d'une personne : actives, proposées ou à vérifier. */
  parPersonne: number;
  /** Demandes d'une personne pour un même parcours, en attente comprises : un jeune après l'autre. */
  parParcours: number;
  /** Demandes en cours d'un établissement, toutes personnes comprises. */
  parEtablissement: number;
  /** Demandes d'une personne dans des listes d'attente. */
  enAttente: number;
  /** Parcours gardés à la fois le temps de vérifier des adresses d'un même domaine. */
  gardeesParDomaine: number;
};

/** Ce qu'une demande de plus dépasserait. */
export type LimiteDeDemandes = Exclude<keyof LimitesDesDemandes, 'gardeesParDomaine'> | 'aVerifier';

/** Ce que la page en dit : pourquoi, et comment faire de la place. */
export const DIRE_LA_LIMITE: Record<LimiteDeDemandes, (max: number) => string> = {
  parPersonne: (max) =>
    `Vous avez déjà ${max} demandes en cours, c’est le plus à la fois. Terminez-en une, ou retirez celle dont vous n’avez plus besoin, puis rouvrez le lien de ce courriel.`,
  parParcours: (max) =>
    `Vous avez déjà ${max} demandes pour ce parcours, c’est le plus à la fois. Retirez celle dont vous n’avez plus besoin, puis rouvrez le lien de ce courriel.`,
  parEtablissement: (max) =>
    `Votre établissement a déjà ${max} demandes en cours, c’est le plus à la fois. Voyez avec vos collègues laquelle se retire, puis rouvrez le lien de ce courriel.`,
  enAttente: (max) =>
    `Vous attendez déjà dans ${max} listes, c’est le plus à la fois. Retirez une demande en attente, puis rouvrez le lien de ce courriel.`,
  aVerifier: () =>
    'Une autre de vos demandes attend que votre adresse soit vérifiée. Dès qu’elle l’est, rouvrez le lien de ce courriel.',
};
