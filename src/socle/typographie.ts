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
    .replace(/-(?=\d)(?<=\b[LRD]\d{3,4}(?:-\d{1,4})?-)/g, TIRET_INSECABLE);
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

/* Un bloc dont le contenu n'est pas de la prose. */
const BLOC = /<(script|style|code|pre|textarea)[\s>]/y;

/* Une valeur affichée par un gabarit arrive échappée. */
const APOSTROPHE_ECHAPPEE = /(?<=\p{L})&#(?:39|x27);(?=\p{L})/gu;

const texteTypographie = (texte: string) =>
  typographier(texte.replace(APOSTROPHE_ECHAPPEE, '’').replace(ESPACE_DE_TROP, ''));

/**
 * Applique la typographie au texte d'une page HTML, sans toucher aux balises ni à leurs attributs, ni à un bloc de
 * programme. Une fermeture que l'on n'a pas trouvée ne se cherche pas deux fois : la page se lit d'un trait.
 */
export function typographierHtml(recu: string): string {
  const html = recu.replace(FIN_DE_TROP, '$1');
  const introuvables = new Set<string>();
  const apres = (fin: string, place: number): number => {
    if (introuvables.has(fin)) return -1;
    const trouvee = html.indexOf(fin, place);
    if (trouvee < 0) introuvables.add(fin);
    return trouvee < 0 ? -1 : trouvee + fin.length;
  };
  let sortie = '';
  let place = 0;
  while (place < html.length) {
    const ouvrante = html.indexOf('<', place);
    const debut = ouvrante < 0 ? html.length : ouvrante;
    sortie += texteTypographie(html.slice(place, debut));
    if (ouvrante < 0) break;
    BLOC.lastIndex = debut;
    const bloc = BLOC.exec(html)?.[1];
    const finDuBloc = bloc === undefined ? -1 : apres(`</${bloc}>`, debut);
    const finDeBalise = finDuBloc < 0 ? apres('>', debut) : finDuBloc;
    // Un « < » que rien ne ferme n'est qu'un signe.
    place = finDeBalise < 0 ? debut + 1 : finDeBalise;
    sortie += html.slice(debut, place);
  }
  return sortie;
}
