import type { APIRoute } from 'astro';
import { tousLesDomaines } from '../../../collections/domaines.ts';
import { fluxAtom } from '../../../collections/flux.ts';
import { parcoursOuverts } from '../../../collections/parcours.ts';

export async function getStaticPaths() {
  const domaines = await tousLesDomaines();
  return domaines.map(({ slug, nom }) => ({ params: { slug }, props: { nom } }));
}

export const GET: APIRoute<{ nom: string }> = async ({
  params: { slug = '' },
  props,
  site,
  url,
}) => {
  const fiches = (await parcoursOuverts()).filter(({ domaine }) => domaine === slug);
  const chemin = `/flux/domaines/${slug}.xml`;
  return fluxAtom(fiches, {
    titre: props.nom,
    chemin,
    page: `/domaines/${slug}/`,
    site: site ?? url,
  });
};
