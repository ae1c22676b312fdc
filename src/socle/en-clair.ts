/** Entités HTML que l'on rencontre dans des textes français ; les numériques se calculent. */
const ENTITES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwj: '',
  zwnj: '',
  commat: '@',
  period: '.',
  sol: '/',
  colon: ':',
  plus: '+',
  lpar: '(',
  rpar: ')',
  num: '#',
  hyphen: '-',
  bull: '•',
  middot: '·',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  euro: '€',
  deg: '°',
  oelig: 'œ',
  OElig: 'Œ',
  aelig: 'æ',
  ccedil: 'ç',
  Ccedil: 'Ç',
  NewLine: '\n',
  Tab: ' ',
};

/** Accents des entités composées : « &eacute; », « &Agrave; ». */
const ACCENTS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
};

/** Au-delà, un texte qui se décode encore est un piège : ce qui reste est gardé tel quel. */
const TOURS = 5;

function decoderEntites(texte: string): string {
  return texte.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,10}));?/g,
    (entite, decimal?: string, hexadecimal?: string, nom?: string) => {
      if (nom === undefined) {
        const code =
          decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
      }
      const lettre = /^([A-Za-z])(acute|grave|circ|uml|tilde)$/.exec(nom);
      if (lettre?.[1] !== undefined)
        return (lettre[1] + (ACCENTS[lettre[2] ?? ''] ?? '')).normalize('NFC');
      return ENTITES[nom] ?? entite;
    },
  );
}

/** La première cible d'un lien, entre guillemets ou non. */
const CIBLE = /href\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))/i;

/**
 * Les balises de bloc deviennent des retours à la ligne ; les autres, rien : « <b>06</b> 12 » reste un numéro. Un lien
 * se lit en deux temps, la balise puis sa cible : d'un seul motif, une balise pleine de « href » coûterait un cube.
 */
function sansBalises(texte: string): string {
  return texte
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<a\b([^<>]*)>/gi, (balise, attributs: string) => {
      const cible = CIBLE.exec(attributs);
      return cible ? ` ${cible[1] ?? cible[2] ?? cible[3] ?? ''} ` : balise;
    })
    .replace(
      /<\/?(?:br|p|div|li|ul|ol|tr|table|h[1-6]|section|article|blockquote)\b[^<>]*>/gi,
      '\n',
    )
    .replace(/<\/?[a-z!?][^<>]*>/gi, '')
    .replace(/<\/?(?=[a-z!?])/gi, ' ');
}

/**
 * Chaque motif se lit sans revenir sur ses pas : un lien ne contient ni autre crochet, ni parenthèse qui ne se ferme
 * pas ; un blanc qui borde un motif reste sur sa ligne. Sans quoi « []( » répété coûterait son cube.
 */
function sansMarkdown(texte: string): string {
  return texte
    .replace(/\\([\\`*_{}[\]()#+\-.!@|>~])/g, '$1')
    .replace(
      /!?\[([^\][\n]*)\]\(\s*(?:((?:[^()\s]|\([^()\s]*\))+)(?: (?:[^()\n]|\([^()\n]*\))*)?)?\)/g,
      (_lien, mots: string, cible?: string) => `${mots} ${cible ?? ''} `,
    )
    .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?|```.*$)/gm, '')
    .replace(/^ *[-*_]{3,} *$/gm, '')
    .replace(/\*{2,}|\*(?=[^\s\d])|(?<=\S)\*/g, '')
    .replace(/~~|`+/g, '')
    .replace(/(?<![\p{L}\p{N}])_{1,2}(?=\S)([^_\n]*)(?<=\S)_{1,2}(?![\p{L}\p{N}])/gu, '$1')
    .replaceAll('|', '\n');
}

function sansFormules(texte: string): string {
  return texte
    .replace(
      /[=+@-]{0,4} {0,4}(?:HYPERLINK|LIEN_HYPERTEXTE)\s*\(\s*"([^"]*)"\s*(?:[;,]\s*"([^"]*)"\s*)?\)?/gi,
      ' $1 $2 ',
    )
    .replace(/^[ '"]*[=@]+/gm, '');
}

/** Des signes d'ailleurs qui se lisent comme les nôtres : ils ne servent qu'à cacher une adresse. */
const JUMEAUX: Readonly<Record<string, string>> = {
  '.': '\u2024\u3002\ufe52\u06d4\u0701\u0702\ua4f8\ua60e',
  ':': '\u0589\u05c3\u0703\u0704\u16ec\u1803\u1809\u02d0\u02f8\u205a\u2236\ua4fd\ua789\ufe30',
  '/': '\u1735\u2041\u2044\u2215\u2571\u27cb\u29f8\u3033\u31d3',
};
const ORDINAIRE = new Map(
  Object.entries(JUMEAUX).flatMap(([signe, jumeaux]) =>
    [...jumeaux].map((jumeau) => [jumeau, signe] as const),
  ),
);
const JUMEAU = new RegExp(`[${[...ORDINAIRE.keys()].join('')}]`, 'g');

/** Chiffres de toute écriture, lettres pleine chasse ou mathématiques, points et arobases d'ailleurs : leur forme ordinaire. */
function formesOrdinaires(texte: string): string {
  return texte
    .replace(
      /[\uff00-\uffef\ufe10-\ufe19\ufe50-\ufe6f\u2460-\u24ff\u2070-\u209c\u2100-\u214f]|[\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f1ff}]/gu,
      (signe) => (signe === '№' ? 'n°' : signe.normalize('NFKC')),
    )
    .replace(JUMEAU, (signe) => ORDINAIRE.get(signe) ?? signe)
    .replace(/(?![0-9])\p{Nd}/gu, (chiffre) => String(valeurDuChiffre(chiffre)));
}

/** Les chiffres d'une écriture se suivent de 0 à 9 : la valeur est la distance au premier. */
function valeurDuChiffre(chiffre: string): number {
  const code = chiffre.codePointAt(0) ?? 0;
  let valeur = 0;
  while (valeur < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - valeur - 1))) valeur += 1;
  return valeur;
}

/** Signes invisibles (espaces sans chasse, marques de sens, jokers) : ils ne servent qu'à couper un mot en deux. */
function sansInvisibles(texte: string): string {
  return texte
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/[\u034f\u115f\u1160\u3164\uffa0\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu, '')
    .replace(/[^\S\n]|\u2800/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '');
}

/**
 * Texte reçu d'un export, en clair : plus de balises, d'entités, de Markdown, de formule ni de signe
 * invisible. Les retours à la ligne restent, ils séparent des phrases. Les cibles des liens restent aussi,
 * pour que le repérage les voie.
 */
export function enClair(texte: string): string {
  let clair = texte;
  for (let tour = 0; tour < TOURS; tour += 1) {
    const suite = sansBalises(decoderEntites(formesOrdinaires(sansInvisibles(clair))));
    if (suite === clair) break;
    clair = suite;
  }
  return sansFormules(sansMarkdown(sansInvisibles(clair)))
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}
