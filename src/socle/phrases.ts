/** Une phrase et sa place dans le texte : du signe `debut` compris au signe `fin` exclu. */
export type Phrase = { debut: number; fin: number; texte: string };

export type Intervalle = { debut: number; fin: number };

/** Un point après ces mots, ou après un numéro en tête de ligne, n'achève pas une phrase. */
const ABREVIATION =
  /(?:^|[\s('’«.-])(?:M|MM|Mr|Mme|Mmes|Mlle|Mlles|Dr|Pr|Me|Mgr|St|Ste|av|bd|bld|tél|tel|n|no|art|cf|ex|env|etc|réf|ref|resp|cat|niv|max|min|p|pp|vol|\p{Lu})\.$|(?:^|\n)\s*\d{1,2}\.$/iu;

/** Ce qui ouvre une autre phrase quand la ponctuation manque : « …des dossiers Écrire à … ». */
const OUVERTURE =
  /(?<=[\p{Ll}\d)»"])[ ](?=(?:Écrire à|Ecrire à|Appeler|Contacter|Joindre|Téléphoner|Voir (?:https?:|www)|Demander|La société|L['’]entreprise)[\s:])/gu;

const COUPURE = new RegExp(
  [
    String.raw`\n+`,
    String.raw`\s*;\s*`,
    String.raw`\s*[•●▪◦‣·](?=\s|\p{L})\s*`,
    // Fin de phrase suivie d'une espace et d'autre chose que la suite d'une adresse écartée (« domaine . fr »).
    String.raw`(?<!\s)[.!?…]+["»)\]]*(?=\s+|$)`,
    String.raw`\s[!?…]+(?=\s+|$)`,
    // Point sans espace entre deux phrases : « dossiers.Préparer ».
    String.raw`(?<=\p{Ll}{2})\.(?=\p{Lu}\p{Ll})`,
  ].join('|'),
  'gu',
);

/** Tirets d'une liste écrite sur une ligne : la ligne commence par un tiret, ou en compte au moins deux. */
const TIRETS =
  /(?<=(?:^|\n)\s*- [^\n]*) [-–—] (?=\p{Lu})|(?<= [-–—] \p{Lu}[^\n]*) [-–—] (?=\p{Lu})| [-–—] (?=\p{Lu}[^\n]* [-–—] \p{Lu})/gu;

/** Numéros d'une liste écrite sur une ligne : « 1/ Accueillir 2/ Orienter », « a) Trier b) Ranger ». */
const NUMEROS = / (?=(?:\d{1,2}[/)]|[a-z]\)) ?\p{Lu})/gu;

/** Puce ou numéro en tête de ligne : « - », « 2) », « b. ». */
const PUCE = /^\s*(?:[-–—*+>→•●▪◦‣·]+|\d{1,2}\s*[.)°/](?=\s)|[a-z]\))\s*/u;

/**
 * Coupe un texte en phrases : points, points-virgules, lignes, puces. Les abréviations (« M. »), les
 * décimales et tout intervalle de `soudures` (un courriel, un numéro, un nom) ne sont jamais coupés.
 */
export function enPhrases(texte: string, soudures: readonly Intervalle[] = []): Phrase[] {
  const phrases: Phrase[] = [];
  let debut = 0;
  for (const { fin, suite } of coupures(texte)) {
    if (fin < debut || soudures.some((soudure) => soudure.debut < suite && fin < soudure.fin))
      continue;
    ajouter(phrases, texte, debut, fin);
    debut = suite;
  }
  ajouter(phrases, texte, debut, texte.length);
  return phrases;
}

/** Une coupure : la phrase d'avant finit à `fin`, celle d'après commence à `suite`. */
function coupures(texte: string): { fin: number; suite: number }[] {
  const lues = [];
  for (const { 0: signes, index } of texte.matchAll(COUPURE)) {
    const estPoint = signes.startsWith('.');
    const fin = estPoint ? index + signes.length : index;
    if (!(estPoint && ABREVIATION.test(texte.slice(Math.max(0, index - 6), index + 1)))) {
      lues.push({ fin, suite: index + signes.length });
    }
  }
  for (const { index } of texte.matchAll(OUVERTURE)) lues.push({ fin: index, suite: index });
  for (const motif of [TIRETS, NUMEROS]) {
    for (const { index } of texte.matchAll(motif)) lues.push({ fin: index, suite: index });
  }
  return lues.sort((a, b) => a.fin - b.fin);
}

function ajouter(phrases: Phrase[], texte: string, debut: number, fin: number): void {
  const morceau = texte.slice(debut, fin);
  const sansPuce = morceau.replace(PUCE, '').trim();
  if (sansPuce !== '') phrases.push({ debut, fin, texte: sansPuce });
}
