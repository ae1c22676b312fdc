import type { Calendrier } from '../../calendrier/regles/calendrier.ts';
import { ecartJours, jourAParis, plusTard } from '../../socle/dates.ts';
import type { DelaisDeSuivi } from './delais.ts';
import type { Evenement } from './evenement.ts';
import { estUneRemise, estUnRappel, type Auteur } from './mots.ts';
import { AU_DEBUT, FINS, type Courant, type EtatDeSuivi } from './etats.ts';
import { compterLeSilence } from '../../relances/regles/sommeil.ts';
import { absencesDeSuite } from '../../absences/regles/absences.ts';
import { appliquer } from './transitions.ts';

/** Ce qui est attendu, et de qui. `null` : la demande est close. */
export type ProchaineAction = {
  qui: Auteur;
  /** Ce qui est attendu, le même mot que l'état. */
  quoi: EtatDeSuivi;
  /** Date limite (AAAA-MM-JJ) : ce jour-là le délai est atteint ; null sans délai. */
  avantLe: string | null;
  /** Jours calendaires passés depuis `avantLe` ; 0 tant que ce n'est pas dépassé. */
  retardJours: number;
};

/** Ce que l'on montre d'une demande : ce que le journal en dit, et ce que le jour présent y ajoute. */
export type Suivi = Omit<
  Courant,
  'qui' | 'avantLe' | 'versions' | 'arbitre' | 'avantReponse' | 'avantDepart' | 'aProposeUnDebut'
> & {
  /** Le dernier geste (ni un rappel, ni l'arrivée d'un courriel), et le nombre de jours passés ; null pour un journal vide. */
  derniere: { evenement: Evenement; ilYA: number } | null;
  prochaine: ProchaineAction | null;
  /** Vrai passé le délai de réponse : un report demande l'accord de la tutrice. */
  reportAAccorder: boolean;
  /** Un contact actuel de l'entreprise a ouvert la page. */
  ouvert: boolean;
  /** Jours ouvrés de suite où le jeune n'est pas venu, jusqu'à aujourd'hui ou au dernier jour ouvré. */
  absencesDeSuite: number;
};

/** Le journal dans l'ordre où il a été écrit ; un même rang ne compte qu'une fois. */
function dansLOrdre(evenements: readonly Evenement[]): Evenement[] {
  const parRang = new Map(evenements.map((evenement) => [evenement.id, evenement]));
  return [...parRang.values()].sort((a, b) => a.id - b.id);
}

/**
 * Où en est une demande, qui a agi en dernier, qui doit agir et avant quand. Un événement qui n'a pas sa place dans
 * l'état du moment est ignoré : le journal ne se réécrit pas.
 * @param evenements le journal de la demande, dans n'importe quel ordre
 * @param instant l'heure qu'il est
 */
export function suivre(
  evenements: readonly Evenement[],
  instant: Date,
  delais: DelaisDeSuivi,
  calendrier: Calendrier,
): Suivi {
  const regles = { delais, calendrier };
  let courant: Courant = AU_DEBUT;
  let dernier: Evenement | null = null;
  let heure = '';
  for (const evenement of dansLOrdre(evenements)) {
    // Une horloge qui aurait reculé ne fait pas reculer les délais.
    const le = Date.parse(evenement.le) < Date.parse(heure) ? heure : evenement.le;
    const date = { ...evenement, le };
    const suivant = appliquer(courant, date, regles);
    if (!suivant) continue;
    heure = le;
    courant = compterLeSilence(suivant, date);
    if (!estUnRappel(evenement.genre) && !estUneRemise(evenement.genre)) dernier = evenement;
  }
  return suiviDe(courant, dernier, jourAParis(instant), calendrier);
}

/** On attend qu'elle réponde, ou donne suite à ce que l'on a rapporté d'elle : son délai court. */
const attendSaReponse = ({ etat, rapportee }: Courant) =>
  etat === 'reponse-attendue' || (etat === 'reporte' && rapportee !== null);

function suiviDe(
  courant: Courant,
  dernier: Evenement | null,
  jour: string,
  calendrier: Calendrier,
): Suivi {
  const { qui, avantLe, versions, arbitre, avantReponse, avantDepart, aProposeUnDebut, ...montre } =
    courant;
  const reponseLe = plusTard(
    courant.jourJ?.reponseLe ?? jour,
    attendSaReponse(courant) ? (avantLe ?? '') : '',
  );
  const depuisLe = (date: string) => Math.max(0, ecartJours(date, jour));
  return {
    ...montre,
    derniere: dernier && {
      evenement: dernier,
      ilYA: depuisLe(jourAParis(new Date(dernier.le))),
    },
    prochaine: FINS.includes(courant.etat)
      ? null
      : {
          qui,
          quoi: courant.etat,
          avantLe,
          retardJours: avantLe === null ? 0 : depuisLe(avantLe),
        },
    reportAAccorder: jour > reponseLe,
    ouvert: courant.ouverts.length > 0,
    absencesDeSuite: absencesDeSuite(courant.absences, jour, calendrier),
  };
}
