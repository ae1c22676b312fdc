/** Avancement, de 0 à 1, d'un mouvement commencé à `debut` et long de `duree` (secondes). */
export function avancement(temps: number, debut: number, duree: number): number {
  return Math.min(1, Math.max(0, (temps - debut) / duree));
}

/** Départ et arrivée en douceur. */
export function adoucir(part: number): number {
  return part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2;
}

/** Arrivée en douceur, en dépassant un peu. */
export function rebondir(part: number): number {
  return 1 + 2.4 * (part - 1) ** 3 + 1.4 * (part - 1) ** 2;
}
