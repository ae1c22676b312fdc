import type { FinDAccueil } from './etats.ts';

/* Sans zod : la page du suivi charge ces règles dans le navigateur. */

/** Ce qu'un accueil retire en tout au parcours, et ce qu'il en garde en attendant que quelqu'un réponde. */
export const decompteDe = ({ heures, comptees, aConfirmerLe }: FinDAccueil) => ({
  heures: comptees,
  aConfirmer: aConfirmerLe === null ? 0 : heures - comptees,
});
