import type { ActionDite } from './action-dite.ts';
import { ACTIONS_DE_L_ACHETEUR } from './ActionsDeLAcheteur.tsx';
import { ACTIONS_DE_L_ENTREPRISE } from './ActionsDeLEntreprise.tsx';
import type { ActionId } from './regles/actions.ts';
import { MOTS_DES_ACTIONS } from './regles/actions-mots.ts';

/** Une action qui a un formulaire : ouvrir la page n'en a pas. */
export type ActionAFaire = Exclude<ActionId, 'ouvrir'>;

export const estAFaire = (action: string): action is ActionAFaire =>
  Object.hasOwn(MOTS_DES_ACTIONS, action) && action !== 'ouvrir';

/** Ceux qui sont là d'emblée : l'entreprise et l'acheteur agissent le plus souvent depuis un courriel, parfois hors réseau. */
const D_EMBLEE = { ...ACTIONS_DE_L_ENTREPRISE, ...ACTIONS_DE_L_ACHETEUR };

type Differes = Readonly<Record<Exclude<ActionAFaire, keyof typeof D_EMBLEE>, ActionDite>>;
let differes: Promise<Differes | undefined> | undefined;

/* Ceux de la tutrice et de l'équipe n'arrivent qu'au moment d'agir : la page de l'entreprise n'en porte pas le poids. */
function charger(): Promise<Differes | undefined> {
  differes ??= Promise.all([
    import('./ActionsDeLaTutrice.tsx'),
    import('./ActionsDeLEquipe.tsx'),
  ]).then(
    ([{ ACTIONS_DE_LA_TUTRICE }, { ACTIONS_DE_L_EQUIPE }]): Differes => ({
      ...ACTIONS_DE_LA_TUTRICE,
      ...ACTIONS_DE_L_EQUIPE,
    }),
    () => {
      // Hors réseau : rouvrir le formulaire essaiera de nouveau.
      differes = undefined;
      return undefined;
    },
  );
  return differes;
}

const estDEmblee = (action: ActionAFaire): action is keyof typeof D_EMBLEE =>
  Object.hasOwn(D_EMBLEE, action);

/**
 * Le formulaire d'une action ; undefined s'il n'a pas pu arriver.
 * @param attendre rend ce qu'une promesse donne, et suspend le rendu d'ici là (« use » de React)
 */
export const formulaireDe = (
  action: ActionAFaire,
  attendre: (promesse: Promise<Differes | undefined>) => Differes | undefined,
): ActionDite | undefined =>
  estDEmblee(action) ? D_EMBLEE[action] : attendre(charger())?.[action];
