import { distanceKm } from './distance.ts';
import type { Point } from './distance.ts';
import { normaliser } from './texte.ts';

/**
 * Un lieu tel que le navigateur le reçoit, en tableau pour peser peu : code INSEE, nom, département,
 * code postal, latitude et longitude (degrés, trois décimales), 1 si la position est approchée.
 */
export type Lieu = [
  code: string,
  nom: string,
  departement: string,
  codePostal: string,
  latitude: number,
  longitude: number,
  approche: 0 | 1,
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

/** Nom de fichier, sans extension, de la tranche d'un préfixe ; celui de la racine ne peut être un préfixe. */
export function nomDeTranche(prefixe: string): string {
  return prefixe === '' ? 'racine-' : prefixe.replaceAll(' ', '_');
}

/**
 * Préfixe de la tranche à charger après celle-ci pour affiner le texte tapé, ou null s'il n'y en a pas.
 * On part de la racine (préfixe vide) et l'on recommence tant que la réponse n'est pas nulle.
 */
export function trancheSuivante(texte: string, prefixe: string, tranche: Tranche): string | null {
  const cle = cleDeLieu(texte);
  if (tranche.complet || !cle.startsWith(prefixe)) return null;
  const suite = cle[prefixe.length];
  return suite !== undefined && tranche.suites.includes(suite) ? prefixe + suite : null;
}

/**
 * Lieux d'une tranche que le texte désigne : d'abord ceux dont le nom ou le code postal est exactement
 * le texte, puis ceux qui commencent par lui, les plus peuplés d'abord. Un lieu n'y est qu'une fois.
 */
export function chercherDansTranche(texte: string, tranche: Tranche, maximum = 8): Lieu[] {
  const cle = cleDeLieu(texte);
  if (cle === '') return [];
  const exacts = new Map<string, Lieu>();
  const debuts = new Map<string, Lieu>();
  for (const lieu of tranche.lieux) {
    const cles = [...clesDeNom(lieu[1]), lieu[3]];
    if (cles.includes(cle)) exacts.set(lieu[0], lieu);
    else if (cles.some((autre) => autre.startsWith(cle)) && !debuts.has(lieu[0])) {
      debuts.set(lieu[0], lieu);
    }
  }
  for (const code of exacts.keys()) debuts.delete(code);
  return [...exacts.values(), ...debuts.values()].slice(0, maximum);
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
