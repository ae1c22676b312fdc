/** Où mène un lien, une fois résolu depuis la page qui le porte. */
export type Cible =
  | { genre: 'interne'; chemin: string; ancre: string }
  | { genre: 'externe'; adresse: string }
  /** Courriel, téléphone, donnée dans le lien : rien à chercher dans le site. */
  | { genre: 'sans-page' }
  | { genre: 'refuse' };

const SANS_PAGE = new Set(['mailto:', 'tel:', 'data:', 'blob:']);

function decoder(texte: string): string {
  try {
    return decodeURIComponent(texte);
  } catch {
    return texte;
  }
}

/** Adresse comparable d'une page extérieure : normalisée, sans ancre. */
export function adresseComparable(adresse: string): string {
  const lue = new URL(adresse);
  lue.hash = '';
  return lue.href;
}

/** Un lien qui commence par une seule barre : presque tous ; les lire sans `URL` divise le temps par trois. */
const ABSOLU_SIMPLE = /^\/(?!\/)([\w\-./]*)(?:\?[^#]*)?(?:#(.*))?$/;

/**
 * Où mène un lien.
 * @param lien tel qu'écrit dans la page
 * @param page adresse complète de la page
 * @returns `refuse` quand ce n'est pas une adresse que le web suit (illisible, ou `javascript:`)
 */
export function cibleDe(lien: string, page: URL): Cible {
  const simple = lien.includes('/.') ? null : ABSOLU_SIMPLE.exec(lien);
  if (simple)
    return { genre: 'interne', chemin: `/${simple[1] ?? ''}`, ancre: decoder(simple[2] ?? '') };
  if (!URL.canParse(lien, page.href)) return { genre: 'refuse' };
  const url = new URL(lien, page);
  if (SANS_PAGE.has(url.protocol)) return { genre: 'sans-page' };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { genre: 'refuse' };
  if (url.origin !== page.origin) return { genre: 'externe', adresse: adresseComparable(url.href) };
  return { genre: 'interne', chemin: decoder(url.pathname), ancre: decoder(url.hash.slice(1)) };
}
