import type { Point } from '../core/distance.ts';
import {
  celluleDe,
  chercherDansTranche,
  nomDeTranche,
  plusProche,
  trancheSuivante,
  type Lieu,
  type Tranche,
} from '../core/lieux.ts';
import { slug } from '../core/texte.ts';
import { lireJson } from './catalogue.ts';

/** Un lieu proposé ou choisi ; `valeur` est ce que l'adresse de la page en garde. */
export type LieuPropose = Point & {
  valeur: string;
  nom: string;
  departement: string;
  codePostal: string;
};

function proposer([code, nom, departement, codePostal, latitude, longitude]: Lieu): LieuPropose {
  return { valeur: `${slug(nom)}-${code}`, nom, departement, codePostal, latitude, longitude };
}

/* Descend de tranche en tranche tant que le texte en désigne une plus fine. */
async function tranchePour(texte: string): Promise<Tranche> {
  let prefixe = '';
  for (;;) {
    const tranche = await lireJson<Tranche>(`/lieux/${nomDeTranche(prefixe)}.json`);
    const suivante = trancheSuivante(texte, prefixe, tranche);
    if (suivante === null) return tranche;
    prefixe = suivante;
  }
}

/** Communes que le texte tapé désigne, les plus probables d'abord. Rejette si le site est hors d'atteinte. */
export async function proposerLieux(texte: string): Promise<LieuPropose[]> {
  return chercherDansTranche(texte, await tranchePour(texte)).map(proposer);
}

/**
 * Lieu d'une adresse de page : « nanterre-92050 », ou un texte tapé sans choisir de proposition.
 * Rend null si rien ne lui ressemble.
 */
export async function resoudreLieu(valeur: string): Promise<LieuPropose | null> {
  const [, nom, code] = /^(.+)-(\d[\dAB]\d{3})$/.exec(valeur) ?? [];
  if (nom === undefined || code === undefined) return (await proposerLieux(valeur))[0] ?? null;
  const texte = nom.replaceAll('-', ' ');
  const tranche = await tranchePour(texte);
  const lieu = tranche.lieux.find(([candidat]) => candidat === code);
  return lieu ? proposer(lieu) : null;
}

/** Commune la plus proche d'une position, ou null loin de toute commune. La position ne quitte pas l'appareil. */
export async function communeLaPlusProche(position: Point): Promise<LieuPropose | null> {
  try {
    const lieux = await lireJson<Lieu[]>(`/lieux/cellules/${celluleDe(position)}.json`);
    const lieu = plusProche(position, lieux);
    return lieu ? proposer(lieu) : null;
  } catch (erreur) {
    // Une cellule sans commune n'a pas de fichier : en mer, à l'étranger.
    if (erreur instanceof Error && erreur.message.endsWith(' : 404')) return null;
    throw erreur;
  }
}
