import { ajouterJoursOuvres } from '../../calendrier/regles/calendrier.ts';
import { finPrevue } from '../../frise/regles/projection.ts';
import { ajouterJours } from '../../socle/dates.ts';
import {
  attendre,
  attendreApres,
  clore,
  dans,
  jourDe,
  plusTard,
  redemander,
  sansCreneau,
  sansRendezVous,
  type Regles,
  type Transition,
} from './attentes.ts';
import type { Evenement, Genre } from './evenement.ts';
import { ACCUEIL, ACTIFS, AVANT, FINIS, PREPARATION, RENCONTRE, type Courant } from './etats.ts';
import {
  confirmerLesHeures,
  corrigerLesHeures,
  finNotee,
  heuresDeclarees,
} from './heures-comptees.ts';
import { ABSENCE, ABSENCE_RETIREE } from './absences.ts';
import { CONFIRMEE, RAPPORTEE, REPORT } from './transitions-rapport.ts';
import { contactNomme, joindre, NON_REMIS, sansPersonneAJoindre } from './transitions-remise.ts';

const autresCreneaux = (courant: Courant, evenement: Evenement, { delais }: Regles) =>
  redemander(courant, evenement, delais.nouveauxCreneaux);

/** La demande est close avant l'accueil, par quelqu'un ou par le service. */
const RETRAIT: Transition<'retrait' | 'dossier-muet'> = {
  de: [...AVANT, ...ACTIFS],
  vers: (courant, e) => ({ ...clore(e, 'retire'), ...sansCreneau(courant) }),
};

const TRANSITIONS: { [G in Genre]: Transition<G> } = {
  'mise-en-attente': {
    de: ['en-attente', 'a-verifier'],
    vers: (_, e) => attendre(e, 'en-attente', 'systeme', null),
  },
  'proposition-au-suivant': {
    de: ['en-attente'],
    vers: (_, e, { delais }) => attendre(e, 'proposee', 'tutrice', dans(e, delais.proposition)),
  },
  'proposition-expiree': { de: AVANT, vers: (_, e) => clore(e, 'retire') },
  'attente-close': { de: AVANT, vers: (_, e) => clore(e, 'retire') },
  'verification-demandee': {
    de: AVANT,
    vers: (_, e) => ({
      ...attendre(e, 'a-verifier', 'equipe', null),
      verification: e.donnees,
    }),
  },
  // Ce qui suit dit ce que la demande devient : elle part, prend rang, ou finit.
  'personne-connue': { de: ['a-verifier'], vers: () => ({}) },
  'personne-inconnue': { de: ['a-verifier'], vers: (_, e) => clore(e, 'retire') },
  'garde-finie': {
    de: ['a-verifier'],
    vers: ({ verification }) => ({
      verification: verification && { ...verification, gardeeJusquAu: null },
    }),
  },
  'verification-expiree': { de: ['a-verifier'], vers: (_, e) => clore(e, 'retire') },
  'interet-confirme': {
    de: AVANT,
    vers: (_, e, { delais }) => {
      const reponseLe = dans(e, delais.reponse);
      return {
        ...attendre(e, 'reponse-attendue', 'entreprise', reponseLe),
        jourJ: { le: jourDe(e), reponseLe, accueilLe: dans(e, delais.accueil) },
        heures: e.donnees.heures,
      };
    },
  },
  'entreprise-contactee': {
    de: ACTIFS,
    vers: ({ jourJ }, { donnees: { acheteurs, debutLe } }) => ({
      arbitre: acheteurs > 0 ? 'acheteur' : 'equipe',
      // Avant le jour où le jeune est disponible, l'entreprise n'est pas en retard.
      jourJ: jourJ && { ...jourJ, accueilLe: plusTard(jourJ.accueilLe, debutLe ?? '') },
    }),
  },
  ouvert: {
    de: ACTIFS,
    vers: (courant, e, regles) => {
      const { ouverts } = courant;
      const { role } = e.donnees;
      return ouverts.includes(role)
        ? null
        : { ...joindre(courant, e, regles), ouverts: [...ouverts, role] };
    },
  },
  'courriel-remis': {
    de: [...ACTIFS, 'bilan-a-faire'],
    vers: (courant, e, regles) => ({
      ...joindre(courant, e, regles),
      remis: [...courant.remis, e.donnees.role],
    }),
  },
  'courriel-non-remis': NON_REMIS,
  'creneaux-proposes': {
    de: [...RENCONTRE, 'refus-a-trancher'],
    vers: (courant, e, { delais }) => {
      const { creneaux } = e.donnees;
      // Passé le dernier créneau, il n'y a plus rien à choisir.
      const dernier = creneaux.map(({ debut }) => debut.slice(0, 10)).reduce(plusTard);
      const choix = dans(e, delais.choix);
      return {
        ...attendre(e, 'creneau-a-choisir', 'tutrice', dernier < choix ? dernier : choix),
        ...sansRendezVous(courant),
        creneaux,
      };
    },
  },
  'creneau-choisi': {
    de: ['creneau-a-choisir'],
    vers: ({ creneaux, versions }, e, { delais }) => {
      const { debut, minutes } = e.donnees;
      if (!creneaux.some((creneau) => creneau.debut === debut)) return null;
      const avantLe = ajouterJours(debut.slice(0, 10), delais.compteRendu);
      return {
        ...attendre(e, 'reunion-prevue', 'tutrice', avantLe),
        rendezVous: { debut, minutes, version: versions + 1 },
        versions: versions + 1,
        creneaux: [],
      };
    },
  },
  'creneaux-ecartes': { de: ['creneau-a-choisir', 'reunion-prevue'], vers: autresCreneaux },
  'reunion-tenue': {
    de: RENCONTRE,
    vers: (_, e, { delais }) => ({
      ...attendreApres(e, 'convention-a-signer', 'tutrice', dans(e, delais.convention)),
      creneaux: [],
    }),
  },
  'reunion-manquee': { de: ['reunion-prevue'], vers: autresCreneaux },
  report: REPORT,
  'contact-change': {
    de: [...ACTIFS, 'bilan-a-faire'],
    vers: (courant, e, regles) => {
      const { role } = e.donnees;
      const nomme = contactNomme(courant, e, regles);
      if (role === 'acheteur' || role === 'prescripteur') return { ...nomme, arbitre: 'acheteur' };
      const ouverts = courant.ouverts.filter((ouvert) => ouvert !== role);
      const leve = courant.etat === 'refus-a-trancher' && e.auteur !== 'entreprise';
      return {
        ...(leve ? redemander(courant, e, regles.delais.reponse) : {}),
        ...nomme,
        ouverts,
      };
    },
  },
  refus: {
    de: PREPARATION,
    vers: (courant, e, { delais }) => ({
      ...attendre(e, 'refus-a-trancher', courant.arbitre, dans(e, delais.refus)),
      ...sansCreneau(courant),
    }),
  },
  'reponse-rapportee': RAPPORTEE,
  'reponse-confirmee': CONFIRMEE,
  'refus-confirme': { de: ['refus-a-trancher'], vers: (_, e) => clore(e, 'refuse') },
  'convention-signee': {
    de: ['convention-a-signer'],
    vers: ({ jourJ }, e) =>
      attendreApres(e, 'accueil-a-commencer', 'entreprise', jourJ?.accueilLe ?? null),
  },
  'accueil-commence': {
    de: ['accueil-a-commencer'],
    vers: ({ heures }, e) => ({
      ...attendreApres(e, 'accueil-en-cours', 'entreprise', finPrevue(e.donnees.le, heures)),
      accueilDepuis: e.donnees.le,
    }),
  },
  'heures-declarees': {
    de: ACCUEIL,
    vers: ({ semaines }, { donnees: { lundi, heures } }) => ({
      semaines: { ...semaines, [lundi]: heures },
    }),
  },
  absence: ABSENCE,
  'absence-retiree': ABSENCE_RETIREE,
  interruption: {
    de: ['accueil-en-cours'],
    vers: (_, e, { delais }) => attendreApres(e, 'interrompu', 'tutrice', dans(e, delais.reprise)),
  },
  reprise: {
    de: ['interrompu'],
    vers: (courant, e) => {
      const fin = finPrevue(e.donnees.le, courant.heures - heuresDeclarees(courant));
      return attendreApres(e, 'accueil-en-cours', 'entreprise', fin);
    },
  },
  'accueil-termine': {
    de: ACTIFS,
    vers: (courant, e, { delais, calendrier }) => {
      const { le = jourDe(e) } = e.donnees;
      const avantLe = ajouterJoursOuvres(le, delais.justificatifsOuvres, calendrier);
      return {
        ...attendre(e, 'bilan-a-faire', 'tutrice', avantLe),
        ...sansCreneau(courant),
        dernierFait: { quoi: e.genre, le },
        fin: finNotee(e.donnees, le, dans(e, delais.confirmation)),
      };
    },
  },
  'heures-confirmees': { de: FINIS, vers: confirmerLesHeures },
  'heures-corrigees': { de: FINIS, vers: corrigerLesHeures },
  'bilan-fait': { de: ['bilan-a-faire'], vers: (_, e) => clore(e, 'termine') },
  retrait: RETRAIT,
  'dossier-muet': RETRAIT,
  relance: {
    de: [...ACTIFS, 'bilan-a-faire'],
    vers: (courant, e, { delais }) => {
      if (e.donnees.ancre !== null) return {};
      const leve =
        courant.etat === 'refus-a-trancher' ? redemander(courant, e, delais.reponse) : {};
      return { ...leve, derniereRelanceManuelle: e.le };
    },
  },
  'acheteur-alerte': { de: [...ACTIFS, 'bilan-a-faire'], vers: () => ({}) },
};

/** Ce que devient la demande après cet événement, ou null s'il n'a pas sa place ici. */
export function appliquer(courant: Courant, evenement: Evenement, regles: Regles): Courant | null {
  // Le genre choisit sa transition ; TypeScript ne suit pas ce lien à travers la table.
  const { de, vers } = TRANSITIONS[evenement.genre] as Transition<Genre>;
  const change = de.includes(courant.etat) ? vers(courant, evenement, regles) : null;
  return change && sansPersonneAJoindre({ ...courant, ...change }, evenement, regles);
}
