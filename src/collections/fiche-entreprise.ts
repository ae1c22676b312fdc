import { getEntry } from 'astro:content';
import type { FicheEntreprise } from '../core/fiche-entreprise.ts';
import { avecDelais } from '../core/kit.ts';
import { lesDelaisDits } from './frise.ts';

/** La fiche entreprise à imprimer, chiffres compris. */
export async function laFicheEntreprise(): Promise<FicheEntreprise> {
  const entree = await getEntry('ficheEntreprise', 'fiche-entreprise');
  if (!entree) throw new Error('content/fiche-entreprise.yaml est introuvable.');
  const dits = await lesDelaisDits();
  return {
    ...entree.data,
    sections: entree.data.sections.map((section) => ({
      ...section,
      champs: section.champs.map((champ) => ({
        ...champ,
        aide: champ.aide === undefined ? undefined : avecDelais(champ.aide, dits),
      })),
    })),
  };
}
