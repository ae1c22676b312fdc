/* Ce qu'un filtre de courriels ajoute derrière (« ?utm_source=… », « / ») n'est ni du jeton, ni de l'action. */
const PORTE = /^(?:#|%23)*([\w-]*)(?:\.([\w-]+))?/i;

/**
 * Ce que porte le fragment d'un lien personnel : le jeton, et l'action que le courriel propose, s'il en propose une
 * (« #jeton », « #jeton.relancer »).
 */
export function lireFragment(fragment: string): { jeton: string; action: string | null } {
  const [, jeton = '', action = null] = PORTE.exec(fragment) ?? [];
  return { jeton, action };
}
