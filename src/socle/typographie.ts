const INSECABLE = '\u00A0';
const TIRET_INSECABLE = '\u2011';

/**
 * Met un texte aux usages de l'imprimerie française : apostrophes courbes, espaces insécables devant
 * « : ; ? ! » et à l'intérieur des guillemets, et entre un nombre et son unité. Un numéro d'article de loi
 * (« L2112-2-1 ») ne se coupe pas.
 */
export function typographier(texte: string): string {
  return texte
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replace(/ (?=[:;?!»](?:\s|$|[).,]))/g, INSECABLE)
    .replace(/« /g, `«${INSECABLE}`)
    .replace(/(?<=\d) (?=(?:h|km|ans|mois|semaines?|jours?|€|%)(?![\p{L}\d]))/gu, INSECABLE)
    .replace(/(?<=n°) (?=\d)/g, INSECABLE)
    .replace(/(?<=\b[LRD]\d{3,4}(?:-\d+)?)-(?=\d)/g, TIRET_INSECABLE);
}

/**
 * Un texte cité après deux-points, où une phrase ne commence pas : sans majuscule, sauf celle d'un sigle (« MLDS »).
 */
export function apresDeuxPoints(texte: string): string {
  return texte.replace(/^\p{Lu}(?=[\p{Ll} '’])/u, (lettre) => lettre.toLowerCase());
}

/*
 * Un gabarit met à la ligne la fin d'une balise et ce qui la suit : « <a>⏎Roubaix⏎</a>⏎, Nord » se lirait
 * « Roubaix , Nord ».
 */
const PONCTUATION = String.raw`(?=[,)]|\.(?![\p{L}\d]))`;
const ESPACE_DE_TROP = new RegExp(String.raw`(?<!\s)\s+${PONCTUATION}`, 'gu');
const FIN_DE_TROP = new RegExp(
  String.raw`(?<!\s)\s+(<\/(?:a|abbr|b|em|i|q|small|span|strong|time)>)\s*${PONCTUATION}`,
  'gu',
);

/* Un bloc dont le contenu n'est pas de la prose, une balise, ou du texte. */
const MORCEAUX = /<(script|style|code|pre|textarea)[\s>][\s\S]*?<\/\1>|<[^>]*>|[^<]+/g;

/* Une valeur affichée par un gabarit arrive échappée. */
const APOSTROPHE_ECHAPPEE = /(?<=\p{L})&#(?:39|x27);(?=\p{L})/gu;

/** Applique la typographie au texte d'une page HTML, sans toucher aux balises ni à leurs attributs. */
export function typographierHtml(html: string): string {
  return html
    .replace(FIN_DE_TROP, '$1')
    .replace(MORCEAUX, (morceau) =>
      morceau.startsWith('<')
        ? morceau
        : typographier(morceau.replace(APOSTROPHE_ECHAPPEE, '’').replace(ESPACE_DE_TROP, '')),
    );
}
