/**
 * Ce que porte le fragment d'un lien personnel : le jeton, et l'action que le courriel propose, s'il en propose une
 * (« #jeton », « #jeton.relancer »).
 */
export function lireFragment(fragment: string): { jeton: string; action: string | null } {
  const [jeton = '', action = null] = fragment.replace(/^#/, '').split('.');
  return { jeton, action };
}
