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
