import { getCollection } from 'astro:content';
import type { Lien } from '../regles/lien.ts';

/** Un lien vers un autre site, cité par son identifiant ; un inconnu est une erreur de construction. */
export async function lienCite(id: string): Promise<Lien> {
  const entree = (await getCollection('liens')).find(({ data }) => data.id === id);
  if (!entree) throw new Error(`content/liens.yaml n’a pas de lien « ${id} ».`);
  return entree.data;
}
