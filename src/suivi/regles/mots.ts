/* Sans zod : la page de suivi charge ces mots dans le navigateur. */

/** Qui a écrit un événement. L'acheteur et le prescripteur ont le même rôle dans le suivi. */
export const AUTEURS = ['tutrice', 'entreprise', 'acheteur', 'equipe', 'systeme'] as const;
export type Auteur = (typeof AUTEURS)[number];

/** Qui ouvre un suivi : la coordination lit et n'écrit pas. */
export const ROLES_DE_SUIVI = [
  'tutrice',
  'entreprise',
  'acheteur',
  'equipe',
  'coordination',
] as const;
export type RoleDeSuivi = (typeof ROLES_DE_SUIVI)[number];

export const ROLES_DE_CONTACT = [
  'entreprise-1',
  'entreprise-2',
  'acheteur',
  'prescripteur',
] as const;
export type RoleDeContact = (typeof ROLES_DE_CONTACT)[number];

/** Le rôle que porte un lien : l'entreprise a deux contacts, le suivi de l'acheteur peut être celui du prescripteur. */
export const ROLES_DE_LIEN = ['tutrice', ...ROLES_DE_CONTACT, 'equipe'] as const;
export type RoleDeLien = (typeof ROLES_DE_LIEN)[number];

export const ROLE_DU_LIEN = {
  tutrice: 'tutrice',
  'entreprise-1': 'entreprise',
  'entreprise-2': 'entreprise',
  acheteur: 'acheteur',
  prescripteur: 'acheteur',
  equipe: 'equipe',
} as const satisfies Record<RoleDeLien, RoleDeSuivi>;

/** Le rôle dans le suivi de la personne qui tient ce lien : c'est lui que le journal retient comme auteur. */
export function roleDuLien<L extends RoleDeLien>(lien: L): (typeof ROLE_DU_LIEN)[L] {
  return ROLE_DU_LIEN[lien];
}

/** À qui le service écrit sur un dossier, l'équipe mise à part : c'est elle qui s'occupe de ce qui n'arrive pas. */
export const ROLES_ECRITS = ['tutrice', ...ROLES_DE_CONTACT] as const;
export type RoleEcrit = (typeof ROLES_ECRITS)[number];

/** Chaque contact, tel qu'on le nomme en tête d'une phrase ou d'une ligne. */
export const NOMS_DES_CONTACTS: Record<RoleDeContact, string> = {
  'entreprise-1': 'Le contact du marché, dans l’entreprise',
  'entreprise-2': 'Le tuteur entreprise',
  acheteur: 'L’acheteur',
  prescripteur: 'Le prescripteur du marché',
};

/** Qui agit, pour un menu et une colonne. */
export const NOMS_DE_QUI: Record<Auteur, string> = {
  tutrice: 'Tuteur ou tutrice',
  entreprise: 'Entreprise',
  acheteur: 'Acheteur',
  equipe: 'Équipe CSF',
  systeme: 'Le service',
};

/** Pourquoi un courriel ne sert à rien : il n'est pas arrivé, ou son destinataire l'a classé comme indésirable. */
export const RAISONS_DE_NON_REMISE = ['rebond', 'plainte'] as const;

/** Pourquoi une entreprise demande un report. */
export const MOTIFS_DE_REPORT = {
  'tuteur-absent': 'La personne qui accueille est absente',
  activite: 'L’activité ne permet pas d’accueillir à ces dates',
  chantier: 'Le chantier ou le service n’a pas commencé',
  autre: 'Autre raison',
} as const;

/** Pourquoi une entreprise refuse. En principe tout profil est accepté : le refus va à l'acheteur. */
export const MOTIFS_DE_REFUS = {
  activite: 'Plus d’activité qui permette l’accueil',
  encadrement: 'Personne ne peut accompagner le jeune',
  securite: 'Le poste est interdit ou dangereux pour le jeune',
  'deja-realise': 'La clause est déjà réalisée',
  autre: 'Autre raison',
} as const;

/** Par où l'entreprise a répondu, hors de sa page. */
export const CANAUX = { telephone: 'Par téléphone', courriel: 'Par courriel' } as const;

/** Ce qu'elle a répondu. */
export const REPONSES_RAPPORTEES = {
  'rendez-vous': 'Un rendez-vous',
  rappel: 'Elle rappellera',
  report: 'Un délai',
  'mauvaise-personne': 'Ce n’est pas la bonne personne',
  refus: 'Un refus',
} as const;
export type ReponseRapportee = keyof typeof REPONSES_RAPPORTEES;

/** Pourquoi une réunion n'a pas eu lieu. */
export const ABSENTS = {
  entreprise: 'L’entreprise n’est pas venue',
  jeune: 'Le jeune n’est pas venu',
  autre: 'Autre raison',
} as const;

/** Pourquoi un accueil s'interrompt. Rien sur la santé ni la famille du jeune. */
export const MOTIFS_D_INTERRUPTION = {
  jeune: 'Le jeune ne vient plus',
  entreprise: 'L’entreprise ne peut plus accueillir',
  vacances: 'Vacances ou fermeture',
  autre: 'Autre raison',
} as const;

/** Ce que devient le jeune après le parcours. */
export const SUITES = {
  'reprise-etudes': 'Reprise d’études',
  apprentissage: 'Apprentissage',
  prolongation: 'Prolongation du parcours',
  embauche: 'Embauche',
  'autre-action': 'Autre action de la MLDS',
  inconnue: 'Pas encore décidée',
} as const;

/**
 * Les genres d'événement qui rappellent. Deux changent quelque chose : un rappel fait à la main, qui lève un refus, et la
 * question « toujours d'actualité ? », à laquelle la tutrice peut répondre.
 */
const RAPPELS = ['relance', 'acheteur-alerte', 'actualite-demandee'] as const;

export function estUnRappel(genre: string): boolean {
  return (RAPPELS as readonly string[]).includes(genre);
}

/** Ce que deviennent les courriels du service, et les répondeurs qui y répondent : le geste de personne. */
const REMISES = ['courriel-remis', 'courriel-non-remis', 'absence-signalee'] as const;

export function estUneRemise(genre: string): boolean {
  return (REMISES as readonly string[]).includes(genre);
}

/** Une réponse à un courriel du service : elle n'arrête pas le geste de qui agit au même moment. */
export const estUneReponse = (genre: string): boolean => genre === 'reponse-par-courriel';

/** Un rappel que le service envoie de lui-même : il ne change rien à ce qui est permis. */
export function estUnRappelAutomatique({ auteur, genre }: { auteur: Auteur; genre: string }) {
  return auteur === 'systeme' && estUnRappel(genre);
}
