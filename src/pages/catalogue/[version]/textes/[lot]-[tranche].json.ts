import type { APIRoute } from 'astro';
import { lesLots } from '../../../../catalogue/contenu/lots.ts';
import type { TexteDeFiche } from '../../../../catalogue/regles/lots.ts';

export async function getStaticPaths() {
  const { manifeste, lots } = await lesLots();
  return lots.flatMap(({ id, tranches }) =>
    tranches.map((textes, rang) => ({
      params: { version: manifeste.version, lot: id, tranche: String(rang) },
      props: { textes },
    })),
  );
}

export const GET: APIRoute<{ textes: TexteDeFiche[] }> = ({ props }) => Response.json(props.textes);
