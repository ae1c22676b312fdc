import type { APIRoute } from 'astro';
import { donneesOuvertes } from '../../parcours/contenu/donnees-ouvertes.ts';
import { fichierCsv } from '../../socle/csv.ts';
import { COLONNES_OUVERTES, ligneCsv } from '../../parcours/regles/parcours-ouvert.ts';

export const GET: APIRoute = async ({ site }) => {
  const lignes = (await donneesOuvertes(site)).map(ligneCsv);
  return new Response(fichierCsv([COLONNES_OUVERTES.join(','), ...lignes]), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
};
