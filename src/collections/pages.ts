import { getEntry, render } from 'astro:content';

/** Une page de texte et son contenu ; inconnue, c'est une erreur de construction. */
export async function pageDeTexte(collection: 'pages' | 'legal', id: string) {
  const entree = await getEntry(collection, id);
  if (!entree) throw new Error(`La page content/${collection}/${id}.mdx est introuvable.`);
  const { Content } = await render(entree);
  return { ...entree.data, Content };
}
