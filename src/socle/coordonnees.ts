import {
  type GenreDeCoordonnee,
  type Regle,
  REGLES_DES_PAGES,
  REGLES_DU_TEXTE_LIBRE,
} from './coordonnees-regles.ts';

/** Une coordonnée certaine trouvée dans un texte ; `position` compte en unités de la chaîne reçue. */
export type Reperage<Genre extends GenreDeCoordonnee = GenreDeCoordonnee> = {
  genre: Genre;
  extrait: string;
  position: number;
};

/** Dates et heures, masquées avant de chercher un numéro : leurs chiffres en feraient, ou en cacheraient, un. */
const DATES_ET_HEURES =
  /(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?!\d)|(?<![\d:])\d{1,2}:[0-5]\d(?![\d:])/g;

/**
 * Coordonnées certaines d'un texte libre déjà mis en clair (voir `enClair`), dans l'ordre du texte :
 * courriels, téléphones, sites, adresses et numéros d'entreprise, dans toutes leurs écritures connues.
 */
export function reperer(texte: string): Reperage[] {
  return appliquer(REGLES_DU_TEXTE_LIBRE, texte);
}

/** Courriels et téléphones d'un texte de page publiée, dans l'ordre du texte. */
export function repererCoordonnees(texte: string): Reperage<'courriel' | 'telephone'>[] {
  return appliquer(REGLES_DES_PAGES, texte);
}

function appliquer<Genre extends GenreDeCoordonnee>(
  regles: readonly Regle<Genre>[],
  texte: string,
): Reperage<Genre>[] {
  const sansDates = texte.replace(DATES_ET_HEURES, (date) => 'x'.repeat(date.length));
  return regles
    .flatMap(({ genre, motif, indice }) => {
      if (indice?.test(texte) === false) return [];
      const examine = genre === 'telephone' ? sansDates : texte;
      return [...examine.matchAll(motif)].map(({ 0: extrait, index: position }) => ({
        genre,
        extrait,
        position,
      }));
    })
    .sort((a, b) => a.position - b.position);
}
