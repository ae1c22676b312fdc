import { ajouterJours } from '../src/socle/dates.ts';
import type { Evenement } from '../src/suivi/regles/evenement.ts';
import type { ProchaineAction, Suivi } from '../src/suivi/regles/suivi.ts';
import type { LigneDeTableau, Tableau } from '../src/tableaux/regles/tableau.ts';

/** Le jour des tableaux inventés. */
const AUJOURD_HUI = '2027-01-20';

const confirme: Evenement = {
  id: 1,
  genre: 'interet-confirme',
  auteur: 'tutrice',
  donnees: { heures: 300 },
  le: '2027-01-04T09:00:00Z',
};

/** Un suivi dont on ne dit que ce qui compte : l'état, qui agit, le retard. */
export function unSuiviDeTableau(
  prochaine: Partial<ProchaineAction> | null = {},
  champs: Partial<Suivi> = {},
): Suivi {
  const retardJours = prochaine?.retardJours ?? 0;
  const suite: ProchaineAction = {
    qui: 'entreprise',
    quoi: 'reponse-attendue',
    avantLe: ajouterJours(AUJOURD_HUI, retardJours > 0 ? -retardJours : 5),
    retardJours,
    ...prochaine,
  };
  return {
    etat: prochaine === null ? 'termine' : suite.quoi,
    derniere: { evenement: confirme, ilYA: 16 },
    prochaine: prochaine === null ? null : suite,
    ancre: 1,
    depuis: '2027-01-04',
    verification: null,
    jourJ: { le: '2027-01-04', reponseLe: '2027-01-18', accueilLe: '2027-02-03' },
    aAccepter: null,
    reportAAccorder: false,
    ouvert: false,
    ouverts: [],
    nonRemis: [],
    partis: [],
    cedes: [],
    remis: [],
    atteinte: false,
    injoignable: false,
    reponseConfirmee: false,
    rapportee: null,
    absences: [],
    absencesDeSuite: 0,
    creneaux: [],
    rendezVous: null,
    accueilDepuis: null,
    heures: 300,
    semaines: {},
    dernierFait: null,
    fin: null,
    derniereRelanceManuelle: null,
    silence: { depuis: '2027-01-04', ancre: 1 },
    closeLe: null,
    ...champs,
  };
}

export function uneLigneDeTableau(champs: Partial<LigneDeTableau> = {}): LigneDeTableau {
  return {
    reference: 'D-bcdfgh',
    parcours: {
      id: 'bcdfghjk',
      intitule: 'Préparer une commande, tenir un inventaire',
      commune: '92050',
      domaine: 'logistique',
    },
    academie: 'versailles',
    suivi: unSuiviDeTableau(),
    notifieLe: '2026-10-01',
    activeLe: '2027-01-04T09:00:00Z',
    jeton: 'j'.repeat(43),
    ...champs,
  };
}

/** Un tableau tel que la fonction le rend. */
export function unTableau(champs: Partial<Tableau> = {}): Tableau {
  return {
    statut: 'ouvert',
    role: 'equipe',
    maintenant: `${AUJOURD_HUI}T09:32:00Z`,
    academie: null,
    lignes: [],
    parcoursSansJeune: [],
    contactsJamaisConfirmes: [],
    personnesAVerifier: [],
    releves: [],
    courrielsMorts: [],
    remises: [],
    ...champs,
  };
}
