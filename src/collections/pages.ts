import { getCollection, getEntry, render } from 'astro:content';

/** Une page de texte et son contenu ; inconnue, c'est une erreur de construction. */
export async function pageDeTexte(collection: 'pages' | 'legal', id: string) {
  const entree = await getEntry(collection, id);
  if (!entree) throw new Error(`La page content/${collection}/${id}.mdx est introuvable.`);
  const { Content } = await render(entree);
  return { ...entree.data, Content };
}

/** Les pages légales, pour le plan du site. */
export async function pagesLegales() {
  const entrees = await getCollection('legal');
  return entrees.map(({ id, data }) => ({ id, titre: data.titre }));
}
