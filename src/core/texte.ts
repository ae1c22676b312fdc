/**
 * Forme de comparaison d'un texte : minuscules, sans accents, ligatures ouvertes,
 * toute suite d'autres signes réduite à une espace. « Hœnheim », « HOENHEIM » se valent.
 */
export function normaliser(texte: string): string {
  return texte
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Identifiant d'adresse : forme de comparaison avec des tirets. */
export function slug(texte: string): string {
  return normaliser(texte).replaceAll(' ', '-');
}
