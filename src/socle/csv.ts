/** Ce qu'une case d'un fichier CSV peut contenir ; une liste y est séparée par des barres. */
export type ValeurCsv = string | number | boolean | null | readonly string[];

/* Le tableur le plus courant ne reconnaît l'UTF-8 qu'à cette marque. */
const MARQUE_UTF8 = '\uFEFF';

function cellule(valeur: ValeurCsv): string {
  if (valeur === null) return '';
  const texte = typeof valeur === 'object' ? valeur.join(' | ') : String(valeur);
  // Un tableur exécuterait un texte qui commence comme une formule.
  const sur = typeof valeur !== 'number' && /^[=+\-@\t\r]/.test(texte) ? `'${texte}` : texte;
  return /[",\r\n]/.test(sur) ? `"${sur.replaceAll('"', '""')}"` : sur;
}

/** Une ligne CSV (séparateur virgule, RFC 4180, sans fin de ligne). */
export function ligneDeCsv(valeurs: readonly ValeurCsv[]): string {
  return valeurs.map(cellule).join(',');
}

/** Un fichier CSV entier, de ses lignes, la première étant celle des colonnes. */
export function fichierCsv(lignes: readonly string[]): string {
  return `${MARQUE_UTF8}${lignes.join('\r\n')}\r\n`;
}
