import { createHash } from 'node:crypto';
import { gratification } from '../../calibrage/regles/calibrage.ts';
import { dureeDeParcours } from '../regles/duree.ts';
import { numeroDeJour } from '../../socle/dates.ts';
import {
  coderLot,
  FICHES_PAR_TRANCHE,
  type CommuneDuLot,
  type LigneDeLot,
  type LotCode,
  type Manifeste,
  type TexteDeFiche,
} from '../regles/lots.ts';
import { tousLesDomaines } from '../../parcours/contenu/domaines.ts';
import { parcoursOuverts, type Fiche } from '../../parcours/contenu/parcours.ts';

/* En deçà, le catalogue tient en un seul lot : une requête suffit au navigateur. */
const TAILLE_UN_SEUL_LOT = 2000;

export type LotPublie = { id: string; lot: LotCode; tranches: TexteDeFiche[][] };

type Lots = { manifeste: Manifeste; lots: LotPublie[] };

/** Ligne d'un lot : la partie de la fiche qui se filtre et se trie. */
export function ligneDe(fiche: Fiche, commune: number, domaine: number): LigneDeLot {
  const droits = gratification(fiche.heures, fiche.gratificationPrevue);
  return {
    commune,
    domaine,
    duree: dureeDeParcours(fiche.heures),
    disponibilite: fiche.disponibilite,
    horairesAmenages: fiche.horairesAmenages,
    gratification: droits === 'prevue' || droits === 'de-droit',
    publie: numeroDeJour(fiche.publieLe),
    fin: numeroDeJour(fiche.fin),
  };
}

function arrondi(degres: number | null): number | null {
  return degres === null ? null : Math.round(degres * 1000) / 1000;
}

function composer(id: string, fiches: Fiche[], domaines: string[]): LotPublie {
  const triees = [...fiches].sort(
    (a, b) =>
      a.lieu.code.localeCompare(b.lieu.code) ||
      domaines.indexOf(a.domaine) - domaines.indexOf(b.domaine) ||
      a.id.localeCompare(b.id),
  );
  const communes: CommuneDuLot[] = [];
  const lignes = triees.map((fiche) => {
    if (communes.at(-1)?.code !== fiche.lieu.code) {
      communes.push({
        code: fiche.lieu.code,
        nom: fiche.lieu.commune,
        departement: fiche.lieu.departement.code,
        latitude: arrondi(fiche.lieu.latitude),
        longitude: arrondi(fiche.lieu.longitude),
        approximative: fiche.lieu.approximative,
      });
    }
    return ligneDe(fiche, communes.length - 1, domaines.indexOf(fiche.domaine));
  });
  const tranches: TexteDeFiche[][] = [];
  for (let debut = 0; debut < triees.length; debut += FICHES_PAR_TRANCHE) {
    const tranche = triees.slice(debut, debut + FICHES_PAR_TRANCHE);
    tranches.push(
      tranche.map(({ id: parcours, intitule, heures }) => [parcours, intitule, heures]),
    );
  }
  return { id, lot: coderLot(communes, lignes), tranches };
}

function emprise(fiches: Fiche[]): [number, number, number, number] | null {
  const situees = fiches.flatMap(({ lieu: { latitude, longitude } }) =>
    latitude === null || longitude === null ? [] : [{ latitude, longitude }],
  );
  if (situees.length === 0) return null;
  const bornes: [number, number, number, number] = [90, -90, 180, -180];
  for (const { latitude, longitude } of situees) {
    bornes[0] = Math.min(bornes[0], latitude);
    bornes[1] = Math.max(bornes[1], latitude);
    bornes[2] = Math.min(bornes[2], longitude);
    bornes[3] = Math.max(bornes[3], longitude);
  }
  return bornes;
}

async function lire(): Promise<Lots> {
  const fiches = await parcoursOuverts();
  const domaines = (await tousLesDomaines()).map(({ slug, nom, voisins }) => ({
    slug,
    nom,
    voisins,
  }));
  const slugs = domaines.map(({ slug }) => slug);
  const cle = ({ lieu }: Fiche) =>
    fiches.length <= TAILLE_UN_SEUL_LOT ? 'france' : lieu.departement.code;
  const groupes = [...Map.groupBy(fiches, cle)].sort(([a], [b]) => a.localeCompare(b));
  const lots = groupes.map(([id, groupe]) => composer(id, groupe, slugs));
  const version = createHash('sha256')
    .update(JSON.stringify([domaines, lots]))
    .digest('hex');
  const resumes = groupes.map(([id, groupe]) => ({
    id,
    lignes: groupe.length,
    emprise: emprise(groupe),
    departements: [...new Set(groupe.map(({ lieu }) => lieu.departement.code))].sort(),
  }));
  return { manifeste: { version: version.slice(0, 12), domaines, lots: resumes }, lots };
}

let memoire: Promise<Lots> | undefined;

/** Les lots du catalogue et leur manifeste, tels que le navigateur les lira. */
export function lesLots(): Promise<Lots> {
  memoire ??= lire();
  return memoire;
}
