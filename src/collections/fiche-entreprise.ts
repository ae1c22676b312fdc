import { getEntry } from 'astro:content';
import { ficheEnDocument, type FicheEntreprise } from '../core/fiche-entreprise.ts';
import type { DocumentAEcrire } from '../core/bloc.ts';
import { avecDelais } from '../core/kit.ts';
import { tousLesDomaines } from './domaines.ts';
import { laRegle, lesValeurs } from './regles.ts';

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
