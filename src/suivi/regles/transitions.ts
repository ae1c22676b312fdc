import { plusTard } from '../../socle/dates.ts';
import {
  attendre,
  attendreApres,
  clore,
  dans,
  dansOuvre,
  jourDe,
  redemander,
  sansCreneau,
  type Regles,
  type Transition,
} from './attentes.ts';
import type { Evenement, Genre } from './evenement.ts';
import { ACTIFS, AVANT, DORMANTS, PREPARATION, RENCONTRE, type Courant } from './etats.ts';
import { TRANSITIONS_DE_L_ACCUEIL } from '../../heures/regles/transitions-accueil.ts';
import {
  CRENEAU_CHOISI,
  CRENEAUX_PROPOSES,
  DATE_ACCEPTEE,
  DATE_ECARTEE,
  DEBUT_PROPOSE,
  REPORT,
  REPORT_DEMANDE,
  sansDateDepassee,
} from '../../rencontre/regles/transitions-dates.ts';
import { RAPPORT_CONFIRME, RAPPORTEE } from '../../reponses/regles/transitions-rapport.ts';
import { VERIFICATION } from '../../demande/regles/transitions-verification.ts';
import { ceder, CONTACT_PARTI, CONTACT_REVENU } from '../../relais/regles/transitions-relais.ts';
import { contactNomme, joindre, NON_REMIS, sansPersonneAJoindre } from './transitions-remise.ts';
import {
  repondAutrement,
  REPONSE_CONFIRMEE,
  REPONSE_ECARTEE,
  REPONSE_PAR_COURRIEL,
} from '../../reponses/regles/transitions-reponse.ts';

const autresCreneaux = (courant: Courant, evenement: Evenement, regles: Regles) => {
  const { nouveauxCreneaux } = regles.delais;
  const avantLe = dansOuvre(evenement, nouveauxCreneaux, regles);
  return { ...redemander(courant, evenement, nouveauxCreneaux), avantLe };
};

/** La demande est close avant l'accueil, par quelqu'un ou par le service. */
const RETRAIT: Transition<'retrait' | 'dossier-muet' | 'demande-endormie'> = {
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
  ...VERIFICATION,
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
      return ouverts.includes(role) || courant.partis.includes(role)
        ? null
        : {
            ...joindre(courant, e, regles),
            ouverts: [...ouverts, role],
            cedes: courant.cedes.filter((cede) => cede !== role),
          };
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
  'reponse-par-courriel': REPONSE_PAR_COURRIEL,
  'absence-signalee': { de: [...ACTIFS, 'bilan-a-faire'], vers: () => ({}) },
  'reponse-confirmee': REPONSE_CONFIRMEE,
  'reponse-ecartee': REPONSE_ECARTEE,
  'creneaux-proposes': CRENEAUX_PROPOSES,
  'creneau-choisi': CRENEAU_CHOISI,
  'creneaux-ecartes': { de: ['creneau-a-choisir', 'reunion-prevue'], vers: autresCreneaux },
  'reunion-tenue': {
    de: RENCONTRE,
    vers: (_, e, regles) => ({
      ...attendreApres(
        e,
        'convention-a-signer',
        'tutrice',
        dansOuvre(e, regles.delais.convention, regles),
      ),
      creneaux: [],
    }),
  },
  'reunion-manquee': { de: ['reunion-prevue'], vers: autresCreneaux },
  report: REPORT,
  'report-demande': REPORT_DEMANDE,
  'debut-propose': DEBUT_PROPOSE,
  'date-acceptee': DATE_ACCEPTEE,
  'date-ecartee': DATE_ECARTEE,
  'contact-change': {
    de: [...ACTIFS, 'bilan-a-faire'],
    vers: (courant, e, regles) => {
      const { role } = e.donnees;
      const nomme = contactNomme(courant, e, regles);
      if (role === 'acheteur' || role === 'prescripteur') return { ...nomme, arbitre: 'acheteur' };
      const ouverts = courant.ouverts.filter((ouvert) => ouvert !== role);
      const leve =
        repondAutrement(courant) ||
        (courant.etat === 'refus-a-trancher' && e.auteur !== 'entreprise');
      return {
        ...(leve ? redemander(courant, e, regles.delais.reponse) : {}),
        ...nomme,
        ...ceder(courant, e),
        ouverts,
      };
    },
  },
  'contact-parti': CONTACT_PARTI,
  'contact-revenu': CONTACT_REVENU,
  refus: {
    de: PREPARATION,
    vers: (courant, e, regles) => ({
      ...attendre(
        e,
        'refus-a-trancher',
        courant.arbitre,
        dansOuvre(e, regles.delais.refus, regles),
      ),
      ...sansCreneau(courant),
    }),
  },
  'reponse-rapportee': RAPPORTEE,
  'rapport-confirme': RAPPORT_CONFIRME,
  'refus-confirme': { de: ['refus-a-trancher'], vers: (_, e) => clore(e, 'refuse') },
  'convention-signee': {
    de: ['convention-a-signer'],
    vers: ({ jourJ }, e) =>
      attendreApres(e, 'accueil-a-commencer', 'entreprise', jourJ?.accueilLe ?? null),
  },
  ...TRANSITIONS_DE_L_ACCUEIL,
  'bilan-fait': { de: ['bilan-a-faire'], vers: (_, e) => clore(e, 'termine') },
  retrait: RETRAIT,
  'dossier-muet': RETRAIT,
  'demande-endormie': RETRAIT,
  'actualite-demandee': { de: DORMANTS, vers: (_, e) => ({ closeLe: e.donnees.closeLe }) },
  'toujours-d-actualite': { de: DORMANTS, vers: () => ({}) },
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
  return (
    change && sansPersonneAJoindre(sansDateDepassee({ ...courant, ...change }), evenement, regles)
  );
}
