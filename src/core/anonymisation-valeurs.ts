import { type Contexte, type Forme, formes, type ValeurPrivee } from './anonymisation-formes.ts';
import { type Empreinte, motifDeMots } from './empreinte.ts';
import type { Intervalle } from './phrases.ts';

export type RetraitPrive = Intervalle & { colonne: string };

/**
 * Endroits d'un texte où l'on lit une valeur privée de la ligne.
 * @param origine le texte en clair dont `recherche` est l'empreinte
 */
export function repererValeurs(
  origine: string,
  recherche: Empreinte,
  prives: readonly ValeurPrivee[],
  contexte: Contexte,
): RetraitPrive[] {
  return prives.flatMap(({ colonne, genre, valeur }) =>
    formes(genre, valeur, contexte)
      .filter(({ mots }) => recherche.compact.includes(mots.replaceAll(' ', '')))
      .flatMap((forme) => occurrences(origine, recherche, forme))
      .map((intervalle) => ({ ...intervalle, colonne })),
  );
}

function occurrences(origine: string, { texte, places }: Empreinte, forme: Forme): Intervalle[] {
  const trouvees: Intervalle[] = [];
  for (const { 0: lu, index } of texte.matchAll(motifDeMots(forme.mots))) {
    const debut = places[index] ?? 0;
    const fin = places[index + lu.length] ?? origine.length;
    const annonce = forme.contexte?.test(texte.slice(Math.max(0, index - 40), index)) ?? true;
    if (annonce && aLaCasse(origine.slice(debut, fin), forme.casse)) trouvees.push({ debut, fin });
  }
  return trouvees;
}

function aLaCasse(lu: string, casse: Forme['casse']): boolean {
  if (casse === 'initiale') return /^\P{L}*\p{Lu}/u.test(lu);
  return casse === 'libre' || lu === lu.toUpperCase();
}
