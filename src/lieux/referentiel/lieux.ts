import { celluleDe, clesDeNom, nomDeTranche } from '../regles/lieux.ts';
import type { Lieu, Tranche } from '../regles/lieux.ts';
import { anciennesCommunes, communes } from './communes.ts';
import type { AncienneCommune, Commune } from './communes.ts';

/** Lieux gardés dans une tranche incomplète : assez pour suggérer les grandes villes dès la première lettre. */
const TETE = 20;

/** Débord d'une cellule, en degrés (environ 10 km) : la commune la plus proche peut être juste de l'autre côté. */
const DEBORD = 0.1;

/**
 * À population comparable, la commune de métropole passe devant : « Saint-Denis » tout court est plus
 * souvent celle de Seine-Saint-Denis, un peu moins peuplée que celle de La Réunion.
 */
const POIDS_HORS_METROPOLE = 0.8;

type Cle = { cle: string; lieu: Lieu; poids: number };

/** Forme courte d'une commune pour le navigateur, ou null sans coordonnées. */
export function lieuDe(commune: Commune, codePostal = commune.codesPostaux[0] ?? ''): Lieu | null {
  const { code, nom, departement, latitude, longitude, approximative } = commune;
  if (latitude === null || longitude === null) return null;
  return [
    code,
    nom,
    departement,
    codePostal,
    millieme(latitude),
    millieme(longitude),
    approximative ? 1 : 0,
  ];
}

function millieme(degres: number): number {
  return Math.round(degres * 1000) / 1000;
}

/** Toutes les clés d'une commune ; un lieu trouvé par un code postal porte ce code-là. */
function clesDe(commune: Commune): Cle[] {
  const parNom = clesDeNom(commune.nom).map((cle) => ({ cle, lieu: lieuDe(commune) }));
  const parCodePostal = commune.codesPostaux.map((cle) => ({ cle, lieu: lieuDe(commune, cle) }));
  const metropole = commune.departement.length === 2;
  const poids = commune.population * (metropole ? 1 : POIDS_HORS_METROPOLE);
  return [...parNom, ...parCodePostal].flatMap(({ cle, lieu }) =>
    lieu ? [{ cle, lieu, poids }] : [],
  );
}

/* Un ancien nom passe après les communes actuelles ; il ne sert à rien quand la commune l'a gardé. */
function clesAnciennes(ancienne: AncienneCommune, parCode: ReadonlyMap<string, Commune>): Cle[] {
  const actuelle = parCode.get(ancienne.actuelle);
  const lieu = actuelle && lieuDe(actuelle);
  if (!lieu) return [];
  const gardees = clesDeNom(actuelle.nom);
  const cles = clesDeNom(ancienne.nom);
  if (cles.some((cle) => gardees.includes(cle))) return [];
  const [code, nom, departement, codePostal, latitude, longitude, approche] = lieu;
  return cles.map((cle) => ({
    cle,
    lieu: [code, nom, departement, codePostal, latitude, longitude, approche, ancienne.nom],
    poids: 0,
  }));
}

/**
 * Tranches de suggestions, par nom de fichier. Un préfixe qui compte au plus `maxParTranche` lieux donne une
 * tranche complète ; au-delà, une tranche de tête (les plus peuplés, et ceux dont la clé s'arrête là) et une
 * tranche par signe suivant.
 */
export function prefixesDeLieux(
  entrees: readonly Commune[],
  maxParTranche = 150,
  anciennes: readonly AncienneCommune[] = [],
): Map<string, Tranche> {
  const parCode = new Map(entrees.map((commune) => [commune.code, commune]));
  const cles = [
    ...entrees.flatMap(clesDe),
    ...anciennes.flatMap((ancienne) => clesAnciennes(ancienne, parCode)),
  ].sort((a, b) => b.poids - a.poids || ordre(a, b));
  const tranches = new Map<string, Tranche>();
  decouper('', cles, maxParTranche, tranches);
  return tranches;
}

function ordre(a: Cle, b: Cle): number {
  return a.lieu[0] < b.lieu[0] ? -1 : Number(a.lieu[0] > b.lieu[0]);
}

function decouper(
  prefixe: string,
  cles: readonly Cle[],
  maximum: number,
  tranches: Map<string, Tranche>,
) {
  const nom = nomDeTranche(prefixe);
  const parSuite = new Map<string, Cle[]>();
  for (const entree of cles) {
    const suite = entree.cle[prefixe.length];
    if (suite === undefined) continue;
    const groupe = parSuite.get(suite);
    if (groupe) groupe.push(entree);
    else parSuite.set(suite, [entree]);
  }
  if (cles.length <= maximum || parSuite.size === 0) {
    tranches.set(nom, { complet: true, suites: [], lieux: sansRepetition(cles) });
    return;
  }
  const entiers = cles.filter(({ cle }) => cle.length === prefixe.length);
  const tete = sansRepetition([...entiers, ...cles]).slice(0, Math.max(TETE, entiers.length));
  tranches.set(nom, { complet: false, suites: [...parSuite.keys()].sort(), lieux: tete });
  for (const [suite, groupe] of parSuite) decouper(prefixe + suite, groupe, maximum, tranches);
}

function sansRepetition(cles: readonly Cle[]): Lieu[] {
  const lieux = new Map<string, Lieu>();
  for (const { lieu } of cles) {
    const identite = `${lieu[0]} ${lieu[3]} ${lieu[7] ?? ''}`;
    if (!lieux.has(identite)) lieux.set(identite, lieu);
  }
  return [...lieux.values()];
}

let memoire: ReadonlyMap<string, Tranche> | undefined;

/** Les tranches de toutes les communes de France. */
export function tranchesDeLieux(): ReadonlyMap<string, Tranche> {
  memoire ??= prefixesDeLieux(communes(), 150, anciennesCommunes());
  return memoire;
}

/** Noms (sans extension) des fichiers de tranches à publier. */
export function nomsDesTranches(): string[] {
  return [...tranchesDeLieux().keys()];
}

/**
 * Lieux de chaque cellule d'un demi-degré, avec ceux qui la bordent : un seul fichier suffit pour
 * « autour de moi ». Les villes à arrondissements y sont par leurs arrondissements.
 */
export function cellulesDeLieux(): Map<string, Lieu[]> {
  const cellules = new Map<string, Map<string, Lieu>>();
  for (const commune of communes()) {
    const lieu = ['75056', '69123', '13055'].includes(commune.code) ? null : lieuDe(commune);
    if (!lieu) continue;
    for (const nom of cellulesTouchees(lieu)) {
      const cellule = cellules.get(nom) ?? new Map<string, Lieu>();
      cellules.set(nom, cellule.set(lieu[0], lieu));
    }
  }
  return new Map([...cellules].map(([nom, lieux]) => [nom, [...lieux.values()]]));
}

function cellulesTouchees(lieu: Lieu): Set<string> {
  const noms = new Set<string>();
  for (const latitude of [lieu[4] - DEBORD, lieu[4], lieu[4] + DEBORD]) {
    for (const longitude of [lieu[5] - DEBORD, lieu[5], lieu[5] + DEBORD]) {
      noms.add(celluleDe({ latitude, longitude }));
    }
  }
  return noms;
}
