import {
  DECLARATION_AVANT_FIN_MOIS,
  DUREE_FERME_MINIMALE_MOIS,
  HEURES_PAR_SEMAINE,
  libelleDuree,
  SEUIL_GRATIFICATION_HEURES,
  TAUX_GRATIFICATION,
  VOLUMES,
} from '../../calibrage/regles/calibrage.ts';
import { CONSERVATION } from './conservation.ts';
import { enFrancais } from '../../socle/dates.ts';
import { enEuros } from '../../socle/montant.ts';
import {
  DATE_CONSIDERATION_SOCIALE,
  SEUILS_EUROPEENS,
} from '../../calibrage/regles/seuils-europeens.ts';

/** Les nombres qu'un texte peut citer, écrits pour être lus : `<Chiffre chiffre="seuil-gratification" />`. */
export const CHIFFRES: Record<string, string> = {
  'heures-par-semaine': `${HEURES_PAR_SEMAINE} h`,
  'seuil-gratification': `${SEUIL_GRATIFICATION_HEURES} h`,
  'taux-gratification': `${enEuros(TAUX_GRATIFICATION.eurosParHeure)} l’heure en ${TAUX_GRATIFICATION.annee}`,
  volumes: new Intl.ListFormat('fr', { type: 'disjunction' }).format(
    VOLUMES.map(({ heures }) => libelleDuree(heures)),
  ),
  'duree-ferme-minimale': `${DUREE_FERME_MINIMALE_MOIS} mois`,
  'declaration-avant-fin': `${DECLARATION_AVANT_FIN_MOIS} mois`,
  'seuil-etat': enEuros(SEUILS_EUROPEENS.etat),
  'seuil-collectivite': enEuros(SEUILS_EUROPEENS.collectivite),
  'seuil-travaux': enEuros(SEUILS_EUROPEENS.travaux),
  'date-consideration-sociale': enFrancais(DATE_CONSIDERATION_SOCIALE),
  'garde-demande': `${CONSERVATION.demandeMois} mois`,
  'garde-declaration': `${CONSERVATION.declarationMois} mois`,
  'garde-contact': `${CONSERVATION.contactMois} mois`,
  'garde-message': `${CONSERVATION.messageMois} mois`,
  'garde-non-confirmee': `${CONSERVATION.nonConfirmeeJours} jours`,
  'garde-courriel': `${CONSERVATION.courrielJours} jours`,
  'garde-compteur': `${CONSERVATION.compteurJours} jours`,
  ...Object.fromEntries(
    VOLUMES.map(({ heures }) => [`volume-${heures}`, libelleDuree(heures)] as const),
  ),
};
