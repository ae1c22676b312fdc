import type { APIRoute } from 'astro';
import { lesResultats } from '../collections/resultats.ts';
import { fichierCsv } from '../core/csv.ts';
import { lignesDesResultats } from '../core/resultats.ts';

export const GET: APIRoute = async () =>
  new Response(fichierCsv(lignesDesResultats(await lesResultats())), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
