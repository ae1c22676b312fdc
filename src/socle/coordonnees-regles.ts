/** Ce qu'une coordonnée certaine peut être. */
export type GenreDeCoordonnee =
  'courriel' | 'telephone' | 'adresse-web' | 'adresse' | 'identifiant-entreprise';

export type Regle<Genre extends GenreDeCoordonnee = GenreDeCoordonnee> = {
  genre: Genre;
  motif: RegExp;
  /** Ce sans quoi le motif ne peut rien trouver : un coup d'œil évite la recherche. */
  indice?: RegExp;
};

/** Extensions de domaines que l'on écrit sans « www » ; un mot français (« la », « es ») n'y est pas. */
const EXTENSIONS =
  'fr|com|org|net|eu|io|info|biz|gouv|example|test|paris|bzh|corse|alsace|pro|app|dev|coop|asso|tech|' +
  'shop|site|online|immo|be|ch|lu|uk|it|pt|nl|us|ca|ma|tn|dz|sn|ci|re|pf|nc|gp|mq|gf|yt|pm|wf|mc|ad|tv|cc|ly';
const EXTENSIONS_COURANTES = '(?:fr|com|org|net|eu|io|gouv|example)';

const FIN_DE_MOT = String.raw`(?![\p{L}\p{N}])`;
/**
 * Un texte long et sans espace ne doit pas coûter son carré : ce qui ouvre un motif ne se lit que depuis son premier
 * signe, ce qui le suit est borné.
 */
const depuisLeDebut = (signes: string) => `(?<!${signes})${signes}+`;
const LOCALE = depuisLeDebut(String.raw`[\p{L}\p{N}._%+'’-]`);
const MOT = String.raw`[\p{L}\p{N}-]{1,64}`;
const PREMIER_MOT = depuisLeDebut(String.raw`[\p{L}\p{N}-]`);
/** Au-delà, les derniers mots d'un nom de domaine suffisent à le reconnaître. */
const MOTS = String.raw`(?:\.${MOT}){0,8}`;
// Un point suivi d'une espace finit une phrase, sauf s'il est lui-même écarté : « domaine . fr ».
const DOMAINE = String.raw`${MOT}(?:\.${MOT}|\s\.\s?${MOT})*`;
const POINT = String.raw`[[({]?(?<!\p{L})(?:dot|point)${FIN_DE_MOT}[\])}]?`;

function motif(source: string, drapeaux = 'giu'): RegExp {
  return new RegExp(source, drapeaux);
}

const COURRIELS = [
  // Une arobase près d'un mot, même écartée : « nom @ domaine . fr », « c o n t a c t @ x . fr », « @compte ».
  motif(String.raw`(?:${LOCALE})?\s{0,3}@\s{0,3}${DOMAINE}`),
  // « nom [at] domaine », « nom (arobase) domaine », « nom(a)domaine ».
  motif(
    String.raw`${LOCALE}\s{0,3}[[({<«"]\s{0,3}(?:at|a|à|arr?obas[es]?|chez)\s{0,3}[\])}>»"]\s{0,3}${DOMAINE}`,
  ),
  motif(String.raw`${LOCALE}[\s_*-]{1,3}arr?obas[es]?[\s_*-]{1,3}${DOMAINE}`),
  // « nom at domaine point fr ».
  motif(String.raw`${LOCALE}[\s_*-]{1,3}at[\s_*-]{1,3}${MOT}\s{0,3}(?:\.|${POINT})\s{0,3}${MOT}`),
];

const SITES = [
  /\bh\s?[tx]\s?[tx]\s?p\s?s?\s?:\s?\S+|\b[a-z][a-z0-9+.-]{0,20}:\/\/\S+|\b(?:mailto|tel|file|javascript|data):\S+/giu,
  /\bwww\s?\.\s?\S+/giu,
  motif(String.raw`${PREMIER_MOT}${MOTS}\.(?:${EXTENSIONS})${FIN_DE_MOT}(?:\/\S*)?`),
  motif(String.raw`${PREMIER_MOT}\.${MOT}${MOTS}\/\S+`),
  // « domaine . fr », « domaine point fr », « domaine (dot) com ».
  motif(String.raw`${PREMIER_MOT}\s{1,3}\.\s{0,3}${EXTENSIONS_COURANTES}${FIN_DE_MOT}`),
  motif(String.raw`${PREMIER_MOT}\s{0,3}${POINT}\s{0,3}${EXTENSIONS_COURANTES}${FIN_DE_MOT}`),
];

/** Ce qui sépare les chiffres d'un numéro : espaces, points, tirets, barres, parenthèses, un retour à la ligne. */
const SEPARATEUR = String.raw`[^\p{L}\d\n@]{0,3}\n?`;

/**
 * Une lettre pour un chiffre : « O6.l2.34.56.78 ». Seulement par paires, avec quatre vrais chiffres au moins : « 0,5 l,
 * 1 l » n'est pas un numéro.
 */
const QUATRE_CHIFFRES = String.raw`(?=(?:[^\d\n]{0,4}\d){4})`;
const PAIRES = String.raw`[1-9lIiZzSsB](?:[^\p{L}\d\n@]{0,3}[\doOlIiZzSsB]{2}){4}(?![\p{L}\d])`;

const TELEPHONES = [
  motif(String.raw`(?<![\p{L}\d])${QUATRE_CHIFFRES}\(?[0oO]\)?[^\p{L}\d\n@]{0,3}${PAIRES}`, 'gu'),
  motif(
    String.raw`(?:\+|(?<!\d)00)33[^\p{L}\d\n@]{0,3}(?:[0oO]\)[^\p{L}\d\n@]{0,3})?${QUATRE_CHIFFRES}${PAIRES}`,
    'gu',
  ),
  // Dix chiffres qui commencent par zéro, quel que soit leur groupement ; la lettre O pour 0, (0)6.
  motif(
    String.raw`(?<![\p{L}\d])\(?[0oO]\)?[^\p{L}\d\n@]{0,3}[1-9](?:${SEPARATEUR}[\doO]){8}(?!\d)`,
    'gu',
  ),
  // +33, 0033 et tout autre indicatif international.
  motif(String.raw`(?:\+|(?<!\d)00)(?:${SEPARATEUR}\d){9,14}(?!\d)`, 'gu'),
  // L'indicatif sans son signe, ou le zéro oublié : « 33 6 12 34 56 78 », « 6 12 34 56 78 ».
  /(?<![\p{L}\d,.])33[\s.)-]{0,2}[1-9](?:[\s.-]?\d{2}){4}(?!\d)/gu,
  /(?<![\d,.])[1-79](?:[\s.-]\d{2}){4}(?!\d)/gu,
  /(?<!\p{L})(?:t[ée]l(?:[ée]phone)?|fax|gsm|portable|mobile)(?!\p{L})\s?\.?\s?:?\s?(?:n[°o]\s?)?\+?\d[\d\s.]{2,}/giu,
  /(?<!\p{L})poste\s?:?\s?\d{4,5}(?!\d)/giu,
];

const NUMERO = String.raw`(?<![\p{L}\d])\d{1,4}\s?(?:bis|ter|quater)?\s?,?\s?`;
const ADRESSES = [
  motif(
    String.raw`${NUMERO}(?:rue|avenue|av\.?|boulevard|bo?u?l?v?d\.?|chemin|impasse|quai|all[ée]e|faubourg|r\.)\s+\p{L}[^,;.\n]*`,
  ),
  motif(
    String.raw`${NUMERO}(?:place|cours|route|square|rond-point|zone|parc)\s+(?:(?:de la|de l['’]|du|des|de|d['’])\s?)?\p{Lu}[^,;.\n]*`,
    'gu',
  ),
];

const IDENTIFIANTS = [
  /(?<!\p{L})(?:siret|siren|rcs|tva)(?!\p{L})[^\n;]{0,30}?\d{3}[\d\s.]*/giu,
  /(?<!\d)\d{3}[\s.]?\d{3}[\s.]?\d{3}[\s.]?\d{5}(?!\d)/gu,
  /(?<![\p{L}\d])FR\d{2}[\s.]?(?:\d[\s.]?){9,}/gu,
];

function regles(genre: GenreDeCoordonnee, motifs: readonly RegExp[], indice: RegExp): Regle[] {
  return motifs.map((motif) => ({ genre, motif, indice }));
}

/** Règles du texte libre, larges exprès : une phrase perdue vaut mieux qu'un numéro publié. */
export const REGLES_DU_TEXTE_LIBRE: readonly Regle[] = [
  ...regles('courriel', COURRIELS, /@|arr?oba|[[({<«"]\s{0,3}(?:at|a|à|chez)|[\s_*-]at[\s_*-]/i),
  ...regles('adresse-web', SITES, /[.:]|www|point|dot/i),
  ...regles('telephone', TELEPHONES, /\d/),
  ...regles('adresse', ADRESSES, /\d/),
  ...regles('identifiant-entreprise', IDENTIFIANTS, /\d/),
];

/**
 * Règles des pages publiées, étroites : une page est pleine de nombres (dates, codes, empreintes,
 * coordonnées, prix) et une fausse alerte bloquerait la publication.
 */
export const REGLES_DES_PAGES: readonly Regle<'courriel' | 'telephone'>[] = [
  {
    genre: 'courriel',
    motif:
      /(?<![\p{L}\p{N}._+'’-])[\p{L}\p{N}._+'’-]+(?:@|%40|&#64;|&commat;)[\p{L}\p{N}-]{1,64}(?:\.[\p{L}\p{N}-]{1,64}){0,8}\.\p{L}{2,24}/giu,
  },
  {
    genre: 'courriel',
    motif: motif(
      String.raw`${depuisLeDebut(String.raw`[\p{L}\p{N}._+-]`)}\s?[[({]\s?(?:at|arr?obas[es]?)\s?[\])}]\s?${MOT}\s?(?:\.|${POINT})\s?\p{L}{2,24}`,
    ),
  },
  {
    // Ni suite d'une empreinte ou d'un code (« a-0612… »), ni décimale (« 2.0612… », « M.0612… » d'un tracé).
    genre: 'telephone',
    motif:
      /(?<![\p{L}\d&#]|[\p{L}\d][_-]|\d[/ ]|(?<!\p{L}{2})[.,])0[1-9](?:\s?[./-]?\s?\d{2}){4}(?![\p{L}\d]|[.,/-]\d)/gu,
  },
  {
    genre: 'telephone',
    motif: /(?<![\p{L}\d])(?:\+|00)33[\s.]?(?:\(0\)[\s.]?)?[1-9](?:[\s.-]?\d{2}){4}(?!\d)/gu,
  },
];
