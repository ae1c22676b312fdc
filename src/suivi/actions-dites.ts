import type { ActionDite } from './action-dite.ts';
import type { ActionId } from './regles/actions.ts';
import { MOTS_DES_ACTIONS } from './regles/actions-mots.ts';
import type { RoleDeLecteur } from './regles/recu.ts';

/** Une action qui a un formulaire : ouvrir la page n'en a pas. */
export type ActionAFaire = Exclude<ActionId, 'ouvrir'>;

export const estAFaire = (action: string): action is ActionAFaire =>
  Object.hasOwn(MOTS_DES_ACTIONS, action) && action !== 'ouvrir';

type Dites = Readonly<Partial<Record<ActionAFaire, ActionDite>>>;

const communes = async () => (await import('./ActionsCommunes.tsx')).ACTIONS_COMMUNES;
const deLEntreprise = async () =>
  (await import('./ActionsDeLEntreprise.tsx')).ACTIONS_DE_L_ENTREPRISE;
const deLaTutrice = async () => (await import('./ActionsDeLaTutrice.tsx')).ACTIONS_DE_LA_TUTRICE;
const deLAcheteur = async () => (await import('./ActionsDeLAcheteur.tsx')).ACTIONS_DE_L_ACHETEUR;

/* Chacun ne charge que les siens : tous ensemble pèseraient sur la page de qui n'en a que trois. */
const CHARGER: Readonly<Record<RoleDeLecteur, () => Promise<Dites>>> = {
  entreprise: async () => ({ ...(await deLEntreprise()), ...(await communes()) }),
  tutrice: async () => ({ ...(await deLaTutrice()), ...(await communes()) }),
  acheteur: deLAcheteur,
  equipe: async () => {
    const { ACTIONS_DE_L_EQUIPE } = await import('./ActionsDeLEquipe.tsx');
    const toutes: Readonly<Record<ActionAFaire, ActionDite>> = {
      ...(await deLEntreprise()),
      ...(await deLaTutrice()),
      ...(await deLAcheteur()),
      ...(await communes()),
      ...ACTIONS_DE_L_EQUIPE,
    };
    return toutes;
  },
};

const chargees = new Map<RoleDeLecteur, Dites>();

/**
 * Charge les formulaires d'un rôle : dès que son dossier est lu, pour que le premier bouton n'attende rien.
 * @throws Error quand le réseau manque
 */
export async function chargerLesFormulaires(role: RoleDeLecteur): Promise<Dites> {
  const dites = chargees.get(role) ?? (await CHARGER[role]());
  chargees.set(role, dites);
  return dites;
}

/** Le formulaire d'une action, s'il est déjà là. */
export const formulaireDe = (role: RoleDeLecteur, action: ActionAFaire): ActionDite | undefined =>
  chargees.get(role)?.[action];
