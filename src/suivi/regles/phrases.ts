import { enFrancais } from '../../socle/dates.ts';
import type { Creneau } from '../../rencontre/regles/creneau.ts';
import type { Auteur, RoleDeSuivi, RoleEcrit } from './mots.ts';
import type { FinDAccueil } from './etats.ts';
import { FINS_DU_SERVICE, MOTS_DES_ETATS } from './etats-mots.ts';
import { decompteDe } from '../../heures/regles/heures-comptees.ts';
import { direSelon, ditDeLaRapportee } from '../../reponses/regles/rapportee.ts';
import type { Suivi } from './suivi.ts';

/* Sans zod : la page, les courriels et les tableaux disent la même chose avec ces phrases. */

/** Chacun, tel qu'on le nomme dans une phrase. */
export const NOMS_DES_AUTEURS: Record<Auteur, string> = {
  tutrice: 'le tuteur ou la tutrice',
  entreprise: 'l’entreprise',
  acheteur: 'l’acheteur',
  equipe: 'l’équipe CSF',
  systeme: 'le service',
};

/* La personne contactée a dit que ce n'était plus elle : nos courriels, eux, arrivaient. */
const SANS_CONTACT = {
  aVous: 'la personne contactée dit que ce n’est plus elle, nommez un autre contact',
  attend: 'la personne contactée dit que ce n’est plus elle, un autre contact est à nommer',
};

/** « C’est à vous : choisissez un créneau », « En attente de l'entreprise : … », sans point final. */
export function phraseDuTour(
  {
    etat,
    prochaine,
    derniere,
    rendezVous,
    verification,
    partis,
    rapportee,
  }: Pick<
    Suivi,
    'etat' | 'prochaine' | 'derniere' | 'rendezVous' | 'verification' | 'partis' | 'rapportee'
  >,
  role: RoleDeSuivi,
): string {
  const motsDeLEtat =
    etat === 'contact-a-nommer' && partis.length > 0 ? SANS_CONTACT : MOTS_DES_ETATS[etat].dit;
  const dit = ditDeLaRapportee(etat, rapportee) ?? motsDeLEtat;
  if (typeof dit === 'string')
    return (derniere && FINS_DU_SERVICE[derniere.evenement.genre]) ?? dit;
  if (prochaine === null || prochaine.qui === 'systeme')
    return `En liste d’attente : ${dit.attend}`;
  if (etat === 'a-verifier' && verification?.par === 'coordination')
    return `En attente de la coordination de l’académie : ${dit.attend}`;
  if (prochaine.qui === role) return `C’est à vous : ${dit.aVous}`;
  const selon = direSelon(rapportee);
  const moment =
    etat === 'reunion-prevue' && rendezVous
      ? ` ${leMoment(rendezVous.debut)}${selon && `, ${selon}`}`
      : '';
  return `En attente ${de(NOMS_DES_AUTEURS[prochaine.qui])} : ${dit.attend}${moment}`;
}

/** « de l'entreprise », « du tuteur ou de la tutrice ». */
function de(nom: string): string {
  return nom === NOMS_DES_AUTEURS.tutrice ? 'du tuteur ou de la tutrice' : `de ${nom}`;
}

/** « jeudi 14 janvier 2027 à 10 h 30 », d'un moment à l'heure de Paris. */
export function direMoment(debut: string): string {
  const [jour = '', heure = ''] = debut.split('T');
  const [heures = '', minutes = ''] = heure.split(':');
  const fin = minutes === '00' ? '' : ` ${minutes}`;
  return `${enFrancais(jour, { jourDeSemaine: true })} à ${Number(heures)} h${fin}`;
}

export const leMoment = (debut: string) => `le ${direMoment(debut)}`;

/** « 1 h », « 1 h 30 », « 45 minutes ». */
export function direDuree(minutes: number): string {
  const heures = Math.floor(minutes / 60);
  if (heures === 0) return `${minutes} minutes`;
  return minutes % 60 === 0
    ? `${heures} h`
    : `${heures} h ${String(minutes % 60).padStart(2, '0')}`;
}

const NOMBRE_DIT = new Intl.NumberFormat('fr-FR');

/** « 35 h », « 17,5 h ». */
export const direHeures = (heures: number): string => `${NOMBRE_DIT.format(heures)} h`;

/** « 35 h », « 18 h, et 52 h à confirmer » : ce qu'un accueil retire au parcours, en ce moment. */
export function direDecompte(fin: FinDAccueil): string {
  const { heures, aConfirmer } = decompteDe(fin);
  return aConfirmer === 0
    ? direHeures(heures)
    : `${direHeures(heures)}, et ${direHeures(aConfirmer)} à confirmer`;
}

/** « jeudi 14 janvier 2027 à 10 h 30 (1 h) ». */
export const direCreneau = ({ debut, minutes }: Creneau): string =>
  `${direMoment(debut)} (${direDuree(minutes)})`;

export const A_QUI = {
  tutrice: 'au tuteur ou à la tutrice',
  entreprise: 'à l’entreprise',
  acheteur: 'à l’acheteur',
  equipe: 'à l’équipe CSF',
} as const;

/** À qui allait un courriel : un contact de l'entreprise se distingue de l'autre. */
export const A_QUI_ALLAIT: Record<RoleEcrit, string> = {
  tutrice: A_QUI.tutrice,
  'entreprise-1': 'au contact du marché dans l’entreprise',
  'entreprise-2': 'au tuteur entreprise',
  acheteur: A_QUI.acheteur,
  prescripteur: 'au prescripteur du marché',
};
