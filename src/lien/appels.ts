import { envoyer, type Reponse } from '../formulaire/appels/fonctions.ts';
import type { Route } from '../formulaire/regles/routes.ts';
import { estPortee, PAGE_DU_LIEN, type Portee } from './regles/portees.ts';

/** Une lecture de lien, dans la fonction d'une salle. */
export type RouteDeLecture = Extract<Route, `${string}/lire-lien`>;

/**
 * Demande une fois au service ce qu'un lien ouvre. Un lien fait pour une autre page y mène aussitôt.
 * @param route la lecture de liens de la fonction de cette page
 * @param montrees portées que cette page sait montrer
 * @returns undefined quand la personne part vers l'autre page
 */
export async function lireLien(
  fonctions: string,
  route: RouteDeLecture,
  jeton: string,
  montrees: readonly Portee[],
): Promise<Reponse | undefined> {
  const reponse = await envoyer(fonctions, route, { jeton });
  const { statut, portee } = reponse;
  if (!estPortee(portee) || (statut !== 'autre-page' && montrees.includes(portee))) return reponse;
  location.replace(`${PAGE_DU_LIEN[portee]}#${jeton}`);
  return undefined;
}
