import { communes } from './communes.ts';

/**
 * Tous les codes INSEE, serrés : pour chaque début de deux signes, les fins de trois signes à la suite. Les fonctions
 * n'ont pas le référentiel ; elles refusent avec cette table une commune qui arrêterait la construction du site.
 */
export function codesDesCommunes(): Record<string, string> {
  const debuts: Record<string, string> = {};
  for (const code of communes()
    .map((commune) => commune.code)
    .sort()) {
    const debut = code.slice(0, 2);
    debuts[debut] = (debuts[debut] ?? '') + code.slice(2);
  }
  return debuts;
}
