import type { Reponse } from '../formulaire/appels/fonctions.ts';

/** Ce qui n'a rien changé, et peut être recommencé : ce qui est tapé reste à l'écran. */
const A_RECOMMENCER = ['indisponible', 'limite', 'erreurs'];

/** Vrai si le service a répondu à ce que le lien lui demandait : la page montre alors ce qu'il en dit. */
export const conclut = ({ statut }: Reponse): boolean => !A_RECOMMENCER.includes(statut);
