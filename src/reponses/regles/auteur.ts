import type { Evenement } from '../../suivi/regles/evenement.ts';
import { roleDuLien, type Auteur } from '../../suivi/regles/mots.ts';

/* Sans zod. */

/** Qui a fait ce geste : une réponse par courriel est écrite par le service, et vient d'une personne. */
export const auteurDuGeste = (evenement: Evenement): Auteur =>
  evenement.genre === 'reponse-par-courriel'
    ? roleDuLien(evenement.donnees.role)
    : evenement.auteur;
