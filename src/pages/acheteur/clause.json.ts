import { leModeleDeClause } from '../../acheteur/contenu.ts';

/** Le modèle en données, pour un logiciel qui rédige des marchés. */
export async function GET(): Promise<Response> {
  return Response.json(await leModeleDeClause());
}
