/** Une étiquette se garde dans ce navigateur, et nulle part ailleurs : elle peut dire de quel jeune il s'agit. */
const PREFIXE = 'csf-etiquette:';

/** Signes d'une étiquette au plus : « jeune A », « classe de M. B. ». */
export const ETIQUETTE_MAX = 40;

/** L'étiquette d'un dossier sur cet appareil ; '' sans étiquette, ou quand le navigateur ne garde rien. */
export function lireEtiquette(reference: string): string {
  try {
    return localStorage.getItem(PREFIXE + reference) ?? '';
  } catch {
    return '';
  }
}

/** Garde une étiquette ; vide, elle s'efface. Rend faux si le navigateur ne garde rien. */
export function garderEtiquette(reference: string, texte: string): boolean {
  try {
    if (texte.trim() === '') localStorage.removeItem(PREFIXE + reference);
    else localStorage.setItem(PREFIXE + reference, texte.slice(0, ETIQUETTE_MAX));
    return true;
  } catch {
    return false;
  }
}

/** Efface toutes les étiquettes de cet appareil. */
export function effacerLesEtiquettes(): void {
  try {
    for (const cle of Object.keys(localStorage))
      if (cle.startsWith(PREFIXE)) localStorage.removeItem(cle);
  } catch {
    // Rien n'a pu être gardé.
  }
}
