import type { ActionId } from './actions.ts';
import type { EtatDeSuivi } from './etats.ts';
import type { Genre } from './evenement.ts';

/* Sans zod : la page, les tableaux et les courriels chargent ces mots. */

type MotsDUnEtat = {
  /** Le nom court, pour un menu et une colonne. */
  nom: string;
  /** L'étape de la frise dont il relève : elle donne la page du kit à lire. */
  etape?: 'mise-en-relation' | 'presentation' | 'accueil' | 'bilan';
  /** Le geste qui fait avancer : son bouton vient en tête. */
  geste?: ActionId;
  /** Ce qu'il demande : dit à qui doit agir, puis à qui attend ; pour une fin, ce qui la dit à tous. */
  dit: { aVous: string; attend: string } | string;
};

/** Tout ce qui se dit d'un état, une fois. */
export const MOTS_DES_ETATS: Record<EtatDeSuivi, MotsDUnEtat> = {
  'en-attente': {
    nom: 'En liste d’attente',
    dit: { aVous: '', attend: 'le parcours est pris par un autre jeune' },
  },
  proposee: {
    nom: 'Parcours proposé',
    dit: {
      aVous: 'acceptez le parcours libéré, par le lien reçu par courriel',
      attend: 'il ou elle doit accepter le parcours libéré',
    },
  },
  'a-verifier': {
    nom: 'Adresse à vérifier',
    dit: {
      aVous: 'dites si vous connaissez la personne qui demande',
      // Seule la tutrice a un dossier avant la mise en relation.
      attend: 'elle dit si elle vous connaît',
    },
  },
  'reponse-attendue': {
    nom: 'Réponse attendue',
    etape: 'mise-en-relation',
    geste: 'proposer-creneaux',
    dit: {
      aVous: 'proposez des créneaux pour rencontrer le jeune',
      attend: 'elle doit proposer des créneaux de rencontre',
    },
  },
  reporte: {
    nom: 'Reporté',
    etape: 'mise-en-relation',
    geste: 'proposer-creneaux',
    dit: {
      aVous: 'proposez des créneaux, ou recevez le jeune à la date annoncée',
      attend: 'elle a demandé un report et doit proposer des créneaux',
    },
  },
  'reponse-recue': {
    nom: 'Réponse reçue',
    etape: 'mise-en-relation',
    geste: 'confirmer-reponse',
    dit: {
      aVous: 'l’entreprise a répondu par courriel, dites ce qu’il en est',
      attend: 'l’entreprise a répondu par courriel, la suite est à noter',
    },
  },
  'contact-a-nommer': {
    nom: 'Contact à nommer',
    etape: 'mise-en-relation',
    geste: 'nommer-contact',
    dit: {
      aVous: 'nos courriels n’arrivent pas à l’entreprise, nommez-y un autre contact',
      attend: 'nos courriels n’arrivent pas à l’entreprise, un autre contact est à y nommer',
    },
  },
  'refus-a-trancher': {
    nom: 'Refus à trancher',
    etape: 'mise-en-relation',
    geste: 'nommer-contact',
    dit: {
      aVous: 'l’entreprise refuse, décidez de la suite',
      attend: 'l’entreprise refuse, la suite est à décider',
    },
  },
  'creneau-a-choisir': {
    nom: 'Créneau à choisir',
    etape: 'presentation',
    geste: 'choisir-creneau',
    dit: { aVous: 'choisissez un créneau', attend: 'un créneau est à choisir' },
  },
  'reunion-prevue': {
    nom: 'Réunion prévue',
    etape: 'presentation',
    geste: 'noter-reunion',
    dit: {
      aVous: 'allez à la réunion de présentation, puis dites ici si elle a eu lieu',
      attend: 'la réunion de présentation est prévue',
    },
  },
  'convention-a-signer': {
    nom: 'Convention à signer',
    etape: 'presentation',
    geste: 'signer-convention',
    dit: {
      aVous: 'faites signer la convention, puis dites-le ici',
      attend: 'la convention est à signer',
    },
  },
  'accueil-a-commencer': {
    nom: 'Accueil à commencer',
    etape: 'accueil',
    geste: 'commencer',
    dit: {
      aVous: 'accueillez le jeune, puis dites-le ici',
      attend: 'elle doit accueillir le jeune',
    },
  },
  'accueil-en-cours': {
    nom: 'Accueil en cours',
    etape: 'accueil',
    geste: 'declarer-heures',
    dit: {
      aVous: 'déclarez les heures de chaque semaine, puis la fin de l’accueil',
      attend: 'l’accueil est en cours, elle déclare les heures',
    },
  },
  interrompu: {
    nom: 'Accueil interrompu',
    etape: 'accueil',
    geste: 'reprendre',
    dit: {
      aVous: 'l’accueil est interrompu, dites s’il reprend ou s’il se termine',
      attend: 'l’accueil est interrompu, il reprend ou se termine',
    },
  },
  'bilan-a-faire': {
    nom: 'Bilan à faire',
    etape: 'bilan',
    geste: 'bilan',
    dit: {
      aVous: 'faites le bilan croisé avec le tuteur entreprise',
      attend: 'le bilan croisé est à faire',
    },
  },
  termine: { nom: 'Terminé', dit: 'Terminé : le bilan croisé est fait' },
  refuse: { nom: 'Refusé', dit: 'Terminé : le refus de l’entreprise est confirmé' },
  retire: { nom: 'Retiré', dit: 'Terminé : la demande est retirée' },
};

/** Une fin que le service a écrite dit laquelle. */
export const FINS_DU_SERVICE: Partial<Record<Genre, string>> = {
  'proposition-expiree': 'Terminé : le parcours proposé n’a pas été accepté à temps',
  'attente-close': 'Terminé : ce parcours n’accueille plus de jeune',
  'personne-inconnue': 'Terminé : personne n’a pu dire qui a fait cette demande',
  'verification-expiree': 'Terminé : la vérification de l’adresse est restée sans réponse',
  'dossier-muet': 'Terminé : sans nouvelle depuis longtemps, la demande est close',
  'demande-endormie': 'Terminé : sans réponse du tuteur ou de la tutrice, la demande est close',
};
