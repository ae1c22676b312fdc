import type { APIRoute } from 'astro';
import { lesStatistiques } from '../collections/statistiques.ts';
import { fichierCsv } from '../core/csv.ts';
import { lignesDesStatistiques } from '../core/statistiques.ts';

export const GET: APIRoute = async () =>
  new Response(fichierCsv(lignesDesStatistiques(await lesStatistiques())), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
