/** Une coordonnée certaine trouvée dans un texte ; `position` compte en unités de la chaîne reçue. */
export type Reperage = {
  genre: 'courriel' | 'telephone' | 'adresse-web' | 'adresse' | 'identifiant-entreprise';
  extrait: string;
  position: number;
};

/** Les coordonnées que la garde de publication cherche dans les pages. */
export type Coordonnee = Reperage & { genre: 'courriel' | 'telephone' };

type Regle<Genre> = { genre: Genre; motif: RegExp; ecarte?: RegExp };

/** Extensions de domaines que l'on écrit sans « www » ; un mot français (« la », « es ») n'y est pas. */
const EXTENSIONS =
  'fr|com|org|net|eu|io|info|biz|gouv|example|test|paris|bzh|corse|alsace|pro|app|dev|coop|asso|tech|shop|site|online|immo|' +
  'be|ch|lu|uk|it|pt|nl|us|ca|ma|tn|dz|sn|ci|re|pf|nc|gp|mq|gf|yt|pm|wf|mc|ad|tv|cc|ly';

/** Ce qui sépare les chiffres d'un numéro : espaces, points, tirets, barres, parenthèses. */
const SEPARATEUR = String.raw`[^\p{L}\d\n@]{0,3}\n?`;

/** Une date collée à d'autres chiffres en a parfois l'allure. */
const DATE = /^\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}|^(?:19|20)\d{2}-\d{2}-\d{2}/;

const COURRIELS: Regle<'courriel'>[] = [
  // Une arobase entre deux mots, même écartée : « nom @ domaine . fr », « c o n t a c t @ x . fr ».
  {
    genre: 'courriel',
    motif: /[\p{L}\p{N}._%+'’-]*\s{0,3}@\s{0,3}[\p{L}\p{N}-]+(?:\s?\.\s?[\p{L}\p{N}-]+)*/gu,
  },
  // « nom [at] domaine », « nom (arobase) domaine », « nom(a)domaine ».
  {
    genre: 'courriel',
    motif:
      /[\p{L}\p{N}._%+-]+\s*[[({<«"]\s*(?:at|a|à|arr?obas[es]?|chez)\s*[\])}>»"]\s*[\p{L}\p{N}-]+(?:\s?\.\s?[\p{L}\p{N}-]+)*/giu,
  },
  {
    genre: 'courriel',
    motif:
      /[\p{L}\p{N}._%+-]+[\s_*-]+arr?obas[es]?[\s_*-]+[\p{L}\p{N}-]+(?:\s?\.\s?[\p{L}\p{N}-]+)*/giu,
  },
  // « nom at domaine point fr ».
  {
    genre: 'courriel',
    motif:
      /[\p{L}\p{N}._%+-]+[\s_*-]+at[\s_*-]+[\p{L}\p{N}-]+\s*(?:\.|[[({]?\b(?:dot|point)\b[\])}]?)\s*[\p{L}\p{N}-]+/giu,
  },
];

const SITES: Regle<'adresse-web'>[] = [
  {
    genre: 'adresse-web',
    motif:
      /(?:\b(?:h\s?[tx]{1,2}\s?[tx]?\s?p\s?s?|ftp|mailto|tel|file|javascript|data)\s*:|\b[a-z][a-z0-9+.-]*:(?=\/\/))(?:\s*\/\s*\/)?\s*\S+/giu,
  },
  { genre: 'adresse-web', motif: /\bwww\s*\.\s*\S+/giu },
  {
    genre: 'adresse-web',
    motif: new RegExp(
      String.raw`(?<![\p{L}\p{N}])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:${EXTENSIONS})(?![\p{L}\p{N}])(?:\/\S*)?`,
      'giu',
    ),
  },
  { genre: 'adresse-web', motif: /(?<![\p{L}\p{N}])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\/\S+/giu },
  // « domaine . fr », « domaine point fr », « domaine (dot) com ».
  {
    genre: 'adresse-web',
    motif: /[\p{L}\p{N}-]+\s+\.\s*(?:fr|com|org|net|eu|io|example)(?![\p{L}\p{N}])/giu,
  },
  {
    genre: 'adresse-web',
    motif:
      /[\p{L}\p{N}-]+\s*[[({]?\b(?:point|dot)\b[\])}]?\s*(?:fr|com|org|net|eu|io|example|gouv)(?![\p{L}\p{N}])/giu,
  },
];

const CHIFFRES_SUIVANTS = String.raw`(?:${SEPARATEUR}[\doO]){8}(?!\d)`;
const TELEPHONES: Regle<'telephone'>[] = [
  // Dix chiffres qui commencent par zéro, quel que soit leur groupement ; O pour 0 compris ; (0)6.
  {
    genre: 'telephone',
    motif: new RegExp(
      String.raw`(?<![\p{L}\d])\(?[0oO]\)?[^\p{L}\d\n@]{0,3}[1-9]${CHIFFRES_SUIVANTS}`,
      'gu',
    ),
    ecarte: DATE,
  },
  // +33, 0033 et tout autre indicatif international.
  {
    genre: 'telephone',
    motif: new RegExp(String.raw`(?:\+|(?<!\d)00)(?:${SEPARATEUR}\d){9,14}(?!\d)`, 'gu'),
  },
  // L'indicatif sans son signe, ou le zéro oublié : « 33 6 12 34 56 78 », « 6 12 34 56 78 ».
  { genre: 'telephone', motif: /(?<![\p{L}\d,.])(?:33[\s.-]?)[1-9](?:[\s.-]?\d{2}){4}(?!\d)/gu },
  { genre: 'telephone', motif: /(?<![\p{L}\d,.])[1-79](?:[\s.-]\d{2}){4}(?![\d])/gu },
  {
    genre: 'telephone',
    motif:
      /(?<!\p{L})(?:t[ée]l(?:[ée]phone)?|fax|gsm|portable|mobile)(?!\p{L})\s*\.?\s*:?\s*(?:n[°o]\s*)?\+?\d[\d\s.]{2,}/giu,
  },
  { genre: 'telephone', motif: /(?<!\p{L})poste\s*:?\s*\d{4,5}(?!\d)/giu },
];

const VOIE = String.raw`\d{1,4}\s*(?:bis|ter|quater)?\s*,?\s*`;
const ADRESSES: Regle<'adresse'>[] = [
  {
    genre: 'adresse',
    motif: new RegExp(
      String.raw`(?<![\p{L}\d])${VOIE}(?:rue|avenue|av\.|boulevard|b(?:oule)?v?d\.?|chemin|impasse|quai|all[ée]e|faubourg|r\.)\s+\p{L}[^,;.\n]*`,
      'giu',
    ),
  },
  {
    genre: 'adresse',
    motif: new RegExp(
      String.raw`(?<![\p{L}\d])${VOIE}(?:place|cours|route|square|rond-point|zone|parc)\s+(?:(?:de la|de l['’]|du|des|de|d['’])\s*)?\p{Lu}[^,;.\n]*`,
      'gu',
    ),
  },
];

const IDENTIFIANTS: Regle<'identifiant-entreprise'>[] = [
  {
    genre: 'identifiant-entreprise',
    motif: /(?<!\p{L})(?:siret|siren|rcs|tva)(?!\p{L})[^\n;]{0,30}?\d{3}[\d\s.]*/giu,
  },
  {
    genre: 'identifiant-entreprise',
    motif: /(?<!\d)\d{3}[\s.]?\d{3}[\s.]?\d{3}[\s.]?\d{5}(?!\d)/gu,
  },
  { genre: 'identifiant-entreprise', motif: /(?<![\p{L}\d])FR\d{2}[\s.]?(?:\d[\s.]?){9,}/gu },
];

const REGLES: Regle<Reperage['genre']>[] = [
  ...COURRIELS,
  ...SITES,
  ...TELEPHONES,
  ...ADRESSES,
  ...IDENTIFIANTS,
];

/**
 * Coordonnées certaines d'un texte libre déjà mis en clair (voir `enClair`). Large exprès : une phrase
 * perdue vaut mieux qu'un numéro publié.
 */
export function reperer(texte: string): Reperage[] {
  return appliquer(REGLES, texte);
}

function appliquer<Genre extends Reperage['genre']>(
  regles: readonly Regle<Genre>[],
  texte: string,
) {
  const trouvees: { genre: Genre; extrait: string; position: number }[] = [];
  for (const { genre, motif, ecarte } of regles) {
    for (const { 0: extrait, index: position } of texte.matchAll(motif)) {
      if (!ecarte?.test(extrait)) trouvees.push({ genre, extrait, position });
    }
  }
  return trouvees.sort((a, b) => a.position - b.position);
}

/**
 * Règles des pages publiées : étroites, car une page est pleine de nombres (dates, codes, empreintes,
 * coordonnées, prix) et qu'une fausse alerte bloquerait la publication.
 */
const REGLES_DES_PAGES: Regle<Coordonnee['genre']>[] = [
  {
    genre: 'courriel',
    motif:
      /[\p{L}\p{N}._+'’-]+(?:@|%40|&#64;|&commat;)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/giu,
  },
  {
    genre: 'courriel',
    motif:
      /[\p{L}\p{N}._+-]+\s?[[({]\s?(?:at|arr?obas[es]?)\s?[\])}]\s?[\p{L}\p{N}-]+\s?(?:\.|[[({]?(?:dot|point)[\])}]?)\s?\p{L}{2,}/giu,
  },
  {
    genre: 'telephone',
    motif:
      /(?<![\p{L}\d.,/_#=&%+-]|[\p{L}\d] )0[1-9](?<separe>[\s.-]?)\d{2}(?:\k<separe>\d{2}){3}(?![\p{L}\d]|[.,/-]\d|[\s.]\d{2}(?!\d))/gu,
  },
  {
    genre: 'telephone',
    motif: /(?<![\p{L}\d])(?:\+|00)33[\s.]?(?:\(0\)[\s.]?)?[1-9](?:[\s.-]?\d{2}){4}(?!\d)/gu,
  },
];

/** Courriels et téléphones d'un texte de page publiée, dans l'ordre du texte. */
export function repererCoordonnees(texte: string): Coordonnee[] {
  return appliquer(REGLES_DES_PAGES, texte);
}
