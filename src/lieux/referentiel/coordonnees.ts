import { normaliser } from '../../socle/texte.ts';
import { entreesEpci, entreesVilles } from './donnees.ts';
import type { EntreeCommune, EntreeVille } from './donnees.ts';

export type Coordonnees = { latitude: number; longitude: number; approximative: boolean };

/** Pays de GeoNames qui sont des départements ou collectivités, où `admin2` n'est pas le département. */
const OUTRE_MER: Readonly<Record<string, string>> = {
  GP: '971',
  MQ: '972',
  GF: '973',
  RE: '974',
  PM: '975',
  YT: '976',
  BL: '977',
  MF: '978',
  WF: '986',
  PF: '987',
  NC: '988',
};

const ARRONDISSEMENT = /^(Paris|Lyon|Marseille) (\d{2})(?: |$)/;
const BASES = { Paris: 75100, Lyon: 69380, Marseille: 13200 } as const;

type Position = { latitude: number; longitude: number };
type Villes = {
  parNom: Map<string, Position>;
  /** Par code de commune quand GeoNames le donne, et par code de département. */
  parCode: Map<string, Position[]>;
};

function cle(departement: string, nom: string): string {
  return `${departement} ${normaliser(nom).replace(/^(le|la|les|l) /, '')}`;
}

function lireVilles(): Villes {
  const parNom = new Map<string, Position>();
  const parCode = new Map<string, Position[]>();
  const noter = (code: string, position: Position) => {
    const liste = parCode.get(code);
    if (liste) liste.push(position);
    else parCode.set(code, [position]);
  };
  for (const ville of entreesVilles()) {
    const departement = ville.country === 'FR' ? ville.admin2 : OUTRE_MER[ville.country];
    if (departement === undefined) continue;
    const position = { latitude: Number(ville.lat), longitude: Number(ville.lng) };
    const arrondissement = codeArrondissement(ville);
    if (arrondissement !== null) noter(arrondissement, position);
    noter(departement, position);
    const nom = cle(departement, ville.name);
    if (!parNom.has(nom)) parNom.set(nom, position);
    // Dans le Pacifique et à Mayotte, GeoNames donne le code de la commune du village.
    const code = [ville.admin2, ville.admin1].find((valeur) => /^9\d{4}$/.test(valeur));
    if (code !== undefined) noter(code, position);
  }
  return { parNom, parCode };
}

function codeArrondissement(ville: EntreeVille): string | null {
  const lu = ville.country === 'FR' ? ARRONDISSEMENT.exec(ville.name) : null;
  if (!lu) return null;
  return String(BASES[lu[1] as keyof typeof BASES] + Number(lu[2]));
}

function moyenne(positions: readonly Position[]): Position | null {
  if (positions.length === 0) return null;
  const somme = { latitude: 0, longitude: 0 };
  for (const { latitude, longitude } of positions) {
    somme.latitude += latitude;
    somme.longitude += longitude;
  }
  return {
    latitude: arrondi(somme.latitude / positions.length),
    longitude: arrondi(somme.longitude / positions.length),
  };
}

function arrondi(degres: number): number {
  return Math.round(degres * 1e5) / 1e5;
}

/**
 * Coordonnées de chaque commune, par code. Exactes quand GeoNames connaît le nom dans le département ;
 * sinon approchées, du plus près au plus loin : anciennes communes réunies en celle-ci, villages,
 * intercommunalité, département entier.
 */
export function coordonneesDesCommunes(
  entrees: readonly EntreeCommune[],
): ReadonlyMap<string, Coordonnees> {
  const villes = lireVilles();
  const actuelles = entrees.filter((entree) => entree.chefLieu === undefined);
  const departementDe = new Map(actuelles.map(({ code, departement }) => [code, departement]));
  const exactes = new Map<string, Position>();
  for (const { code, nom, type, departement } of actuelles) {
    const position =
      type === 'arrondissement-municipal'
        ? villes.parCode.get(code)?.[0]
        : villes.parNom.get(cle(departement, nom));
    if (position) exactes.set(code, position);
  }
  const approches = [
    parAnciennesCommunes(entrees, villes),
    (code: string) => moyenne(villes.parCode.get(code) ?? []),
    parEpci(exactes),
    (code: string) => moyenne(villes.parCode.get(departementDe.get(code) ?? '') ?? []),
  ];
  const resultat = new Map<string, Coordonnees>();
  for (const { code } of actuelles) {
    const exacte = exactes.get(code);
    const position = exacte ?? premiere(approches, code);
    if (position) resultat.set(code, { ...position, approximative: exacte === undefined });
  }
  return resultat;
}

type Approche = (code: string) => Position | null;

function premiere(approches: readonly Approche[], code: string): Position | null {
  for (const approche of approches) {
    const position = approche(code);
    if (position) return position;
  }
  return null;
}

function parAnciennesCommunes(entrees: readonly EntreeCommune[], villes: Villes): Approche {
  const positions = new Map<string, Position[]>();
  for (const { chefLieu, nom, departement } of entrees) {
    const position = villes.parNom.get(cle(departement, nom));
    if (chefLieu === undefined || !position) continue;
    positions.set(chefLieu, [...(positions.get(chefLieu) ?? []), position]);
  }
  return (code) => moyenne(positions.get(code) ?? []);
}

function parEpci(exactes: ReadonlyMap<string, Position>): Approche {
  const positions = new Map<string, Position | null>();
  for (const { membres } of entreesEpci()) {
    const connues = membres.flatMap(({ code }) => exactes.get(code) ?? []);
    const centre = moyenne(connues);
    for (const { code } of membres) positions.set(code, centre);
  }
  return (code) => positions.get(code) ?? null;
}
