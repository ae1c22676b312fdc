import type { ActionDite } from './action-dite.ts';
import { ACTIONS_DE_L_ACHETEUR } from './ActionsDeLAcheteur.tsx';
import { ACTIONS_DE_L_ENTREPRISE } from './ActionsDeLEntreprise.tsx';
import type { ActionId } from './regles/actions.ts';
import { MOTS_DES_ACTIONS } from './regles/actions-mots.ts';

/** Une action qui a un formulaire : ouvrir la page n'en a pas. */
export type ActionAFaire = Exclude<ActionId, 'ouvrir'>;

export const estAFaire = (action: string): action is ActionAFaire =>
  Object.hasOwn(MOTS_DES_ACTIONS, action) && action !== 'ouvrir';

/** Ceux qui sont là d'emblée : l'entreprise et l'acheteur, que l'on attend le plus. */
const D_EMBLEE = { ...ACTIONS_DE_L_ENTREPRISE, ...ACTIONS_DE_L_ACHETEUR };

type Differe = Exclude<ActionAFaire, keyof typeof D_EMBLEE>;

const estDEmblee = (action: ActionAFaire): action is keyof typeof D_EMBLEE =>
  Object.hasOwn(D_EMBLEE, action);

/** Le formulaire d'une action, s'il est là d'emblée. */
export const formulaireDEmblee = (action: ActionAFaire): ActionDite | undefined =>
  estDEmblee(action) ? D_EMBLEE[action] : undefined;

/**
 * Le formulaire d'une action. Ceux de la tutrice et de l'équipe n'arrivent qu'au moment d'agir : la page de l'entreprise
 * n'en porte pas le poids.
 * @throws Error quand le réseau manque
 */
export async function formulaireDe(action: ActionAFaire): Promise<ActionDite> {
  if (estDEmblee(action)) return D_EMBLEE[action];
  const [{ ACTIONS_DE_LA_TUTRICE }, { ACTIONS_DE_L_EQUIPE }] = await Promise.all([
    import('./ActionsDeLaTutrice.tsx'),
    import('./ActionsDeLEquipe.tsx'),
  ]);
  const differes: Readonly<Record<Differe, ActionDite>> = {
    ...ACTIONS_DE_LA_TUTRICE,
    ...ACTIONS_DE_L_EQUIPE,
  };
  return differes[action];
}
