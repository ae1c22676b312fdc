import { distanceKm } from '../../socle/distance.ts';
import type { Point } from '../../socle/distance.ts';
import { normaliser } from '../../socle/texte.ts';

/**
 * Un lieu tel que le navigateur le reçoit, en tableau pour peser peu : code INSEE, nom, département,
 * code postal, latitude et longitude (degrés, trois décimales), 1 si la position est approchée, et l'ancien
 * nom quand le lieu n'est là que parce qu'on l'écrit encore (« Pierrefitte-sur-Seine » pour Saint-Denis).
 */
export type Lieu = [
  code: string,
  nom: string,
  departement: string,
  codePostal: string,
  latitude: number,
  longitude: number,
  approche: 0 | 1,
  ancienNom?: string,
];

/**
 * Une tranche de suggestions : les lieux dont une clé commence par le préfixe de la tranche, les plus
 * peuplés d'abord. Incomplète, elle n'en a que les premiers ; `suites` dit alors quels signes prolongent
 * le préfixe vers une tranche plus fine.
 */
export type Tranche = { complet: boolean; suites: string[]; lieux: Lieu[] };

/** Côté des cellules de « autour de moi », en degrés. */
const COTE_CELLULE = 0.5;

/** Ce que l'on compare : sans accents ni tirets, « St » ouvert, « Paris 07 » et « Paris 7e » réunis. */
export function cleDeLieu(texte: string): string {
  return normaliser(texte)
    .replace(/\bst(?= |$)/g, 'saint')
    .replace(/\bste(?= |$)/g, 'sainte')
    .replace(
      /^(paris|lyon|marseille) 0?(\d{1,2})(?: ?(?:er?|eme|ieme|nd))?( arrondissement)?$/,
      '$1 $2',
    );
}

/** Clés d'un nom de commune : avec et sans son article (« La Rochelle » se trouve à « rochelle »). */
export function clesDeNom(nom: string): string[] {
  const cle = cleDeLieu(nom);
  const sansArticle = cle.replace(/^(le|la|les|l) (?=.)/, '');
  return sansArticle === cle ? [cle] : [cle, sansArticle];
}

/** Ce que l'on comprend d'un texte tapé : un nom (ou un code postal seul), et le code qui le précise, ou ''. */
type Saisie = { nom: string; code: string };

/**
 * Lit « Saint-Denis (93) », « Nantes 44 », « 93200 Saint-Denis », « Saint-Denis, 93200 », « 44041 Nantes
 * Cedex 1 ». Le code est le début d'un code postal ou d'un département. « Lyon 3 » est un arrondissement.
 */
export function lireSaisie(texte: string): Saisie {
  const parenthese = /\(\s*(?:(\d{1,5}|2[ab])\s*)?(?:\)\s*)?$/i.exec(texte);
  const cle = cleDeLieu(parenthese ? texte.slice(0, parenthese.index) : texte)
    .replace(/ cedex( \d{1,2})?$/, '')
    .replace(/^(\d\d) (\d{3})(?= |$)/, '$1$2');
  if (!/[a-z]/.test(cle)) return { nom: cle, code: '' };
  const [, avant = '', suite = cle] = /^(\d{2,5}|2[ab]) ([^a-z]*[a-z].*)$/.exec(cle) ?? [];
  const nomSeul = cleDeLieu(suite);
  const [, nom = nomSeul, apres = ''] = estArrondissement(nomSeul)
    ? []
    : (/^([^a-z]*[a-z].*) (\d{1,5}|2[ab])$/.exec(nomSeul) ?? []);
  const code = avant || apres || (parenthese?.[1] ?? '');
  return { nom: cleDeLieu(nom), code: code.toUpperCase() };
}

function estArrondissement(cle: string): boolean {
  const [, numero] = /^(?:paris|lyon|marseille) (\d{1,2})$/.exec(cle) ?? [];
  return numero !== undefined && Number(numero) <= 20;
}

/** Département d'un code postal ou INSEE : « 93 », « 974 », « 2A ». */
export function departementDuCode(code: string): string {
  return code.slice(0, /^9[78]/.test(code) ? 3 : 2);
}

/**
 * Textes à chercher l'un après l'autre jusqu'à trouver : un code postal inconnu (celui d'un cedex) laisse
 * encore le nom et le département.
 */
export function variantes(texte: string): string[] {
  const { nom, code } = lireSaisie(texte);
  return code.length === 5 ? [texte, `${nom} (${departementDuCode(code)})`] : [texte];
}

/* Un code postal entier mène droit à ses communes ; tout autre texte se cherche par le nom. */
function cleDeDescente(texte: string): string {
  const { nom, code } = lireSaisie(texte);
  return code.length === 5 ? code : nom;
}

/** Vrai si le lieu est dans le département ou sous le code postal dont voici le début. */
export function estSousCode([, , departement, codePostal]: Lieu, code: string): boolean {
  if (code.length === 5) return codePostal === code;
  return (
    codePostal.startsWith(code) || departement.startsWith(code) || code.startsWith(departement)
  );
}

/** Clés d'un lieu : son nom et son code postal, ou seulement l'ancien nom qui l'a fait trouver. */
export function clesDeLieu(lieu: Lieu): string[] {
  const [, nom, , codePostal, , , , ancienNom] = lieu;
  return ancienNom === undefined ? [...clesDeNom(nom), codePostal] : clesDeNom(ancienNom);
}

/** Nom de fichier, sans extension, de la tranche d'un préfixe ; celui de la racine ne peut être un préfixe. */
export function nomDeTranche(prefixe: string): string {
  return prefixe === '' ? 'racine-' : prefixe.replaceAll(' ', '_');
}

/**
 * Préfixe de la tranche à charger après celle-ci pour affiner le texte tapé, ou null s'il n'y en a pas.
 * On part de la racine (préfixe vide) et l'on recommence tant que la réponse n'est pas nulle.
 */
export function trancheSuivante(texte: string, prefixe: string, tranche: Tranche): string | null {
  const cle = cleDeDescente(texte);
  if (tranche.complet || !cle.startsWith(prefixe)) return null;
  const suite = cle[prefixe.length];
  return suite !== undefined && tranche.suites.includes(suite) ? prefixe + suite : null;
}

/**
 * Lieux d'une tranche que le texte désigne : d'abord ceux dont le nom ou le code postal est exactement
 * le texte, puis ceux dont c'est un ancien nom, puis ceux qui commencent par lui, les plus peuplés d'abord.
 * Une commune n'y est qu'une fois.
 */
export function chercherDansTranche(texte: string, tranche: Tranche, maximum = 8): Lieu[] {
  const { nom, code } = lireSaisie(texte);
  if (nom === '') return [];
  const exacts: Lieu[] = [];
  const anciens: Lieu[] = [];
  const debuts: Lieu[] = [];
  for (const lieu of tranche.lieux) {
    if (code !== '' && !estSousCode(lieu, code)) continue;
    const cles = clesDeLieu(lieu);
    if (cles.includes(nom)) (lieu[7] === undefined ? exacts : anciens).push(lieu);
    else if (cles.some((cle) => cle.startsWith(nom))) debuts.push(lieu);
  }
  const lieux = new Map<string, Lieu>();
  for (const lieu of [...exacts, ...anciens, ...debuts])
    if (!lieux.has(lieu[0])) lieux.set(lieu[0], lieu);
  return [...lieux.values()].slice(0, maximum);
}

/**
 * Lieux qui portent exactement le nom tapé : s'il y en a plusieurs, c'est à la personne de choisir.
 * Un ancien nom ne compte que si aucune commune actuelle ne le porte.
 */
export function homonymes(texte: string, lieux: readonly Lieu[]): Lieu[] {
  const { nom } = lireSaisie(texte);
  if (!/[a-z]/.test(nom)) return [];
  const portent = lieux.filter((lieu) => clesDeLieu(lieu).includes(nom));
  const actuels = portent.filter((lieu) => lieu[7] === undefined);
  return actuels.length > 0 ? actuels : portent;
}

/**
 * Vrai si le texte désigne plusieurs communes aussi bien l'une que l'autre : elles portent ce nom, ou ont ce code postal.
 */
export function aDepartager(texte: string, lieux: readonly Lieu[]): boolean {
  const { nom } = lireSaisie(texte);
  const sousCeCode = lieux.filter(([, , , codePostal]) => codePostal === nom);
  return Math.max(homonymes(texte, lieux).length, sousCeCode.length) > 1;
}

/** Code INSEE de la commune que désigne une valeur (« nanterre-92050 », ou son code seul), ou '' si ce n'en est pas une. */
export function codeDeLaValeur(valeur: string): string {
  return /(?:^|-)(\d[\dAB]\d{3})$/.exec(valeur)?.[1] ?? '';
}

/** Position d'un lieu. */
export function pointDe(lieu: Lieu): Point {
  return { latitude: lieu[4], longitude: lieu[5] };
}

/** Nom de la cellule d'un demi-degré qui contient le point (« c97_4 » pour 48,85 N et 2,35 E). */
export function celluleDe({ latitude, longitude }: Point): string {
  return `c${Math.floor(latitude / COTE_CELLULE)}_${Math.floor(longitude / COTE_CELLULE)}`;
}

/** Le lieu le plus proche du point (à vol d'oiseau), ou undefined si la liste est vide. */
export function plusProche(point: Point, lieux: readonly Lieu[]): Lieu | undefined {
  let meilleur: { lieu: Lieu; km: number } | undefined;
  for (const lieu of lieux) {
    const km = distanceKm(point, pointDe(lieu));
    if (!meilleur || km < meilleur.km) meilleur = { lieu, km };
  }
  return meilleur?.lieu;
}
