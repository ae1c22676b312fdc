import type { APIRoute } from 'astro';
import { donneesOuvertes } from '../../collections/donnees.ts';
import { JOUR } from '../../collections/jour.ts';

export const GET: APIRoute = async ({ site }) =>
  Response.json({ publieLe: JOUR, parcours: await donneesOuvertes(site) });
