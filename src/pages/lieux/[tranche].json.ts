import type { APIRoute } from 'astro';
import type { Tranche } from '../../lieux/regles/lieux.ts';
import { tranchesDeLieux } from '../../lieux/referentiel/lieux.ts';

export function getStaticPaths() {
  return [...tranchesDeLieux()].map(([nom, tranche]) => ({
    params: { tranche: nom },
    props: { tranche },
  }));
}

export const GET: APIRoute<{ tranche: Tranche }> = ({ props }) => Response.json(props.tranche);
