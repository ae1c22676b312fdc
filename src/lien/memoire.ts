/** Un lien personnel reste dans cet onglet, pour recharger la page ; fermer l'onglet l'efface. */
export class Memoire {
  readonly #cle: string;

  /** @param nom nom de la page qui garde le lien */
  constructor(nom: string) {
    this.#cle = `csf-lien-${nom}`;
  }

  /** Le jeton gardé, ou une chaîne vide. */
  lire(): string {
    try {
      return sessionStorage.getItem(this.#cle) ?? '';
    } catch {
      // Stockage interdit : il faudra rouvrir le lien du courriel.
      return '';
    }
  }

  garder(jeton: string): void {
    try {
      sessionStorage.setItem(this.#cle, jeton);
    } catch {
      // Stockage interdit : la page marche, elle ne se recharge pas.
    }
  }

  oublier(): void {
    try {
      sessionStorage.removeItem(this.#cle);
    } catch {
      // Rien n'a pu être gardé.
    }
  }
}
