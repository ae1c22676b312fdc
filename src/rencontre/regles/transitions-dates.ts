import { jourOuvreDes } from '../../calendrier/regles/calendrier.ts';
import { ajouterJours, plusTard } from '../../socle/dates.ts';
import {
  attendre,
  dansOuvre,
  redemander,
  sansCreneau,
  sansRendezVous,
  type Regles,
  type Transition,
} from '../../suivi/regles/attentes.ts';
import {
  PREPARATION,
  RENCONTRE,
  type Courant,
  type EtatDeSuivi,
} from '../../suivi/regles/etats.ts';
import type { Evenement, EvenementDe } from '../../suivi/regles/evenement.ts';
import type { Creneau } from './creneau.ts';

/* Les dates sur lesquelles l'entreprise et la tutrice s'accordent : une rencontre, un report, un début d'accueil plus tardif. */

/** Le délai demandé passé l'échéance n'a plus d'objet : l'entreprise a répondu autre chose. */
export const sansReportDemande = ({ aAccepter }: Courant): Partial<Courant> =>
  aAccepter?.quoi === 'report' ? { aAccepter: null } : {};

/** Un rendez-vous posé, choisi ou rapporté : quelques jours après, la tutrice dit si la réunion a eu lieu. */
export function fixerLeRendezVous(
  { versions }: Courant,
  evenement: Evenement,
  { debut, minutes }: Creneau,
  { delais, calendrier }: Regles,
): Partial<Courant> {
  const version = versions + 1;
  const compteRenduLe = ajouterJours(debut.slice(0, 10), delais.compteRendu);
  return {
    ...attendre(evenement, 'reunion-prevue', 'tutrice', jourOuvreDes(compteRenduLe, calendrier)),
    rendezVous: { debut, minutes, version },
    versions: version,
    creneaux: [],
  };
}

export const CRENEAUX_PROPOSES: Transition<'creneaux-proposes'> = {
  de: [...RENCONTRE, 'refus-a-trancher'],
  vers: (courant, e, regles) => {
    const { creneaux } = e.donnees;
    // Passé le dernier créneau, il n'y a plus rien à choisir.
    const dernier = creneaux.map(({ debut }) => debut.slice(0, 10)).reduce(plusTard);
    const choix = dansOuvre(e, regles.delais.choix, regles);
    return {
      ...attendre(e, 'creneau-a-choisir', 'tutrice', dernier < choix ? dernier : choix),
      ...sansRendezVous(courant),
      ...sansReportDemande(courant),
      creneaux,
    };
  },
};

export const CRENEAU_CHOISI: Transition<'creneau-choisi'> = {
  de: ['creneau-a-choisir'],
  vers: (courant, e, regles) =>
    courant.creneaux.some(({ debut }) => debut === e.donnees.debut)
      ? fixerLeRendezVous(courant, e, e.donnees, regles)
      : null,
};

/** Où une réponse peut encore être reportée. */
export const REPORTABLES: readonly EtatDeSuivi[] = [
  'reponse-attendue',
  'reponse-recue',
  'creneau-a-choisir',
  'reunion-prevue',
];

/** Un report ne s'enchaîne pas au premier ; il corrige celui, ou l'appel, que quelqu'un d'autre a noté. */
const seReporte = ({ etat, rapportee }: Courant) =>
  REPORTABLES.includes(etat) || (etat === 'reporte' && rapportee?.confirmee === false);

const reporter = (
  courant: Courant,
  evenement: EvenementDe<'report'> | EvenementDe<'date-acceptee'>,
  jusquAu: string,
): Partial<Courant> => ({
  ...attendre(evenement, 'reporte', 'entreprise', jusquAu),
  ...sansCreneau(courant),
});

export const REPORT: Transition<'report'> = {
  de: [...REPORTABLES, 'reporte'],
  vers: (courant, e) => (seReporte(courant) ? reporter(courant, e, e.donnees.jusquAu) : null),
};

export const REPORT_DEMANDE: Transition<'report-demande'> = {
  de: [...REPORTABLES, 'reporte'],
  vers: (courant, { donnees }) =>
    seReporte(courant) ? { aAccepter: { quoi: 'report', date: donnees.jusquAu } } : null,
};

/**
 * Proposer un début, c'est répondre : la première fois, l'entreprise a le temps de proposer aussi des créneaux. Une seule
 * fois : sans cela, une date après l'autre repousserait la rencontre sans fin.
 */
function tempsDeProposer(courant: Courant, e: EvenementDe<'debut-propose'>, regles: Regles) {
  if (courant.etat !== 'reponse-attendue' || courant.aProposeUnDebut) return {};
  const { nouveauxCreneaux } = regles.delais;
  const avantLe = plusTard(courant.avantLe ?? '', dansOuvre(e, nouveauxCreneaux, regles));
  return { ...redemander(courant, e, nouveauxCreneaux), avantLe };
}

export const DEBUT_PROPOSE: Transition<'debut-propose'> = {
  de: PREPARATION,
  vers: (courant, e, regles) => ({
    ...tempsDeProposer(courant, e, regles),
    aAccepter: { quoi: 'debut', date: e.donnees.aPartirDu },
    aProposeUnDebut: true,
  }),
};

export const DATE_ACCEPTEE: Transition<'date-acceptee'> = {
  de: PREPARATION,
  vers: (courant, e) => {
    const { quoi, date } = e.donnees;
    const { aAccepter, jourJ, etat } = courant;
    if (aAccepter?.quoi !== quoi || aAccepter.date !== date) return null;
    if (quoi === 'report')
      return seReporte(courant)
        ? { ...reporter(courant, e, date), aAccepter: null }
        : { aAccepter: null };
    return {
      aAccepter: null,
      jourJ: jourJ && { ...jourJ, accueilLe: date },
      ...(etat === 'accueil-a-commencer' ? attendre(e, etat, 'entreprise', date) : {}),
    };
  },
};

export const DATE_ECARTEE: Transition<'date-ecartee'> = {
  de: PREPARATION,
  vers: ({ aAccepter }, { donnees: { quoi, date } }) =>
    aAccepter?.quoi === quoi && aAccepter.date === date ? { aAccepter: null } : null,
};

/** Une date proposée n'attend plus de réponse quand la suite l'a dépassée : des créneaux, un refus, l'accueil commencé. */
export function sansDateDepassee(courant: Courant): Courant {
  const { aAccepter, etat } = courant;
  if (aAccepter === null) return courant;
  const encore = aAccepter.quoi === 'report' ? seReporte(courant) : PREPARATION.includes(etat);
  return encore ? courant : { ...courant, aAccepter: null };
}
