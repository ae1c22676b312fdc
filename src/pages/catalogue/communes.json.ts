import type { APIRoute } from 'astro';
import { tousLesParcours } from '../../parcours/contenu/parcours.ts';
import type { CommunesDuCatalogue } from '../../lieux/appels/communes.ts';

/** Les communes des parcours publiés, par code INSEE : un tableau de suivi n'en reçoit que le code. */
export const GET: APIRoute = async () => {
  const communes: CommunesDuCatalogue = {};
  for (const { commune: code, lieu } of await tousLesParcours())
    communes[code] = [lieu.commune, lieu.departement.code];
  return Response.json(communes);
};
