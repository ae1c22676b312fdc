import { getEntry } from 'astro:content';
import { ficheEnDocument, type FicheEntreprise } from '../regles/fiche-entreprise.ts';
import type { DocumentAEcrire } from '../../documents/regles/bloc.ts';
import { avecDelais } from '../regles/kit.ts';
import { tousLesDomaines } from '../../parcours/contenu/domaines.ts';
import { laRegle, lesValeurs } from '../../guides/contenu.ts';

/** La fiche entreprise à imprimer, chiffres compris. */
export async function laFicheEntreprise(): Promise<FicheEntreprise> {
  const entree = await getEntry('ficheEntreprise', 'fiche-entreprise');
  if (!entree) throw new Error('content/fiche-entreprise.yaml est introuvable.');
  const valeurs = await lesValeurs();
  return {
    ...entree.data,
    sections: entree.data.sections.map((section) => ({
      ...section,
      champs: section.champs.map((champ) => ({
        ...champ,
        aide: champ.aide === undefined ? undefined : avecDelais(champ.aide, valeurs),
      })),
    })),
  };
}

/** Les règles que citent les parties de la fiche, avec leurs textes officiels. */
export async function reglesDeLaFiche({ sections }: FicheEntreprise) {
  return Promise.all([...new Set(sections.flatMap(({ regles }) => regles))].map(laRegle));
}

/** La fiche entreprise à remplir au clavier. */
export async function laFicheEnDocument(): Promise<DocumentAEcrire> {
  const domaines = (await tousLesDomaines()).map(({ nom }) => nom);
  return ficheEnDocument(await laFicheEntreprise(), domaines);
}
