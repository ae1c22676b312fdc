/** La forme des textes publics d'un parcours : la même pour l'import et pour une déclaration. */

const INTITULE_COURT = 80;
const INTITULE_MAXIMAL = 160;

function majuscule(phrase: string): string {
  return phrase.replace(/^\p{Ll}/u, (lettre) => lettre.toUpperCase());
}

/** Une tâche : une majuscule, pas de point final. */
export function formeDeTache(phrase: string): string {
  return majuscule(phrase.replace(/(?<![\s.,;:])[\s.,;:]+$/, ''));
}

/** Une condition d'accueil : une majuscule et un point final. */
export function formeDeCondition(phrase: string): string {
  const texte = majuscule(phrase.replace(/(?<![\s,;:])[\s,;:]+$/, ''));
  return /[.!?…]$/.test(texte) ? texte : `${texte}.`;
}

/** L'intitulé public : la première tâche, et la deuxième quand les deux tiennent en 80 signes. */
export function intituleDesTaches(taches: readonly string[]): string {
  const [premiere = '', seconde] = taches;
  const suite = seconde?.replace(/^\p{Lu}(?=[\p{Ll}'’ ])/u, (lettre) => lettre.toLowerCase());
  const ensemble = suite === undefined ? premiere : `${premiere}, ${suite}`;
  if (ensemble.length <= INTITULE_COURT) return ensemble;
  if (premiere.length <= INTITULE_MAXIMAL) return premiere;
  return `${premiere.slice(0, INTITULE_MAXIMAL - 1).replace(/(?<!\s)\s+\S*$/, '')}…`;
}
