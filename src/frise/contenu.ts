import { getEntry } from 'astro:content';
import { SEUIL_GRATIFICATION_HEURES } from '../calibrage/regles/calibrage.ts';
import { delai, delaisDits, type Frise } from './regles/frise.ts';

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

/**
 * Ce que les textes YAML peuvent citer entre accolades : chaque délai de la frise en toutes lettres,
 * « justificatifs », et « gratification » (présence au-delà de laquelle elle est de droit).
 */
export async function lesDelaisDits(): Promise<Record<string, string>> {
  return {
    ...delaisDits(await laFrise()),
    gratification: `${SEUIL_GRATIFICATION_HEURES} heures (${SEUIL_GRATIFICATION_HEURES / 7} jours de 7 h)`,
  };
}
