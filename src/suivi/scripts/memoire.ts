/** Le lien personnel reste dans cet onglet, pour recharger la page ; fermer l'onglet l'efface. */
const CLE = 'csf-suivi';

/** Le jeton gardé, ou une chaîne vide. */
export function lire(): string {
  try {
    return sessionStorage.getItem(CLE) ?? '';
  } catch {
    // Stockage interdit : il faudra rouvrir le lien du courriel.
    return '';
  }
}

export function garder(jeton: string): void {
  try {
    sessionStorage.setItem(CLE, jeton);
  } catch {
    // Stockage interdit : la page marche, elle ne se recharge pas.
  }
}

export function oublier(): void {
  try {
    sessionStorage.removeItem(CLE);
  } catch {
    // Rien n'a pu être gardé.
  }
}
