import { distanceKm, type Point } from '../../socle/distance.ts';

/* Un parcours d'un autre domaine est proposé comme s'il était 20 km plus loin. */
const PENALITE_AUTRE_DOMAINE_KM = 20;

/* Côté d'une case de la grille, en degrés : environ 11 km du nord au sud. */
const COTE_DE_CASE = 0.1;

/* Rayon de recherche maximal, en cases : environ 350 km. */
const ANNEAU_MAX = 32;

/** Un élément situé : seuls le lieu et le domaine comptent pour le voisinage. */
export type Situe = { id: string; domaine: string; commune: string; point: Point };

/** Les éléments d'une même commune et d'un même domaine : ils sont tous à la même distance. */
type Groupe<T extends Situe> = { point: Point; domaine: string; elements: T[] };

export type Grille<T extends Situe> = Map<string, Groupe<T>[]>;

/**
 * Range des éléments pour trouver les plus proches sans tout comparer.
 * @param parGroupe nombre d'éléments gardés par commune et domaine : un de plus que ce que l'on proposera
 */
export function grille<T extends Situe>(elements: Iterable<T>, parGroupe: number): Grille<T> {
  const groupes = new Map<string, Groupe<T>>();
  const cases: Grille<T> = new Map();
  for (const element of elements) {
    const { commune, domaine, point } = element;
    const groupe = groupes.get(`${commune} ${domaine}`);
    if (groupe) {
      if (groupe.elements.length < parGroupe) groupe.elements.push(element);
      continue;
    }
    const nouveau = { point, domaine, elements: [element] };
    groupes.set(`${commune} ${domaine}`, nouveau);
    const cle = cleDeCase(rangDeCase(point.latitude), rangDeCase(point.longitude));
    const presents = cases.get(cle);
    if (presents) presents.push(nouveau);
    else cases.set(cle, [nouveau]);
  }
  return cases;
}

function rangDeCase(degres: number): number {
  return Math.floor(degres / COTE_DE_CASE);
}

function cleDeCase(ligne: number, colonne: number): string {
  return `${ligne}:${colonne}`;
}

function* groupesAutour<T extends Situe>(cases: Grille<T>, point: Point, anneau: number) {
  const ligne = rangDeCase(point.latitude);
  const colonne = rangDeCase(point.longitude);
  for (let l = ligne - anneau; l <= ligne + anneau; l++)
    for (let c = colonne - anneau; c <= colonne + anneau; c++)
      yield* cases.get(cleDeCase(l, c)) ?? [];
}

/* Degré de latitude, en kilomètres. */
const KM_PAR_DEGRE = 111;

/* Tout ce qui est à moins de cette distance (km) est dans l'anneau : au-delà, un plus proche peut manquer. */
function distanceCouverte({ latitude }: Point, anneau: number): number {
  return anneau * COTE_DE_CASE * KM_PAR_DEGRE * Math.cos((latitude * Math.PI) / 180);
}

/**
 * Les éléments les plus proches d'un autre, le même domaine d'abord à distance comparable.
 * Distances en kilomètres ; la recherche s'élargit jusqu'à en trouver assez, et renonce vers 350 km.
 */
export function plusProches<T extends Situe>(cases: Grille<T>, depart: Situe, nombre: number) {
  for (let anneau = 1; ; anneau *= 2) {
    const proches: Voisin<T>[] = [];
    for (const groupe of groupesAutour(cases, depart.point, anneau)) {
      const distance = distanceKm(depart.point, groupe.point);
      const rang = distance + (groupe.domaine === depart.domaine ? 0 : PENALITE_AUTRE_DOMAINE_KM);
      for (const element of groupe.elements)
        if (element.id !== depart.id) garder(proches, { element, distance, rang }, nombre);
    }
    const dernier = proches[nombre - 1]?.rang ?? Infinity;
    if (dernier <= distanceCouverte(depart.point, anneau) || anneau >= ANNEAU_MAX) return proches;
  }
}

type Voisin<T> = { element: T; distance: number; rang: number };

/* Insère un voisin à sa place s'il est parmi les meilleurs : trier tous les candidats coûterait bien plus. */
function garder<T>(proches: Voisin<T>[], voisin: Voisin<T>, nombre: number) {
  const dernier = proches[nombre - 1];
  if (dernier && voisin.rang >= dernier.rang) return;
  const place = proches.findIndex(({ rang }) => rang > voisin.rang);
  proches.splice(place === -1 ? proches.length : place, 0, voisin);
  if (proches.length > nombre) proches.pop();
}
