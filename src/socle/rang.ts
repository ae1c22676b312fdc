/** Ordre d'écriture dans un fichier YAML (content.config.ts numérote chaque élément). */
export function parRang(a: { rang: number }, b: { rang: number }): number {
  return a.rang - b.rang;
}
