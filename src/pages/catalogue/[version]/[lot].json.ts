import type { APIRoute } from 'astro';
import { lesLots, type LotPublie } from '../../../catalogue/contenu/lots.ts';

export async function getStaticPaths() {
  const { manifeste, lots } = await lesLots();
  return lots.map((lot) => ({
    params: { version: manifeste.version, lot: lot.id },
    props: { lot: lot.lot },
  }));
}

export const GET: APIRoute<{ lot: LotPublie['lot'] }> = ({ props }) => Response.json(props.lot);
