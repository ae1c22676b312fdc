import type { ContenuDeCarte } from '../regles/carte.ts';
import { gratification } from '../../calibrage/regles/calibrage.ts';
import type { Fiche } from './parcours.ts';

/** Ce qu'une carte montre d'une fiche. */
export function carteDe(fiche: Fiche): ContenuDeCarte {
  const droits = gratification(fiche.heures, fiche.gratificationPrevue);
  return {
    id: fiche.id,
    intitule: fiche.intitule,
    domaine: fiche.nomDomaine,
    heures: fiche.heures,
    commune: fiche.lieu.commune,
    departement: fiche.lieu.departement.code,
    disponibilite: fiche.disponibilite,
    horairesAmenages: fiche.horairesAmenages,
    gratification: droits === 'prevue' || droits === 'de-droit',
    fin: fiche.fin,
    distance: null,
    approximative: fiche.lieu.approximative,
  };
}
