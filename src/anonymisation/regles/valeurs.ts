import { type Contexte, type Forme, formes, type ValeurPrivee } from './formes.ts';
import { type Empreinte, empreinte, motifDeMots } from '../../socle/empreinte.ts';
import type { Intervalle } from '../../socle/phrases.ts';
import { normaliser } from '../../socle/texte.ts';

/** Une forme à chercher et la colonne d'où elle vient ; `compact` sert à l'écarter vite. */
export type FormePreparee = Forme & { colonne: string; compact: string };

export type RetraitPrive = Intervalle & { colonne: string };

/** Mots d'une forme que l'on cherche d'un seul motif : au-delà, le motif épuiserait la pile. */
const MOTS_D_UN_TRONCON = 40;

/** Une longue valeur se cherche par morceaux qui la couvrent toute ; le dernier est aussi long que les autres. */
function troncons(mots: string): string[] {
  const parties = mots.split(' ');
  if (parties.length <= MOTS_D_UN_TRONCON) return [mots];
  const nombre = Math.ceil(parties.length / MOTS_D_UN_TRONCON);
  const dernier = parties.length - MOTS_D_UN_TRONCON;
  return Array.from({ length: nombre }, (_, rang) => {
    const debut = Math.min(rang * MOTS_D_UN_TRONCON, dernier);
    return parties.slice(debut, debut + MOTS_D_UN_TRONCON).join(' ');
  });
}

/** Prépare une fois les valeurs privées d'une ligne, pour tous les textes de cette ligne. */
export function preparerValeurs(
  prives: readonly ValeurPrivee[],
  contexte: Contexte,
): FormePreparee[] {
  const preparees = new Map<string, FormePreparee>();
  for (const { colonne, genre, valeur } of prives)
    for (const forme of formes(genre, valeur, contexte))
      for (const mots of troncons(forme.mots)) {
        // Une valeur qui se répète ne se cherche qu'une fois.
        const cle = [colonne, mots, forme.casse, forme.contexte?.source].join('|');
        if (!preparees.has(cle))
          preparees.set(cle, { ...forme, mots, colonne, compact: mots.replaceAll(' ', '') });
      }
  return [...preparees.values()];
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
