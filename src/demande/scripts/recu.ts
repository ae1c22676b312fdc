/** Où la page suivante lit ce qui vient d'être reçu, dans cet onglet seulement. */
const CLE = 'csf-interet-recu';

export type Recu = { reference?: unknown; courriel?: unknown };

/** Passe à la page qui dit la suite, avec la référence de la demande et l'adresse où part le courriel. */
export function allerALaSuite(recu: Recu): void {
  try {
    sessionStorage.setItem(CLE, JSON.stringify(recu));
  } catch {
    // Sans stockage, la page suivante dit la même chose sans la référence.
  }
  location.assign('/interet/envoyee/');
}

/** Ce que le formulaire a laissé pour cette page. */
export function lireRecu(): Recu {
  try {
    const lu: unknown = JSON.parse(sessionStorage.getItem(CLE) ?? 'null');
    return typeof lu === 'object' && lu !== null ? lu : {};
  } catch {
    return {};
  }
}
