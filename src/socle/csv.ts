/** Ce qu'une case d'un fichier CSV peut contenir ; une liste y est séparée par des barres. */
export type ValeurCsv = string | number | boolean | null | readonly string[];

/* Le tableur le plus courant ne reconnaît l'UTF-8 qu'à cette marque. */
const MARQUE_UTF8 = '\uFEFF';

function desarme(valeur: ValeurCsv): string {
  if (valeur === null) return '';
  const texte = typeof valeur === 'object' ? valeur.join(' | ') : String(valeur);
  // Un tableur exécuterait un texte qui commence comme une formule.
  return typeof valeur !== 'number' && /^[=+\-@\t\r]/.test(texte) ? `'${texte}` : texte;
}

function cellule(valeur: ValeurCsv): string {
  const texte = desarme(valeur);
  return /[",\r\n]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte;
}

/** Une ligne CSV (séparateur virgule, RFC 4180, sans fin de ligne). */
export function ligneDeCsv(valeurs: readonly ValeurCsv[]): string {
  return valeurs.map(cellule).join(',');
}

/** Une ligne à coller dans un tableur, qui range chaque valeur dans sa case : une tabulation entre deux, sans fin de ligne. */
export function ligneACopier(valeurs: readonly ValeurCsv[]): string {
  return valeurs.map((valeur) => desarme(valeur).replace(/[\t\r\n]+/g, ' ')).join('\t');
}

/** Un fichier CSV entier, de ses lignes, la première étant celle des colonnes. */
export function fichierCsv(lignes: readonly string[]): string {
  return `${MARQUE_UTF8}${lignes.join('\r\n')}\r\n`;
}
