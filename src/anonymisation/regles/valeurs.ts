import { type Contexte, type Forme, formes, type ValeurPrivee } from './formes.ts';
import { type Empreinte, empreinte, motifDeMots } from '../../socle/empreinte.ts';
import type { Intervalle } from '../../socle/phrases.ts';
import { normaliser } from '../../socle/texte.ts';

/** Une forme à chercher et la colonne d'où elle vient ; `compact` sert à l'écarter vite. */
export type FormePreparee = Forme & { colonne: string; compact: string };

export type RetraitPrive = Intervalle & { colonne: string };

/** Prépare une fois les valeurs privées d'une ligne, pour tous les textes de cette ligne. */
export function preparerValeurs(
  prives: readonly ValeurPrivee[],
  contexte: Contexte,
): FormePreparee[] {
  return prives.flatMap(({ colonne, genre, valeur }) =>
    formes(genre, valeur, contexte).map((forme) => ({
      ...forme,
      colonne,
      compact: forme.mots.replaceAll(' ', ''),
    })),
  );
}

/** Endroits d'un texte en clair où l'on lit une valeur privée de la ligne. */
export function repererValeurs(texte: string, formes: readonly FormePreparee[]): RetraitPrive[] {
  const compact = normaliser(texte).replaceAll(' ', '');
  const presentes = formes.filter((forme) => compact.includes(forme.compact));
  if (presentes.length === 0) return [];
  const recherche = empreinte(texte);
  return presentes.flatMap((forme) =>
    occurrences(texte, recherche, forme).map((intervalle) => ({
      ...intervalle,
      colonne: forme.colonne,
    })),
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
