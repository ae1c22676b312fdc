/** Une phrase et sa place dans le texte : du signe `debut` compris au signe `fin` exclu. */
export type Phrase = { debut: number; fin: number; texte: string };

export type Intervalle = { debut: number; fin: number };

/**
 * Prépare des intervalles, une fois, pour dire de bien des places du texte si l'un d'eux y passe : comparer chaque
 * place à chacun coûterait leur produit.
 * @returns vrai si un intervalle commence avant `fin` et finit après `debut`
 */
export function quiChevauchent(
  intervalles: readonly Intervalle[],
): (debut: number, fin: number) => boolean {
  const tries = [...intervalles].sort((a, b) => a.debut - b.debut);
  // La fin la plus lointaine de tous ceux qui commencent jusque-là.
  let lointaine = -Infinity;
  const lointaines = tries.map(({ fin }) => (lointaine = Math.max(lointaine, fin)));
  return (debut, fin) => {
    const avant = rangDuPremier(tries, (intervalle) => intervalle.debut >= fin);
    return (lointaines[avant - 1] ?? -Infinity) > debut;
  };
}

/** Rang du premier élément qui convient, quand tous ceux d'après conviennent aussi ; la longueur s'il n'y en a pas. */
export function rangDuPremier<T>(tries: readonly T[], convient: (element: T) => boolean): number {
  let debut = 0;
  let fin = tries.length;
  while (debut < fin) {
    const milieu = (debut + fin) >> 1;
    if (convient(tries[milieu] as T)) fin = milieu;
    else debut = milieu + 1;
  }
  return debut;
}

/** Un point après ces mots, ou après un numéro en tête de ligne, n'achève pas une phrase. */
const ABREVIATION =
  /(?:^|[\s('’«.-])(?:M|MM|Mr|Mme|Mmes|Mlle|Mlles|Dr|Pr|Me|Mgr|St|Ste|av|bd|bld|tél|tel|n|no|art|cf|ex|env|etc|réf|ref|resp|cat|niv|max|min|p|pp|vol|\p{Lu})\.$|(?:^|\n)[^\S\n]*\d{1,2}\.$/iu;

/** Ce qui ouvre une autre phrase quand la ponctuation manque : « …des dossiers Écrire à … ». */
const OUVERTURE =
  /(?<=[\p{Ll}\d)»"])[ ](?=(?:Écrire à|Ecrire à|Appeler|Contacter|Joindre|Téléphoner|Voir (?:https?:|www)|Demander|La société|L['’]entreprise)[\s:])/gu;

/** Un signe qui emporte les blancs d'avant : les chercher dans le motif coûterait un carré. */
const AVEC_SES_BLANCS = /^[;•●▪◦‣·]/;

const COUPURE = new RegExp(
  [
    String.raw`\n+`,
    String.raw`;\s*`,
    String.raw`[•●▪◦‣·](?=\s|\p{L})\s*`,
    // Fin de phrase suivie d'une espace et d'autre chose que la suite d'une adresse écartée (« domaine . fr ») ; une
    // suite de points se lit depuis le premier, ou le deuxième quand une espace précède.
    String.raw`(?<=^|[^\s.!?…]|\s[.!?…])[.!?…]+["»)\]]*(?=\s|$)`,
    String.raw`\s[!?…]+(?=\s|$)`,
    // Point sans espace entre deux phrases : « dossiers.Préparer ».
    String.raw`(?<=\p{Ll}{2})\.(?=\p{Lu}\p{Ll})`,
  ].join('|'),
  'gu',
);

const TIRET = / [-–—] (?=\p{Lu})/gu;

/** Tirets d'une liste écrite sur une ligne : la ligne commence par un tiret, ou en compte au moins deux. */
function tirets(texte: string): number[] {
  return [...texte.matchAll(/[^\n]+/g)].flatMap(({ 0: ligne, index }) => {
    const places = [...ligne.matchAll(TIRET)].map((tiret) => index + tiret.index);
    const tete = /^\s*- /.exec(ligne)?.[0].length ?? Infinity;
    return places.length > 1 ? places : places.filter((place) => place >= index + tete);
  });
}

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
  const estSoude = quiChevauchent(soudures);
  let debut = 0;
  for (const { fin, suite } of coupures(texte)) {
    if (fin < debut || estSoude(fin, suite)) continue;
    ajouter(phrases, texte, debut, fin);
    debut = suite;
  }
  ajouter(phrases, texte, debut, texte.length);
  return phrases;
}

/** Une coupure : la phrase d'avant finit à `fin`, celle d'après commence à `suite`. */
function coupures(texte: string): { fin: number; suite: number }[] {
  const lues = [];
  let precedente = 0;
  for (const { 0: signes, index } of texte.matchAll(COUPURE)) {
    const estPoint = signes.startsWith('.');
    let fin = estPoint ? index + signes.length : index;
    if (AVEC_SES_BLANCS.test(signes))
      while (fin > precedente && /\s/.test(texte.charAt(fin - 1))) fin -= 1;
    precedente = index + signes.length;
    if (!(estPoint && ABREVIATION.test(texte.slice(Math.max(0, index - 6), index + 1)))) {
      lues.push({ fin, suite: index + signes.length });
    }
  }
  const places = [OUVERTURE, NUMEROS].flatMap((motif) =>
    [...texte.matchAll(motif)].map(({ index }) => index),
  );
  for (const place of [...places, ...tirets(texte)]) lues.push({ fin: place, suite: place });
  return lues.sort((a, b) => a.fin - b.fin);
}

function ajouter(phrases: Phrase[], texte: string, debut: number, fin: number): void {
  const morceau = texte.slice(debut, fin);
  const sansPuce = morceau.replace(PUCE, '').trim();
  if (sansPuce !== '') phrases.push({ debut, fin, texte: sansPuce });
}
