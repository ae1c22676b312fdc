import { getEntry, render } from 'astro:content';

/** Les dossiers de textes MDX du site. */
export type DossierDeTextes = 'pages' | 'legal' | 'acheteur' | 'guides' | 'interet';

/** Une page de texte, son contenu et ses titres ; inconnue, c'est une erreur de construction. */
export async function pageDeTexte(collection: DossierDeTextes, id: string) {
  const entree = await getEntry(collection, id);
  if (!entree) throw new Error(`La page content/${collection}/${id}.mdx est introuvable.`);
  const { Content, headings } = await render(entree);
  return { ...entree.data, Content, titres: headings };
}
