import type { ContenuDeCarte } from '../../parcours/regles/carte.ts';
import type { Point } from '../../socle/distance.ts';
import { grille, plusProches, type Grille, type Situe } from '../regles/voisinage.ts';
import { carteDe } from '../../parcours/contenu/cartes.ts';
import { tousLesParcours, type Fiche } from '../../parcours/contenu/parcours.ts';

const NOMBRE_DE_VOISINS = 3;

type FicheSituee = Situe & { fiche: Fiche };

function point({ lieu: { latitude, longitude } }: Fiche): Point | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

function situer(fiche: Fiche): FicheSituee[] {
  const ou = point(fiche);
  if (!ou) return [];
  return [{ id: fiche.id, domaine: fiche.domaine, commune: fiche.commune, point: ou, fiche }];
}

let memoire: Promise<Grille<FicheSituee>> | undefined;

async function laGrille() {
  const fiches = await tousLesParcours();
  const disponibles = fiches.filter(({ disponibilite }) => disponibilite === 'disponible');
  return grille(disponibles.flatMap(situer), NOMBRE_DE_VOISINS + 1);
}

/* Les voisins ne dépendent que de la commune et du domaine : ceux d'une grande ville ne se cherchent qu'une fois. */
const connus = new Map<string, ReturnType<typeof plusProches<FicheSituee>>>();

function voisinsDe(cases: Grille<FicheSituee>, depart: FicheSituee) {
  const cle = `${depart.commune} ${depart.domaine}`;
  const trouves =
    connus.get(cle) ?? plusProches(cases, { ...depart, id: '' }, NOMBRE_DE_VOISINS + 1);
  connus.set(cle, trouves);
  return trouves.filter(({ element }) => element.id !== depart.id).slice(0, NOMBRE_DE_VOISINS);
}

/** Trois parcours disponibles près d'un autre ; aucun si la commune n'est pas située. */
export async function parcoursVoisins(fiche: Fiche): Promise<ContenuDeCarte[]> {
  memoire ??= laGrille();
  const cases = await memoire;
  const [depart] = situer(fiche);
  if (!depart) return [];
  return voisinsDe(cases, depart).map(({ element, distance }) => ({
    ...carteDe(element.fiche),
    distance,
  }));
}
