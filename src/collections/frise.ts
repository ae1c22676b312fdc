import { getEntry } from 'astro:content';
import { delai, type Frise } from '../core/frise.ts';

/** La frise du site, seule source des étapes et des délais. */
export async function laFrise(): Promise<Frise> {
  const entree = await getEntry('frise', 'frise');
  if (!entree) throw new Error('content/frise.yaml est introuvable.');
  return entree.data;
}

/** Les deux délais de la mise en relation, en jours calendaires. */
export async function lesDelais() {
  const frise = await laFrise();
  return { reponse: delai(frise, 'mise-en-relation'), accueil: delai(frise, 'accueil') };
}
