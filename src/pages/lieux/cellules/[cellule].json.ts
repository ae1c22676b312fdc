import type { APIRoute } from 'astro';
import type { Lieu } from '../../../core/lieux.ts';
import { cellulesDeLieux } from '../../../referentiel/lieux.ts';

export function getStaticPaths() {
  return [...cellulesDeLieux()].map(([nom, lieux]) => ({
    params: { cellule: nom },
    props: { lieux },
  }));
}

export const GET: APIRoute<{ lieux: Lieu[] }> = ({ props }) => Response.json(props.lieux);
