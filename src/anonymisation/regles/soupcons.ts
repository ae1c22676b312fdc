import { estPrenom } from './prenoms.ts';

/** Ce qui n'est que soupçonné : une personne doit lire avant de publier. */
export type MotifDeSoupcon =
  | 'civilite'
  | 'prenom'
  | 'prenom-initiale'
  | 'initiales'
  | 'age'
  | 'jeune'
  | 'entreprise-citee'
  | 'chiffres-en-lettres'
  | 'alphabet';

export type Soupcon = { motif: MotifDeSoupcon; extrait: string };

type Detecteur = { motif: MotifDeSoupcon; cherche: (phrase: string) => string | undefined };

const NOM = String.raw`\p{Lu}[\p{L}'’-]+`;

const MOTS_OUTILS =
  'la|le|les|l|un|une|des|du|de|d|et|ou|à|au|aux|en|qui|que|est|sera|sont|tout|tous|toute|pour|par|avec|sur|ses?|son|sa|leurs?|nos|vos|mme|mmes|mr|m|mlle|madame|monsieur|mesdames|messieurs|dans|afin|accueille\\w*|vous|nous|il|elle';

/** Civilité et nom : « M. Durand », « Mme de Roux », « mme durand » ; ni « M. ou Mme », ni « Madame la directrice ». */
const CIVILITES = [
  new RegExp(
    String.raw`(?<![\p{L}\p{N}'’])(?:M\.|MM\.?|M|Mr|Mrs|Mmes?|Mlles?|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames|Dr|Docteur|Me|Maître|Pr|Mgr|monsieur|madame|mademoiselle|mme|mlle|mr|dr|maître)\.?\s(?:(?:de|du|des|le|la|d['’]|van|von|ben|el)\s?){0,2}(?!(?:${MOTS_OUTILS})(?!\p{L}))${NOM}`,
    'u',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:mme|mlle|mr|m\.|monsieur|madame|mademoiselle)\.?\s(?!(?:${MOTS_OUTILS})(?!\p{L}))\p{L}{3,}`,
    'iu',
  ),
];

/** « Permis B. », « Bâtiment A. », « Lot C. » : un mot suivi d'une lettre n'est pas toujours une personne. */
const PAS_UN_PRENOM =
  /^(?:permis|b[âa]timent|b[âa]t|salle|lot|plan|bac|vitamine|cat[ée]gorie|niveau|zone|hall|quai|porte|aile|ligne|bloc|section|groupe|annexe|tour|site|type|classe|option|s[ée]rie|point|terminal|parking|habilitation|entr[ée]e|escalier|format|taille|rer|m[ée]tro|tram\w*|bus|cap|titre|langage|word|excel|office|page|partie|module|atelier|poste|piste|gare|axe|norme|grade|échelon)$/i;

const PRENOM_INITIALE = new RegExp(
  String.raw`(?<![\p{L}\p{N}'’-])(\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?)\s(?!M\.?\s\p{Lu})(\p{Lu})(?:\.|(?![\p{L}\p{N}'’-]))`,
  'gu',
);

function prenomEtInitiale(phrase: string): string | undefined {
  for (const { 0: lu, 1: mot = '' } of phrase.matchAll(PRENOM_INITIALE)) {
    if (!PAS_UN_PRENOM.test(mot)) return lu;
  }
  return undefined;
}

/** Un lieu porte souvent un nom de personne : « lycée Jean Moulin », « Saint Denis », « rue Paul Bert ». */
const AVANT_UN_LIEU =
  /(?:saint|sainte|st|ste|rue|avenue|boulevard|place|quai|square|lyc[ée]e|coll[èe]ge|[ée]cole|gare|station|h[ôo]pital|stade|gymnase|centre|parc|espace|salle|port|m[ée]tro|arr[êe]t|universit[ée]|résidence|mus[ée]e|théâtre|médiathèque|aéroport|campus|loi|fort|île)(?:\s(?:de|du|d['’]|la))?\s?$/i;

/** Ce qui précède, en signes : aucun contexte n'est plus long, et le relire depuis le début coûterait un carré. */
const CONTEXTE = 40;
const avantLe = (phrase: string, index: number) =>
  phrase.slice(Math.max(0, index - CONTEXTE), index);

function prenomSeul(phrase: string): string | undefined {
  for (const { 0: lu, index } of phrase.matchAll(
    /(?<![\p{L}\p{N}'’-])\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*/gu,
  )) {
    if (estPrenom(lu) && !AVANT_UN_LIEU.test(avantLe(phrase, index))) return lu;
  }
  return undefined;
}

/** Sigles de deux lettres à points qui ne sont pas des initiales. */
const SIGLES = /^(?:C\.V|R\.H|S\.A|I\.T|T\.P|B\.P|P\.C|H\.T|T\.V|P\.S|C\.E|Q\.R|B\.O|J\.O)$/;

function initiales(phrase: string): string | undefined {
  for (const { 0: lu } of phrase.matchAll(
    /(?<![\p{L}\p{N}.])\p{Lu}\.\s?-?\p{Lu}\.?(?![\p{L}\p{N}]|\.\p{L})/gu,
  )) {
    if (!SIGLES.test(lu.replace(/\.$|\s/g, ''))) return lu;
  }
  return undefined;
}

const NOMBRE_AGE =
  '(?:1[0-9]|2[0-5]|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|vingt)';

const AGE = new RegExp(String.raw`(?<![\p{L}\p{N},.])${NOMBRE_AGE}\s?ans?(?!\p{L})`, 'giu');

/** « 17 ans » désigne quelqu'un ; « plus de 18 ans », « 16 à 25 ans », « 20 ans d'expérience » sont des règles. */
function age(phrase: string): string | undefined {
  const naissance = /(?<!\p{L})n[ée]{1,2}e?s?\s(?:le|en)\s\d{1,4}/iu.exec(phrase)?.[0];
  if (naissance !== undefined) return naissance;
  for (const { 0: lu, index } of phrase.matchAll(AGE)) {
    const avant = avantLe(phrase, index);
    const apres = phrase.slice(index + lu.length);
    const regle =
      /(?:plus|moins) de\s$|\d\s?(?:ans\s)?(?:à|a|et|ou|-|–)\s?$|dès\s$|(?:à partir de|au moins|minimum|depuis|pendant|durée de|sur|il y a|marché de|majeurs? de|révolus?)\s$/i.test(
        avant,
      ) ||
      /^\s?(?:d['’](?:exp|anc|exist|activ)|minimum|et (?:plus|moins|demi)|ou (?:plus|moins)|révolus|(?:à|et|ou)\s\d)/i.test(
        apres,
      );
    if (!regle) return lu;
  }
  return undefined;
}

const JEUNE = String.raw`(?:jeunes?|[ée]l[èe]ve|stagiaire|apprentie?|lyc[ée]en(?:ne)?|coll[ée]gien(?:ne)?|mineure?|gar[çc]on|fille)`;

/** Ce qui suit « jeune » quand il n'est qu'un adjectif : « notre jeune équipe ». */
const CHOSE_JEUNE =
  '(?:équipe|entreprise|société|structure|pousse|public|association|service|agence|marque|start|collectif|chef|cheffe|professionnel)';

/**
 * Un jeune en particulier : nommé, désigné (« ce jeune », « notre stagiaire ») ou déjà positionné. « Accueillir un
 * jeune », « accompagner le jeune », « une équipe jeune » parlent de n'importe lequel.
 */
const MENTIONS_DE_JEUNE = [
  new RegExp(
    String.raw`(?<!\p{L})${JEUNE}\s(?:homme\s|fille\s|femme\s|dame\s)?(?:nommée?\s|prénommée?\s|appelée?\s)?\p{Lu}\p{Ll}+`,
    'u',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:ce|cet|cette|notre|nos)\s${JEUNE}(?!\p{L})(?!\s${CHOSE_JEUNE})`,
    'iu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:le|la|l['’]|du|au)\s?jeune\s(?:homme|fille|femme|dame)(?!\p{L})`,
    'iu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})${JEUNE}\s(?:est\s|a été\s)?(?:déjà\s)?(?:positionnée?|pressentie?|identifiée?|retenue?|sélectionnée?|affectée?|choisie?|refusée?|absente?)(?!\p{L})`,
    'iu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:précédente?|ancien(?:ne)?|dernière?)\s${JEUNE}(?!\p{L})`,
    'iu',
  ),
];

/** Une entreprise citée par son nom, même si ce n'est pas celle de la ligne (sous-traitant, maison mère). */
const ENTREPRISE_CITEE =
  /(?<!\p{L})(?:(?:[Ss]ociété|[Ee]ntreprise|[Ff]iliale|[Mm]agasin|[Ee]nseigne)\s|[Cc]hez\s(?:la\s|le\s|l['’])?|[Gg]roupe\s(?=\p{Lu}\p{L}{2}))(?:de\s)?\p{Lu}[\p{L}\p{N}&'’-]+/u;

const NOMBRE_EN_LETTRES =
  '(?:zéro|zero|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante)';
/** Un numéro dicté : « zéro six douze trente-quatre… », ou mêlé de chiffres. */
const NUMERO_DICTE = [
  new RegExp(
    String.raw`(?<!\p{L})z[ée]ro[\s,.-]+${NOMBRE_EN_LETTRES}(?:[\s,.-]+(?:et[\s-])?(?:${NOMBRE_EN_LETTRES}|\d{1,2})){2,}`,
    'iu',
  ),
  new RegExp(
    String.raw`(?<!\d)0\s?[1-9](?:[\s,.-]+(?:${NOMBRE_EN_LETTRES}|\d{1,2})(?:[\s-]+(?:et[\s-])?${NOMBRE_EN_LETTRES})*){3,}`,
    'iu',
  ),
  new RegExp(String.raw`(?:(?<!\p{L})${NOMBRE_EN_LETTRES}(?:[\s,.-]+(?:et[\s-])?)){6,}`, 'iu'),
];

const premier = (motifs: readonly RegExp[]) => (phrase: string) => {
  for (const motif of motifs) {
    const lu = motif.exec(phrase)?.[0];
    if (lu !== undefined) return lu;
  }
  return undefined;
};

const DETECTEURS: readonly Detecteur[] = [
  { motif: 'civilite', cherche: premier(CIVILITES) },
  { motif: 'jeune', cherche: premier(MENTIONS_DE_JEUNE) },
  { motif: 'age', cherche: age },
  { motif: 'prenom-initiale', cherche: prenomEtInitiale },
  { motif: 'initiales', cherche: initiales },
  { motif: 'prenom', cherche: prenomSeul },
  { motif: 'entreprise-citee', cherche: premier([ENTREPRISE_CITEE]) },
  { motif: 'chiffres-en-lettres', cherche: premier(NUMERO_DICTE) },
  // Une lettre cyrillique ou grecque imite une lettre latine : aucune règle ci-dessus ne la verrait.
  { motif: 'alphabet', cherche: premier([/(?!\p{Script=Latin})\p{L}/u]) },
];

/** Ce qui, dans une phrase en clair, pourrait désigner une personne, un jeune ou une entreprise. */
export function soupconner(phrase: string): Soupcon[] {
  return DETECTEURS.flatMap(({ motif, cherche }) => {
    const extrait = cherche(phrase);
    return extrait === undefined ? [] : [{ motif, extrait }];
  });
}
