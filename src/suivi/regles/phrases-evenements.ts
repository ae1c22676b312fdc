import type { Verificateur } from '../../demande/regles/verification.ts';
import { PHRASES_DES_DATES, raison } from '../../rencontre/regles/phrases-dates.ts';
import { PHRASES_DU_RELAIS } from '../../relais/regles/phrases-relais.ts';
import { direConfirmation, direLaReponse } from '../../reponses/regles/rapportee.ts';
import { enFrancais } from '../../socle/dates.ts';
import { majuscule, minuscule } from '../../socle/texte.ts';
import type { DonneesDe, Evenement, EvenementDe, Genre } from './evenement.ts';
import {
  ABSENTS,
  MOTIFS_DE_REFUS,
  MOTIFS_D_INTERRUPTION,
  NOMS_DES_CONTACTS,
  roleDuLien,
  SUITES,
} from './mots.ts';
import {
  A_QUI,
  A_QUI_ALLAIT,
  direHeures,
  direMoment,
  leMoment,
  NOMS_DES_AUTEURS,
} from './phrases.ts';

/* Une phrase par genre. Le service les dit avec le dossier : la page n'a pas à les porter toutes. */

const leJour = (jour: string) => `le ${enFrancais(jour)}`;

const QUI_VERIFIE: Record<Verificateur, string> = {
  coordination: 'La coordination de l’académie',
  equipe: 'L’équipe CSF',
};

const PHRASES: { [G in Genre]: (evenement: EvenementDe<G>, qui: string) => string } = {
  'mise-en-attente': ({ donnees: { rang } }) =>
    `La demande prend rang : ${rang} sur la liste d’attente`,
  'proposition-au-suivant': () => 'Le parcours s’est libéré : il est proposé à cette demande',
  'proposition-expiree': () => 'Le parcours proposé n’a pas été accepté à temps',
  'attente-close': () => 'Ce parcours n’accueille plus de jeune : l’attente est close',
  'verification-demandee': ({ donnees: { par } }) =>
    `${QUI_VERIFIE[par]} doit dire si elle connaît la personne qui demande`,
  'personne-connue': ({ donnees: { par } }) =>
    `${QUI_VERIFIE[par]} connaît la personne qui demande`,
  'personne-inconnue': ({ donnees: { par } }) =>
    `${QUI_VERIFIE[par]} ne connaît pas la personne qui demande : la demande est close`,
  'garde-finie': () => 'Le parcours n’est plus gardé ; la vérification continue',
  'verification-expiree': () =>
    'La vérification de l’adresse est restée sans réponse : la demande est close',
  'interet-confirme': (_, qui) => `${qui} a confirmé son intérêt`,
  'entreprise-contactee': ({ donnees: { entreprises, acheteurs } }) =>
    contactees(entreprises, acheteurs),
  'courriel-remis': ({ donnees: { role } }) => `Le courriel est arrivé ${A_QUI_ALLAIT[role]}`,
  'courriel-non-remis': ({ donnees: { role, raison: pourquoi } }) =>
    pourquoi === 'plainte'
      ? `Nos courriels n’arrivent plus ${A_QUI_ALLAIT[role]} (classés indésirables)`
      : `Le courriel n’est pas arrivé ${A_QUI_ALLAIT[role]}`,
  'reponse-par-courriel': ({ donnees: { role, autre } }) =>
    `${majuscule(NOMS_DES_AUTEURS[roleDuLien(role)])} a répondu par courriel${autre ? ', d’une autre adresse' : ''}`,
  'absence-signalee': ({ donnees: { role } }) =>
    `Une réponse automatique signale sans doute une absence : ${minuscule(role === 'tutrice' ? NOMS_DES_AUTEURS.tutrice : NOMS_DES_CONTACTS[role])}`,
  'reponse-confirmee': (_, qui) => `${qui} a lu la réponse de l’entreprise`,
  'reponse-ecartee': (_, qui) => `${qui} dit que ce courriel n’était pas une réponse`,
  'reponse-rapportee': ({ auteur, donnees }) => direLaReponse(auteur, donnees, direMoment),
  'rapport-confirme': ({ donnees }, qui) => `${qui} ${direConfirmation(donnees)}`,
  ouvert: () => 'L’entreprise a ouvert la demande',
  'creneaux-proposes': ({ donnees: { creneaux } }, qui) =>
    `${qui} a proposé ${creneaux.length > 1 ? `${creneaux.length} créneaux` : 'un créneau'}`,
  'creneau-choisi': ({ donnees }, qui) => `${qui} a choisi ${leMoment(donnees.debut)}`,
  'creneaux-ecartes': (_, qui) => `${qui} a demandé d’autres créneaux`,
  'reunion-tenue': ({ donnees: { le } }) => `La réunion de présentation a eu lieu ${leJour(le)}`,
  'reunion-manquee': ({ donnees: { absent } }) =>
    `La réunion de présentation n’a pas eu lieu${raison(ABSENTS[absent])}`,
  ...PHRASES_DES_DATES,
  'contact-change': ({ donnees: { role } }) =>
    `${NOMS_DES_CONTACTS[role]}${role === 'entreprise-1' ? ',' : ''} a changé`,
  ...PHRASES_DU_RELAIS,
  refus: ({ donnees: { motif } }, qui) => `${qui} a refusé${raison(MOTIFS_DE_REFUS[motif])}`,
  'refus-confirme': (_, qui) => `${qui} a confirmé le refus`,
  'convention-signee': ({ donnees: { le } }) => `La convention a été signée ${leJour(le)}`,
  'accueil-commence': ({ donnees: { le } }) => `L’accueil a commencé ${leJour(le)}`,
  'heures-declarees': ({ donnees: { lundi, heures } }, qui) =>
    `${qui} a déclaré ${direHeures(heures)} pour la semaine du ${enFrancais(lundi)}`,
  'jeune-absent': ({ donnees: { le } }, qui) => `${qui} a signalé le jeune absent ${leJour(le)}`,
  'absence-retiree': ({ donnees: { le } }, qui) =>
    `${qui} a retiré l’absence du ${enFrancais(le)} : c’était une erreur`,
  interruption: ({ donnees: { le, motif } }) =>
    `L’accueil a été interrompu ${leJour(le)}${raison(MOTIFS_D_INTERRUPTION[motif])}`,
  reprise: ({ donnees: { le } }) => `L’accueil a repris ${leJour(le)}`,
  'accueil-termine': ({ donnees }) => {
    const le = donnees.le === undefined ? '' : ` ${leJour(donnees.le)}`;
    return `L’accueil s’est terminé${le} : ${heuresDeLaFin(donnees)}`;
  },
  'heures-confirmees': ({ auteur, donnees: { heures } }, qui) =>
    auteur === 'systeme'
      ? `Sans réponse de l’entreprise, ${direHeures(heures)} faites sont comptées`
      : `${qui} a confirmé ${direHeures(heures)} faites`,
  'heures-corrigees': ({ donnees: { heures, auLieuDe } }, qui) =>
    `${qui} a corrigé les heures comptées : ${direHeures(heures)} au lieu de ${direHeures(auLieuDe)}`,
  'bilan-fait': ({ donnees: { le, suite } }) =>
    `Le bilan croisé a été fait ${leJour(le)} (suite : ${minuscule(SUITES[suite])})`,
  retrait: (_, qui) => `${qui} a retiré la demande`,
  'dossier-muet': ({ donnees: { mois } }) =>
    `Sans nouvelle depuis ${mois} mois, la demande est close`,
  'actualite-demandee': (_, qui) => `${qui} a demandé si c’est toujours d’actualité`,
  'toujours-d-actualite': (_, qui) => `${qui} a dit que c’est toujours d’actualité`,
  'demande-endormie': () => 'Sans réponse du tuteur ou de la tutrice, la demande est close',
  relance: ({ donnees: { a, ancre } }, qui) =>
    ancre === null ? `${qui} a relancé l’entreprise` : `Rappel envoyé ${A_QUI[a]}`,
  'acheteur-alerte': () => 'L’acheteur a été alerté : le délai n’est pas tenu',
};

/** Les heures dites à la fin, et celles qui comptent quand ce ne sont pas les mêmes. */
function heuresDeLaFin({ heures, comptees }: DonneesDe<'accueil-termine'>): string {
  const faites = `${direHeures(heures)} faites`;
  if (comptees === undefined) return faites;
  const suite =
    comptees < heures
      ? 'à confirmer par l’entreprise'
      : `${direHeures(comptees)} déclarées par l’entreprise`;
  return `${faites} selon le tuteur ou la tutrice, ${suite}`;
}

function contactees(entreprises: number, acheteurs: number): string {
  if (entreprises === 0) return 'Aucun contact dans l’entreprise : l’équipe CSF est prévenue';
  // Envoyé, rien de plus : ce qui arrive, ou non, a son propre événement.
  const entreprise =
    entreprises > 1 ? `à l’entreprise (${entreprises} personnes)` : 'à l’entreprise';
  return `La demande est envoyée ${entreprise}${acheteurs > 0 ? ' et à l’acheteur' : ''}`;
}

/** Un événement en une phrase, sans point final : « L'entreprise a proposé 2 créneaux ». */
export function phraseDEvenement(evenement: Evenement): string {
  // Le genre choisit sa phrase ; TypeScript ne suit pas ce lien à travers la table.
  const dire = PHRASES[evenement.genre] as (evenement: Evenement, qui: string) => string;
  return dire(evenement, majuscule(NOMS_DES_AUTEURS[evenement.auteur]));
}
