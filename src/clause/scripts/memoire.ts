/** Ce qui est saisi reste dans l'onglet, le temps de la visite. */
const CLE = 'csf-clause';

/* Un navigateur peut refuser le stockage : le formulaire marche alors sans mémoire. */

export function lireSession(): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(CLE) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

export function garderSession(valeurs: Record<string, string>): void {
  try {
    sessionStorage.setItem(CLE, JSON.stringify(valeurs));
  } catch {
    // Rien à garder.
  }
}

export function oublierSession(): void {
  try {
    sessionStorage.removeItem(CLE);
  } catch {
    // Rien n'a pu être gardé.
  }
}
