import { NOMS_DES_CONTACTS } from '../../suivi/regles/mots.ts';
import type { Suivi } from '../../suivi/regles/suivi.ts';
import { phraseDEvenement } from '../../suivi/regles/phrases-evenements.ts';
import type { CourrielNonRemis } from './tableau-lu.ts';

/* Sans zod : les tableaux chargent ces phrases dans le navigateur. */

/** La dernière action d'un dossier, en une phrase. */
export function derniereEnMots({ derniere }: Pick<Suivi, 'derniere'>): string {
  return derniere ? phraseDEvenement(derniere.evenement) : 'Aucune action';
}

/** Ce qu'était un courriel, d'après son gabarit. */
export function direCourriel(gabarit: string): string {
  return COURRIELS[gabarit] ?? 'Courriel du service';
}

const DESTINATAIRES: Record<CourrielNonRemis['role'], string> = {
  ...NOMS_DES_CONTACTS,
  tutrice: 'Le tuteur ou la tutrice',
  equipe: 'L’équipe CSF',
  coordination: 'La coordination',
  mlds: 'La coordination MLDS',
};

/** À qui allait un courriel, dont l'adresse n'est plus gardée. */
export const direDestinataire = (role: CourrielNonRemis['role']): string => DESTINATAIRES[role];

const REMISES: Record<CourrielNonRemis['quoi'], string> = {
  'non-remis': 'refusé',
  plainte: 'classé comme indésirable',
  retarde: 'en retard depuis',
};

/** Ce qu'est devenu un courriel : « refusé », « en retard depuis ». */
export const direLaRemise = (quoi: CourrielNonRemis['quoi']): string => REMISES[quoi];

const COURRIELS: Record<string, string> = {
  'confirmer-interet': 'Confirmation d’une demande',
  'liste-d-attente': 'Rang dans la liste d’attente',
  'parcours-libere': 'Parcours libéré',
  'interet-entreprise': 'Demande de rendez-vous à l’entreprise',
  'interet-copie': 'Copie de la demande à l’acheteur',
  'interet-equipe': 'Copie de la demande à l’équipe',
  'interet-confirme': 'Demande confirmée',
  'message-equipe': 'Message reçu',
  'message-recu': 'Accusé de réception d’un message',
  'confirmer-contacts': 'Contacts à confirmer',
  'contacts-confirmes': 'Contacts confirmés',
  'declaration-equipe': 'Déclaration à valider',
  'declaration-recue': 'Accusé de réception d’une déclaration',
  'declaration-validee': 'Déclaration validée',
  'declaration-refusee': 'Déclaration refusée',
  'contact-designe': 'Nouveau contact prévenu',
  'contact-remplace': 'Ancien contact prévenu',
  'suivi-nouvelle': 'Nouvelle du suivi',
  'suivi-rendez-vous': 'Invitation à la réunion',
  'suivi-relance': 'Relance',
  'suivi-liens': 'Liens personnels',
};

/** Pourquoi un courriel n'est pas arrivé, d'après le code gardé par la boîte d'envoi. */
export function direErreurDEnvoi(erreur: string | null): string {
  return erreur === null ? 'Raison inconnue' : `Raison donnée par l’envoi : ${erreur}`;
}
