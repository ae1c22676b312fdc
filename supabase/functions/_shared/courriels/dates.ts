import { ajouterJours, enFrancais, jourAParis } from '../../../../src/socle/dates.ts';
import { phraseDuDebut } from '../../../../src/frise/regles/projection.ts';
import type { Resume } from '../../../../src/suivi/regles/dossier.ts';
import type { Contexte } from './donnees.ts';

/** « mardi 8 décembre 2026 à 14 h 05 », à Paris. */
export function momentEnFrancais(instant: string): string {
  const date = new Date(instant);
  const heure = new Intl.DateTimeFormat('fr-FR', {
    timeZone: 'Europe/Paris',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(date)
    .replace(':', ' h ');
  return `${enFrancais(jourAParis(date), { jourDeSemaine: true })} à ${heure}`;
}

/**
 * Les deux dates limites d'une demande active, au format AAAA-MM-JJ. Un jeune disponible seulement après la seconde
 * commence plus tard : `commenceLe` est le jour à mettre dans un agenda, et `plusTard` la phrase qui le dit.
 */
export function echeances(resume: Resume, { delais, maintenant }: Contexte) {
  const jourJ = jourAParis(resume.activeLe === null ? maintenant : new Date(resume.activeLe));
  const accueilLe = ajouterJours(jourJ, delais.accueil);
  return {
    reponseLe: ajouterJours(jourJ, delais.reponse),
    accueilLe,
    commenceLe: resume.debutLe > accueilLe ? resume.debutLe : accueilLe,
    plusTard: phraseDuDebut(resume.debutLe, accueilLe),
  };
}

export function enToutesLettres(jour: string): string {
  return enFrancais(jour, { jourDeSemaine: true });
}
