import { enSemaines } from '../../calibrage/regles/calibrage.ts';
import type { ParcoursOuvert } from '../regles/parcours-ouvert.ts';
import { tousLesParcours, type Fiche } from './parcours.ts';

function ouvrir(fiche: Fiche, site: URL): ParcoursOuvert {
  const { lieu } = fiche;
  return {
    id: fiche.id,
    intitule: fiche.intitule,
    domaine: fiche.domaine,
    taches: fiche.taches,
    heures: fiche.heures,
    commune: fiche.commune,
    conditions: fiche.conditions,
    horairesAmenages: fiche.horairesAmenages,
    gratificationPrevue: fiche.gratificationPrevue,
    disponibilite: fiche.disponibilite,
    publieLe: fiche.publieLe,
    finLe: fiche.finLe,
    finReconductionLe: fiche.finReconductionLe,
    adresse: new URL(`/parcours/${fiche.id}/`, site).href,
    nomDomaine: fiche.nomDomaine,
    semaines: fiche.heures === null ? null : enSemaines(fiche.heures),
    nomCommune: lieu.commune,
    codeDepartement: lieu.departement.code,
    nomDepartement: lieu.departement.nom,
    academie: lieu.academie.nom,
    region: lieu.region,
    latitude: lieu.latitude,
    longitude: lieu.longitude,
    positionApproximative: lieu.approximative,
  };
}

/** Les parcours tels que les données ouvertes les publient, disponibles ou non. */
export async function donneesOuvertes(site: URL | undefined): Promise<ParcoursOuvert[]> {
  if (!site) throw new Error('L’adresse du site (SITE_URL) manque pour les données ouvertes.');
  return (await tousLesParcours()).map((fiche) => ouvrir(fiche, site));
}
