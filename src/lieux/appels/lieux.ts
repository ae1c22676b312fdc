import type { Point } from '../../socle/distance.ts';
import {
  aDepartager,
  celluleDe,
  chercherDansTranche,
  departementDuCode,
  homonymes,
  nomDeTranche,
  plusProche,
  trancheSuivante,
  variantes,
  type Lieu,
  type Tranche,
} from '../regles/lieux.ts';
import { lieuxRessemblants } from '../regles/lieux-ressemblants.ts';
import { slug } from '../../socle/texte.ts';
import { typographier } from '../../socle/typographie.ts';
import { lireJson } from '../../site/appels.ts';

/** Un lieu proposé ou choisi ; `valeur` est ce que l'adresse de la page en garde. */
export type LieuPropose = Point & {
  valeur: string;
  nom: string;
  departement: string;
  codePostal: string;
  /** Le nom d'hier, quand c'est lui que le texte désigne. */
  ancienNom?: string;
};

/**
 * Réponse à un texte tapé. `homonymes` : plusieurs communes portent exactement ce nom, ou ont ce code postal.
 * `ressemblants` : aucune ne commence ainsi, celles-ci s'écrivent presque de même.
 */
export type Propositions = {
  lieux: LieuPropose[];
  homonymes: boolean;
  ressemblants: boolean;
};

/* Le référentiel des communes a l'apostrophe droite : ce qui se lit prend la nôtre. */
function proposer(lieu: Lieu): LieuPropose {
  const [code, officiel, departement, codePostal, latitude, longitude, , ancien] = lieu;
  const valeur = `${slug(officiel)}-${code}`;
  const nom = typographier(officiel);
  const propose = { valeur, nom, departement, codePostal, latitude, longitude };
  return ancien === undefined ? propose : { ...propose, ancienNom: typographier(ancien) };
}

/* Descend de tranche en tranche tant que le texte en désigne une plus fine ; la plus fine vient en premier. */
async function descendre(texte: string): Promise<Tranche[]> {
  const lire = (prefixe: string) => lireJson<Tranche>(`/lieux/${nomDeTranche(prefixe)}.json`);
  let tranche = await lire('');
  const chemin = [tranche];
  for (let prefixe = trancheSuivante(texte, '', tranche); prefixe !== null;) {
    tranche = await lire(prefixe);
    chemin.unshift(tranche);
    prefixe = trancheSuivante(texte, prefixe, tranche);
  }
  return chemin;
}

async function chercher(texte: string): Promise<{ trouves: Lieu[]; chemin: Tranche[] }> {
  let chemin: Tranche[] = [];
  for (const variante of variantes(texte)) {
    chemin = await descendre(variante);
    const [tranche] = chemin;
    const trouves = tranche ? chercherDansTranche(variante, tranche) : [];
    if (trouves.length) return { trouves, chemin };
  }
  return { trouves: [], chemin };
}

/** Communes que le texte tapé désigne, les plus probables d'abord. Rejette si le site est hors d'atteinte. */
export async function proposerLieux(texte: string): Promise<Propositions> {
  const { trouves, chemin } = await chercher(texte);
  if (trouves.length) {
    return {
      lieux: trouves.map(proposer),
      homonymes: aDepartager(texte, trouves),
      ressemblants: false,
    };
  }
  // Les tranches traversées ont les grandes villes : « Tolouse » quitte vite le chemin de Toulouse.
  const proches = lieuxRessemblants(
    texte,
    [...chemin].reverse().flatMap(({ lieux }) => lieux),
  );
  return { lieux: proches.map(proposer), homonymes: false, ressemblants: proches.length > 0 };
}

/**
 * Lieu d'une adresse de page : « nanterre-92050 », ou un texte tapé sans choisir de proposition (le plus
 * peuplé de ceux qui portent ce nom). Rend null si rien ne lui ressemble.
 */
export async function resoudreLieu(valeur: string): Promise<LieuPropose | null> {
  if (valeur.trim().length < 2 || /\p{Cc}/u.test(valeur)) return null;
  const [, nom, code] = /^(.+)-(\d[\dAB]\d{3})$/.exec(valeur) ?? [];
  if (nom === undefined || code === undefined) {
    const [premier] = (await chercher(valeur)).trouves;
    return premier ? proposer(premier) : null;
  }
  const texte = nom.replaceAll('-', ' ');
  const lieux = (await descendre(texte))[0]?.lieux ?? [];
  const lieu =
    lieux.find(([candidat, , , , , , , ancien]) => candidat === code && ancien === undefined) ??
    (await parNomEtDepartement(texte, departementDuCode(code)));
  return lieu ? proposer(lieu) : null;
}

/* Un code INSEE disparu avec sa commune : le nom, dans le même département, la désigne encore. */
async function parNomEtDepartement(nom: string, departement: string): Promise<Lieu | undefined> {
  const texte = `${nom} (${departement})`;
  return homonymes(texte, (await chercher(texte)).trouves)[0];
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
