import type { APIRoute } from 'astro';
import { tousLesDomaines } from '../../../parcours/contenu/domaines.ts';
import { fluxAtom } from '../../../catalogue/contenu/flux.ts';
import { parcoursOuverts } from '../../../parcours/contenu/parcours.ts';
import { toutesLesAcademies } from '../../../lieux/contenu.ts';

export async function getStaticPaths() {
  const rubriques = { academies: await toutesLesAcademies(), domaines: await tousLesDomaines() };
  return Object.entries(rubriques).flatMap(([rubrique, entrees]) =>
    entrees.map(({ slug, nom }) => ({ params: { rubrique, slug }, props: { nom } })),
  );
}

export const GET: APIRoute<{ nom: string }> = async ({
  params: { rubrique = '', slug = '' },
  props,
  site,
  url,
}) => {
  const fiches = (await parcoursOuverts()).filter(
    ({ domaine, lieu }) => slug === (rubrique === 'domaines' ? domaine : lieu.academie.slug),
  );
  return fluxAtom(fiches, {
    titre: props.nom,
    chemin: `/flux/${rubrique}/${slug}.xml`,
    page: `/${rubrique}/${slug}/`,
    site: site ?? url,
  });
};
