import type { APIRoute } from 'astro';
import { fluxAtom } from '../../../collections/flux.ts';
import { parcoursOuverts } from '../../../collections/parcours.ts';
import { toutesLesAcademies } from '../../../collections/territoires.ts';

export async function getStaticPaths() {
  const academies = await toutesLesAcademies();
  return academies.map(({ slug, nom }) => ({ params: { slug }, props: { nom } }));
}

export const GET: APIRoute<{ nom: string }> = async ({
  params: { slug = '' },
  props,
  site,
  url,
}) => {
  const fiches = (await parcoursOuverts()).filter(({ lieu }) => lieu.academie.slug === slug);
  const chemin = `/flux/academies/${slug}.xml`;
  return fluxAtom(fiches, {
    titre: props.nom,
    chemin,
    page: `/academies/${slug}/`,
    site: site ?? url,
  });
};
