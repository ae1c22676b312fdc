import type { ClasseDuree } from '../../calibrage/regles/calibrage.ts';
import { CHOIX_DE_DUREE } from './duree.ts';
import { distanceKm, type Point } from '../../socle/distance.ts';
import { RAYONS_KM, triEffectif, type Filtres } from './filtres.ts';
import type { CommuneDuLot, LigneDeLot, ResumeDeLot } from './lots.ts';
import { DISPONIBILITES, estOuvert } from '../../parcours/regles/disponibilite.ts';

/** Un lot décodé, avec ce qui permet de retrouver les textes de ses lignes. */
export type Lot = { id: string; communes: CommuneDuLot[]; lignes: LigneDeLot[] };

/** Ce qu'une page montre au plus : un domaine, une académie ou un département. */
export type Portee = {
  /** Rang du domaine, ou null. */
  domaine: number | null;
  /** Codes des départements, ou null pour tous. */
  departements: string[] | null;
};

/** Une ligne trouvée : où lire ses textes, et sa distance au lieu demandé (km). */
export type Trouvaille = { lot: Lot; rang: number; ligne: LigneDeLot; distance: number | null };

export type Comptes = {
  duree: Record<ClasseDuree, number>;
  disponibilite: Record<string, number>;
  departement: Record<string, number>;
  /** Par rang de domaine. */
  domaine: Record<number, number>;
  amenages: number;
  gratification: number;
  /** Par rayon en km ; vide sans lieu. */
  rayon: Record<number, number>;
};

export type Resultat = { trouvailles: Trouvaille[]; comptes: Comptes };

/* Un bit par groupe de filtres : une ligne qui n'échoue que dans un groupe compte pour les options de ce groupe. */
const LIEU = 1;
const DUREE = 2;
const DISPONIBILITE = 4;
const DEPARTEMENT = 8;
const DOMAINE = 16;
const AMENAGES = 32;
const GRATIFICATION = 64;

type Demande = { filtres: Filtres; centre: Point | null; portee: Portee; domaine: number | null };

function distances(lot: Lot, centre: Point | null): (number | null)[] {
  return lot.communes.map(({ latitude, longitude }) =>
    centre === null || latitude === null || longitude === null
      ? null
      : distanceKm(centre, { latitude, longitude }),
  );
}

function echecs(ligne: LigneDeLot, departement: string, km: number | null, demande: Demande) {
  const { filtres, centre, domaine } = demande;
  let echec = 0;
  if (centre && (km === null || km > filtres.rayon)) echec |= LIEU;
  const choix = CHOIX_DE_DUREE[ligne.duree];
  if (filtres.durees.length && !filtres.durees.some((duree) => choix.includes(duree)))
    echec |= DUREE;
  if (filtres.disponibilites.length && !filtres.disponibilites.includes(ligne.disponibilite))
    echec |= DISPONIBILITE;
  if (filtres.departement && filtres.departement !== departement) echec |= DEPARTEMENT;
  if (domaine !== null && domaine !== ligne.domaine) echec |= DOMAINE;
  if (filtres.amenages && !ligne.horairesAmenages) echec |= AMENAGES;
  if (filtres.gratification && !ligne.gratification) echec |= GRATIFICATION;
  return echec;
}

/** Vrai si `echec` est nul ou ne concerne que ce groupe. */
function seulement(echec: number, groupe: number): boolean {
  return (echec & ~groupe) === 0;
}

function compter(
  comptes: Comptes,
  echec: number,
  ligne: LigneDeLot,
  departement: string,
  km: number | null,
) {
  if (seulement(echec, DUREE))
    for (const duree of CHOIX_DE_DUREE[ligne.duree]) comptes.duree[duree] += 1;
  if (seulement(echec, DISPONIBILITE))
    comptes.disponibilite[ligne.disponibilite] =
      (comptes.disponibilite[ligne.disponibilite] ?? 0) + 1;
  if (seulement(echec, DEPARTEMENT))
    comptes.departement[departement] = (comptes.departement[departement] ?? 0) + 1;
  if (seulement(echec, DOMAINE))
    comptes.domaine[ligne.domaine] = (comptes.domaine[ligne.domaine] ?? 0) + 1;
  if (ligne.horairesAmenages && seulement(echec, AMENAGES)) comptes.amenages += 1;
  if (ligne.gratification && seulement(echec, GRATIFICATION)) comptes.gratification += 1;
  if (km !== null && seulement(echec, LIEU))
    for (const rayon of RAYONS_KM)
      if (km <= rayon) comptes.rayon[rayon] = (comptes.rayon[rayon] ?? 0) + 1;
}

/**
 * Filtre, compte chaque option (tous les autres filtres appliqués) et trie.
 * Les parcours pourvus ou terminés ne sont pas dans les listes.
 * @param centre position du lieu demandé, ou null
 * @param domaine rang du domaine du filtre, ou null
 */
export function filtrer(lots: Lot[], demande: Demande): Resultat {
  const comptes: Comptes = {
    duree: { courte: 0, longue: 0, 'a-convenir': 0 },
    disponibilite: {},
    departement: {},
    domaine: {},
    amenages: 0,
    gratification: 0,
    rayon: {},
  };
  const { portee } = demande;
  const trouvailles: Trouvaille[] = [];
  for (const lot of lots) {
    const km = distances(lot, demande.centre);
    lot.lignes.forEach((ligne, rang) => {
      const departement = lot.communes[ligne.commune]?.departement ?? '';
      if (!estOuvert(ligne.disponibilite)) return;
      if (portee.domaine !== null && portee.domaine !== ligne.domaine) return;
      if (portee.departements !== null && !portee.departements.includes(departement)) return;
      const distance = km[ligne.commune] ?? null;
      const echec = echecs(ligne, departement, distance, demande);
      compter(comptes, echec, ligne, departement, distance);
      if (echec === 0) trouvailles.push({ lot, rang, ligne, distance });
    });
  }
  return { trouvailles: trier(trouvailles, demande), comptes };
}

/* Une date inconnue (0) va toujours à la fin. */
const FIN_INCONNUE = 1e6;

/**
 * Trie des lignes comme une liste les montre. Le tri est stable : à égalité, l'ordre des lots demeure.
 */
export function trier<T extends { ligne: LigneDeLot; distance: number | null }>(
  trouvailles: T[],
  { filtres, centre }: Pick<Demande, 'filtres' | 'centre'>,
): T[] {
  const rangDispo = ({ ligne }: T) => DISPONIBILITES.indexOf(ligne.disponibilite);
  const parDispo = (a: T, b: T) => rangDispo(a) - rangDispo(b) || b.ligne.publie - a.ligne.publie;
  const ordres = {
    disponibles: parDispo,
    distance: (a: T, b: T) => (a.distance ?? 1e9) - (b.distance ?? 1e9) || parDispo(a, b),
    recents: (a: T, b: T) => b.ligne.publie - a.ligne.publie || parDispo(a, b),
    fin: (a: T, b: T) =>
      (a.ligne.fin || FIN_INCONNUE) - (b.ligne.fin || FIN_INCONNUE) || parDispo(a, b),
  };
  return trouvailles.sort(ordres[triEffectif(filtres, centre !== null)]);
}

/** Degré de latitude, en kilomètres. */
const KM_PAR_DEGRE = 111;

/** Les lots qu'il faut lire pour une demande : ceux de la portée, du département, et à portée du lieu. */
export function lotsUtiles(lots: ResumeDeLot[], demande: Demande): ResumeDeLot[] {
  const { filtres, centre, portee } = demande;
  return lots.filter((lot) => {
    const concerne = (codes: string[]) => lot.departements.some((code) => codes.includes(code));
    if (portee.departements && !concerne(portee.departements)) return false;
    if (!centre) return true;
    if (!lot.emprise) return false;
    const [latMin, latMax, lonMin, lonMax] = lot.emprise;
    const marge = filtres.rayon / KM_PAR_DEGRE + 0.05;
    const margeLon = marge / Math.max(0.1, Math.cos((centre.latitude * Math.PI) / 180));
    return (
      centre.latitude >= latMin - marge &&
      centre.latitude <= latMax + marge &&
      centre.longitude >= lonMin - margeLon &&
      centre.longitude <= lonMax + margeLon
    );
  });
}
