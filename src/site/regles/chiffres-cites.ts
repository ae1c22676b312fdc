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

/** « nonConfirmeeJours » devient « garde-non-confirmee » : une durée de conservation se cite sans qu'on la recopie. */
const nomDeLaGarde = (nom: string) =>
  `garde-${nom.replace(/(Mois|Jours)$/, '').replace(/[A-Z]/g, (lettre) => `-${lettre.toLowerCase()}`)}`;

const dire = (nom: string, nombre: number) =>
  `${nombre} ${nom.endsWith('Mois') ? 'mois' : 'jours'}`;

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
  ...Object.fromEntries(
    Object.entries(CONSERVATION).map(([nom, nombre]) => [nomDeLaGarde(nom), dire(nom, nombre)]),
  ),
  ...Object.fromEntries(
    VOLUMES.map(({ heures }) => [`volume-${heures}`, libelleDuree(heures)] as const),
  ),
};
