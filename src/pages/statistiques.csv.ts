import type { APIRoute } from 'astro';
import { lesStatistiques } from '../chiffres/contenu/statistiques.ts';
import { fichierCsv } from '../socle/csv.ts';
import { lignesDesStatistiques } from '../chiffres/regles/statistiques.ts';

export const GET: APIRoute = async () =>
  new Response(fichierCsv(lignesDesStatistiques(await lesStatistiques())), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
