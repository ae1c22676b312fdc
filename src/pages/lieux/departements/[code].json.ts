import type { APIRoute } from 'astro';
import type { Territoire } from '../../../lieux/regles/territoire.ts';
import { territoires } from '../../../lieux/referentiel/territoires.ts';

export function getStaticPaths() {
  return territoires().map((territoire) => ({
    params: { code: territoire.departement.code },
    props: { territoire },
  }));
}

export const GET: APIRoute<{ territoire: Territoire }> = ({ props }) =>
  Response.json(props.territoire);
