import type { APIRoute } from 'astro';
import { tousLesDomaines } from '../../../parcours/contenu/domaines.ts';
import { typographier } from '../../../socle/typographie.ts';

/** Des exemples de tâches par domaine, à part : la page de déclaration ne les porte pas tous. */
export const GET: APIRoute = async () => {
  const domaines = await tousLesDomaines();
  return Response.json(
    Object.fromEntries(domaines.map(({ slug, exemples }) => [slug, exemples.map(typographier)])),
  );
};
