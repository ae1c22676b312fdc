import { leModeleDeClause } from '../../acheteur/contenu.ts';

/** Le modèle que le formulaire remplit dans le navigateur. */
export async function GET(): Promise<Response> {
  return Response.json(await leModeleDeClause());
}
