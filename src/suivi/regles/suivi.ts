import type { Calendrier } from '../../calendrier/regles/calendrier.ts';
import { ecartJours, jourAParis } from '../../socle/dates.ts';
import type { Creneau, Evenement } from './evenement.ts';
import { estUnRappel, type Auteur } from './mots.ts';
import { AU_DEBUT, FINS, type Courant } from './etats.ts';
import { appliquer } from './transitions.ts';

/** Où en est une demande. Les trois derniers sont des fins. */
export const ETATS_DE_SUIVI = [
  'en-attente',
  'proposee',
  'reponse-attendue',
  'reporte',
  'refus-a-trancher',
  'creneau-a-choisir',
  'reunion-prevue',
  'convention-a-signer',
  'accueil-a-commencer',
  'accueil-en-cours',
  'interrompu',
  'bilan-a-faire',
  'termine',
  'refuse',
  'retire',
] as const;
export type EtatDeSuivi = (typeof ETATS_DE_SUIVI)[number];

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
  /** Trancher un refus. */
  refus: number;
  /** Reprendre ou terminer un accueil interrompu. */
  reprise: number;
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

export type Suivi = {
  etat: EtatDeSuivi;
  /** Le dernier événement qui n'est pas un rappel, et le nombre de jours passés ; null pour un journal vide. */
  derniere: { evenement: Evenement; ilYA: number } | null;
  prochaine: ProchaineAction | null;
  /** L'événement depuis lequel on attend : l'ancre des rappels. */
  ancre: number;
  /** Jour de l'ancre (AAAA-MM-JJ), vide pour un journal vide. */
  depuis: string;
  /** Jour J et ses deux échéances, dès que la demande est active. */
  jourJ: { le: string; reponseLe: string; accueilLe: string } | null;
  /** Un contact actuel de l'entreprise a ouvert la page. */
  ouvert: boolean;
  /** Contacts qui l'ont ouverte. */
  ouverts: readonly string[];
  creneaux: readonly Creneau[];
  /** Le rendez-vous choisi ; `version` grandit à chaque changement (SEQUENCE d'iCalendar). */
  rendezVous: (Creneau & { version: number }) | null;
  accueilDepuis: string | null;
  /** Heures demandées. */
  heures: number;
  /** Heures déclarées, par lundi de semaine. */
  semaines: Readonly<Record<string, number>>;
  /** Dernier rappel envoyé à la main (instant ISO), ou null. */
  derniereRelanceManuelle: string | null;
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
    const suivant = appliquer(courant, { ...evenement, le }, regles);
    if (!suivant) continue;
    heure = le;
    courant = suivant;
    if (!estUnRappel(evenement.genre)) dernier = evenement;
  }
  return suiviDe(courant, dernier, jourAParis(instant));
}

function suiviDe(courant: Courant, dernier: Evenement | null, jour: string): Suivi {
  const { qui, avantLe, ouverts } = courant;
  const depuisLe = (date: string) => Math.max(0, ecartJours(date, jour));
  return {
    etat: courant.etat,
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
    ancre: courant.ancre,
    depuis: courant.depuis,
    jourJ: courant.jourJ,
    ouvert: ouverts.length > 0,
    ouverts,
    creneaux: courant.creneaux,
    rendezVous: courant.rendezVous,
    accueilDepuis: courant.accueilDepuis,
    heures: courant.heures,
    semaines: courant.semaines,
    derniereRelanceManuelle: courant.derniereRelanceManuelle,
  };
}
