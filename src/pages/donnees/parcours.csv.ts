import type { APIRoute } from 'astro';
import { donneesOuvertes } from '../../collections/donnees.ts';
import { fichierCsv } from '../../core/csv.ts';
import { COLONNES_OUVERTES, ligneCsv } from '../../core/parcours-ouvert.ts';

export const GET: APIRoute = async ({ site }) => {
  const lignes = (await donneesOuvertes(site)).map(ligneCsv);
  return new Response(fichierCsv([COLONNES_OUVERTES.join(','), ...lignes]), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
};
