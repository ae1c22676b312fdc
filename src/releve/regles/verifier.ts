import type { ReleveLue } from './releve-lue.ts';

/* Sans zod : le tableau de l'équipe charge ce fichier dans le navigateur. */

const domaineDe = (courriel: string) => courriel.toLowerCase().split('@').at(-1) ?? '';

/** Ce que les deux adresses disent de la structure, pour aider à vérifier : elles ne prouvent rien. */
export function direLaStructure({ courriel, acheteur }: ReleveLue): string {
  if (acheteur === null) return 'Aucun acheteur connu ne correspond : vérifiez avant de répondre.';
  return domaineDe(courriel) === domaineDe(acheteur)
    ? 'Les deux adresses sont de la même structure.'
    : 'Les deux adresses ne sont pas de la même structure : appelez avant d’accepter.';
}
