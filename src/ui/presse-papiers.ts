/* Un lecteur d'écran ne relit pas un message déjà là : effacé, puis écrit un instant après, il s'entend de nouveau. */
const REPIT_MS = 150;

/** Le temps qu'un message effacé s'entende de nouveau une fois réécrit. */
export const unInstant = (): Promise<void> => new Promise((suite) => setTimeout(suite, REPIT_MS));

/** Dit un message dans une zone `role="status"`, même s'il est le même que le précédent. */
export function annoncer(zone: HTMLElement, message: string): void {
  zone.textContent = '';
  setTimeout(() => (zone.textContent = message), REPIT_MS);
}

/** Copie un texte ; faux si le navigateur refuse, ou n'a pas de presse-papiers (connexion http). */
export async function copierTexte(texte: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(texte);
    return true;
  } catch {
    return false;
  }
}
