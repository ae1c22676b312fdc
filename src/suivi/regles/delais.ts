import { PROPOSITION_HEURES } from '../../demande/regles/demande.ts';
import { delai, type Frise } from '../../frise/regles/frise.ts';
import type { DelaisDeSuivi } from './suivi.ts';

/** Tous les délais du suivi d'une demande, en jours. */
export function delaisDeSuivi(frise: Frise): DelaisDeSuivi {
  return {
    reponse: delai(frise, 'mise-en-relation'),
    accueil: delai(frise, 'accueil'),
    proposition: PROPOSITION_HEURES / 24,
    justificatifsOuvres: frise.justificatifsJoursOuvres,
    ...frise.suivi,
  };
}
