import { PROPOSITION_HEURES } from '../../demande/regles/demande.ts';
import { delai, type Frise } from '../../frise/regles/frise.ts';

/** Délais du suivi, en jours calendaires sauf mention contraire (content/frise.yaml). */
export type DelaisDeSuivi = {
  /** Réponse de l'entreprise, après la mise en relation. */
  reponse: number;
  /** Accueil du jeune, après la mise en relation. */
  accueil: number;
  /** Accepter un parcours libéré, pour la demande suivante de la liste d'attente. */
  proposition: number;
  /** La tutrice choisit un créneau. */
  choix: number;
  /** L'entreprise propose d'autres créneaux. */
  nouveauxCreneaux: number;
  /** Après la réunion, dire si elle a eu lieu. */
  compteRendu: number;
  /** Après la réunion, signer la convention. */
  convention: number;
  /** Nommer un autre contact, quand nos courriels n'arrivent à personne dans l'entreprise. */
  contact: number;
  /** Trancher un refus. */
  refus: number;
  /** Reprendre ou terminer un accueil interrompu. */
  reprise: number;
  /** Confirmer les heures dites par la tutrice ; sans réponse, elles sont comptées. */
  confirmation: number;
  /** « Toujours d'actualité ? » : après tant de jours de silence de la tutrice, et close tant de jours plus tard. */
  actualite: { apres: number; reponse: number };
  /** Report le plus lointain qu'une entreprise peut demander. */
  reportMaximum: number;
  /** Remise du bilan et des justificatifs, en jours ouvrés. */
  justificatifsOuvres: number;
  /** Jours des rappels, comptés depuis le début de l'attente. */
  relances: {
    ouverture: number;
    rappel: number;
    derniersJours: number;
    equipe: number;
    /** Avant l'accueil attendu. */
    avantAccueil: number;
    /** Pendant l'accueil, entre deux points. */
    point: number;
  };
};

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
