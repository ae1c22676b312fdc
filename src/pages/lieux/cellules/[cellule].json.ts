import type { APIRoute } from 'astro';
import type { Lieu } from '../../../lieux/regles/lieux.ts';
import { cellulesDeLieux } from '../../../lieux/referentiel/lieux.ts';

export function getStaticPaths() {
  return [...cellulesDeLieux()].map(([nom, lieux]) => ({
    params: { cellule: nom },
    props: { lieux },
  }));
}

export const GET: APIRoute<{ lieux: Lieu[] }> = ({ props }) => Response.json(props.lieux);
