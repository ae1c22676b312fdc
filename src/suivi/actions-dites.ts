import type { ActionDite } from './action-dite.ts';
import { ACTIONS_DE_L_ACHETEUR } from './ActionsDeLAcheteur.tsx';
import { ACTIONS_DE_L_ENTREPRISE } from './ActionsDeLEntreprise.tsx';
import { ACTIONS_DE_L_EQUIPE } from './ActionsDeLEquipe.tsx';
import { ACTIONS_DE_LA_TUTRICE } from './ActionsDeLaTutrice.tsx';
import type { ActionId } from './regles/actions.ts';

/** Une action qui a un formulaire : ouvrir la page n'en a pas. */
export type ActionAFaire = Exclude<ActionId, 'ouvrir'>;

/** Le formulaire de chaque action. */
export const ACTIONS_DITES: Readonly<Record<ActionAFaire, ActionDite>> = {
  ...ACTIONS_DE_L_ENTREPRISE,
  ...ACTIONS_DE_LA_TUTRICE,
  ...ACTIONS_DE_L_ACHETEUR,
  ...ACTIONS_DE_L_EQUIPE,
};

export const estAFaire = (action: string): action is ActionAFaire =>
  Object.hasOwn(ACTIONS_DITES, action);
