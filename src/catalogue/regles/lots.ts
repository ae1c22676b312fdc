import { DISPONIBILITES, type Disponibilite } from '../../parcours/regles/disponibilite.ts';
import type { DureeDeParcours } from './duree.ts';

/**
 * Les lots sont le catalogue tel que le navigateur le lit : des colonnes compactes, sans texte,
 * pour filtrer et compter ; les textes des seules fiches affichées viennent de petites tranches.
 */

const DUREES: DureeDeParcours[] = ['courte', 'longue', 'a-convenir', 'partageable'];

/** Nombre de fiches par tranche de textes. */
export const FICHES_PAR_TRANCHE = 50;

export type CommuneDuLot = {
  code: string;
  nom: string;
  departement: string;
  /** Degrés décimaux, ou null si la commune n'est pas située. */
  latitude: number | null;
  longitude: number | null;
  approximative: boolean;
};

/** Une ligne du lot : tout ce qui se filtre, se compte ou se trie. */
export type LigneDeLot = {
  /** Rang de la commune dans `communes`. */
  commune: number;
  /** Rang du domaine dans la liste des domaines du manifeste. */
  domaine: number;
  duree: DureeDeParcours;
  disponibilite: Disponibilite;
  horairesAmenages: boolean;
  gratification: boolean;
  /** Numéros de jour (voir dates.ts), 0 si inconnus. */
  publie: number;
  fin: number;
};

/** Le texte d'une fiche : identifiant, intitulé, heures. */
export type TexteDeFiche = [id: string, intitule: string, heures: number | null];

export type LotCode = {
  /** Une commune : code, nom, département, latitude, longitude, 1 si approximative, nombre de lignes. */
  communes: [string, string, string, number | null, number | null, 0 | 1, number][];
  domaines: string;
  attributs: string;
  publies: string;
  fins: string;
};

export type ResumeDeLot = {
  id: string;
  lignes: number;
  /** Emprise : latitude min, latitude max, longitude min, longitude max ; null si rien n'est situé. */
  emprise: [number, number, number, number] | null;
  departements: string[];
};

export type Manifeste = {
  /** Empreinte du contenu : deux publications différentes n'ont jamais la même. */
  version: string;
  /** Domaines, dans l'ordre des rangs que portent les lignes. */
  domaines: { slug: string; nom: string; voisins: string[] }[];
  lots: ResumeDeLot[];
};

/* Signes ASCII qu'une chaîne JSON porte sans échappement, de # à ~ moins la barre oblique inverse. */
const SIGNES = Array.from({ length: 92 }, (_, rang) => String.fromCharCode(35 + rang))
  .filter((signe) => signe !== '\\')
  .join('');
const BASE = SIGNES.length;
const RANGS = new Map([...SIGNES].map((signe, rang) => [signe, rang]));

function signe(rang: number): string {
  const trouve = SIGNES[rang];
  if (trouve === undefined) throw new RangeError(`Valeur ${rang} hors du codage des lots.`);
  return trouve;
}

function rang(texte: string, position: number): number {
  const trouve = RANGS.get(texte[position] ?? '');
  if (trouve === undefined) throw new RangeError('Lot illisible.');
  return trouve;
}

function attribut(ligne: LigneDeLot): number {
  const duree = DUREES.indexOf(ligne.duree);
  const disponibilite = DISPONIBILITES.indexOf(ligne.disponibilite);
  return (
    ((disponibilite * DUREES.length + duree) * 2 + Number(ligne.horairesAmenages)) * 2 +
    Number(ligne.gratification)
  );
}

/* Trois signes par date : plus de sept cent mille jours ; le premier, presque constant, ne pèse rien une fois compressé. */
function troisSignes(nombre: number): string {
  const haut = Math.floor(nombre / BASE);
  return signe(Math.floor(haut / BASE)) + signe(haut % BASE) + signe(nombre % BASE);
}

function nombreDe(texte: string, n: number): number {
  return (rang(texte, 3 * n) * BASE + rang(texte, 3 * n + 1)) * BASE + rang(texte, 3 * n + 2);
}

/** Code un lot ; les lignes doivent être groupées par commune, dans l'ordre de `communes`. */
export function coderLot(communes: CommuneDuLot[], lignes: LigneDeLot[]): LotCode {
  const effectifs = communes.map(() => 0);
  let precedente = 0;
  for (const { commune } of lignes) {
    if (commune < precedente)
      throw new RangeError('Les lignes du lot ne suivent pas les communes.');
    precedente = commune;
    effectifs[commune] = (effectifs[commune] ?? 0) + 1;
  }
  return {
    communes: communes.map((c, i) => [
      c.code,
      c.nom,
      c.departement,
      c.latitude,
      c.longitude,
      c.approximative ? 1 : 0,
      effectifs[i] ?? 0,
    ]),
    domaines: lignes.map((ligne) => signe(ligne.domaine)).join(''),
    attributs: lignes.map((ligne) => signe(attribut(ligne))).join(''),
    publies: lignes.map((ligne) => troisSignes(ligne.publie)).join(''),
    fins: lignes.map((ligne) => troisSignes(ligne.fin)).join(''),
  };
}

/** Relit un lot codé ; lève RangeError si une colonne est abîmée. */
export function decoderLot(lot: LotCode): { communes: CommuneDuLot[]; lignes: LigneDeLot[] } {
  const communes = lot.communes.map(([code, nom, departement, latitude, longitude, approchee]) => ({
    code,
    nom,
    departement,
    latitude,
    longitude,
    approximative: approchee === 1,
  }));
  const lignes: LigneDeLot[] = [];
  lot.communes.forEach(([, , , , , , effectif], commune) => {
    for (let i = 0; i < effectif; i++) lignes.push(decoderLigne(lot, lignes.length, commune));
  });
  return { communes, lignes };
}

function decoderLigne(lot: LotCode, n: number, commune: number): LigneDeLot {
  const code = rang(lot.attributs, n);
  const reste = code >> 2;
  const duree = DUREES[reste % DUREES.length];
  const disponibilite = DISPONIBILITES[Math.floor(reste / DUREES.length)];
  if (duree === undefined || disponibilite === undefined) throw new RangeError('Lot illisible.');
  return {
    commune,
    domaine: rang(lot.domaines, n),
    duree,
    disponibilite,
    horairesAmenages: (code & 2) !== 0,
    gratification: (code & 1) !== 0,
    publie: nombreDe(lot.publies, n),
    fin: nombreDe(lot.fins, n),
  };
}
