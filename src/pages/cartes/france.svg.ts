import type { APIRoute } from 'astro';
import { fondDeCarte } from '../../lieux/referentiel/carte.ts';

export const GET: APIRoute = () =>
  new Response(fondDeCarte(), { headers: { 'content-type': 'image/svg+xml' } });
