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

export const minuscule = (texte: string) => texte.charAt(0).toLowerCase() + texte.slice(1);
export const majuscule = (texte: string) => texte.charAt(0).toUpperCase() + texte.slice(1);

/**
 * « de » suivi d'un nom de lieu, avec l'élision et la contraction : d’Angers, du Mans, des Lilas.
 * Le h est traité comme une consonne, faute de savoir s'il est muet.
 */
export function deLieu(nom: string): string {
  if (nom.startsWith('Le ')) return `du ${nom.slice(3)}`;
  if (nom.startsWith('Les ')) return `des ${nom.slice(4)}`;
  return /^[aeiouyœæ]/.test(nom.toLowerCase().normalize('NFD')) ? `d’${nom}` : `de ${nom}`;
}

/** Identifiant d'adresse : forme de comparaison avec des tirets. */
export function slug(texte: string): string {
  return normaliser(texte).replaceAll(' ', '-');
}
