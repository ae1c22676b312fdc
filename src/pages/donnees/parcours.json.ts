import type { APIRoute } from 'astro';
import { donneesOuvertes } from '../../parcours/contenu/donnees-ouvertes.ts';
import { JOUR } from '../../site/contenu/jour.ts';

export const GET: APIRoute = async ({ site }) =>
  Response.json({ publieLe: JOUR, parcours: await donneesOuvertes(site) });
