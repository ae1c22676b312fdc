import type { APIRoute } from 'astro';
import { lesResultats } from '../chiffres/contenu/resultats.ts';
import { fichierCsv } from '../socle/csv.ts';
import { lignesDesResultats } from '../chiffres/regles/resultats.ts';

export const GET: APIRoute = async () =>
  new Response(fichierCsv(lignesDesResultats(await lesResultats())), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
