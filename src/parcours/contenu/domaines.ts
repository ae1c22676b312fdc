import { getCollection, type CollectionEntry } from 'astro:content';

export type Domaine = { slug: string } & Omit<CollectionEntry<'domaines'>['data'], 'voisins'> & {
    voisins: string[];
  };

let memoire: Promise<Domaine[]> | undefined;

async function lire(): Promise<Domaine[]> {
  const entrees = await getCollection('domaines');
  return entrees
    .map(({ id, data }) => ({
      ...data,
      slug: id,
      voisins: data.voisins.map((voisin) => voisin.id),
    }))
    .sort((a, b) => a.ordre - b.ordre);
}

/** Tous les domaines, dans l'ordre d'affichage. */
export function tousLesDomaines(): Promise<Domaine[]> {
  memoire ??= lire();
  return memoire;
}

/** Le nom de chaque domaine, dans l'ordre d'affichage. */
export async function nomsDesDomaines(): Promise<Record<string, string>> {
  return Object.fromEntries((await tousLesDomaines()).map(({ slug, nom }) => [slug, nom]));
}

/** Les domaines cités, dans l'ordre de la citation ; un inconnu est une erreur de construction. */
export async function domainesCites(slugs: readonly string[]): Promise<Domaine[]> {
  const domaines = new Map((await tousLesDomaines()).map((domaine) => [domaine.slug, domaine]));
  return slugs.map((slug) => {
    const trouve = domaines.get(slug);
    if (!trouve) throw new Error(`content/domaines n’a pas de domaine « ${slug} ».`);
    return trouve;
  });
}
