import type { APIRoute } from 'astro';
import { donneesOuvertes } from '../../collections/donnees.ts';
import { COLONNES_OUVERTES, ligneCsv } from '../../core/parcours-ouvert.ts';

/* Le tableur le plus courant ne reconnaît l'UTF-8 qu'à cette marque. */
const MARQUE_UTF8 = '\uFEFF';

export const GET: APIRoute = async ({ site }) => {
  const lignes = (await donneesOuvertes(site)).map(ligneCsv);
  const texte = `${MARQUE_UTF8}${[COLONNES_OUVERTES.join(','), ...lignes].join('\r\n')}\r\n`;
  return new Response(texte, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
