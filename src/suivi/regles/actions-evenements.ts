import type { ActionId } from './actions.ts';
import type { Saisie } from './actions-saisies.ts';
import { rapportEcrit } from '../../reponses/regles/rapport-saisi.ts';
import { jourAParis } from '../../socle/dates.ts';
import type { DonneesDe, Genre } from './evenement.ts';
import {
  heuresDeclarees,
  heuresDecomptees,
  heuresRetenues,
} from '../../heures/regles/heures-comptees.ts';
import type { DateProposee } from './etats.ts';
import type { Suivi } from './suivi.ts';
import { roleDuLien, type RoleDeLien } from './mots.ts';

/** Un événement à écrire au journal. */
export type EvenementAEcrire = { [G in Genre]: { genre: G; donnees: DonneesDe<G> } }[Genre];

/** Qui il reste à joindre dans l'entreprise et chez l'acheteur, une fois parti celui qui agit. */
export type Reste = { entreprises: number; acheteurs: number };

/** Qui il reste à joindre, la personne exceptée, et le jour qu'il est (AAAA-MM-JJ). */
type EnPlus = { reste: Reste; jour: string };

type Fabrique<A extends ActionId> = (
  saisie: Saisie<A>,
  suivi: Suivi,
  lien: RoleDeLien,
  plus: EnPlus,
) => EvenementAEcrire;

const roleEntreprise = (lien: RoleDeLien) =>
  lien === 'entreprise-2' ? ('entreprise-2' as const) : ('entreprise-1' as const);

/** La date qui attend un accord ; l'action n'est permise que s'il y en a une. */
function dateDe({ aAccepter }: Suivi): DateProposee {
  if (aAccepter === null) throw new Error('Aucune date n’est proposée.');
  return { ...aAccepter };
}

const FABRIQUES: { [A in ActionId]: Fabrique<A> } = {
  ouvrir: (_, __, lien) => ({ genre: 'ouvert', donnees: { role: roleEntreprise(lien) } }),
  'toujours-actuel': () => ({ genre: 'toujours-d-actualite', donnees: {} }),
  'proposer-creneaux': ({ creneaux }) => ({ genre: 'creneaux-proposes', donnees: { creneaux } }),
  reporter: (donnees, { reportAAccorder }) => {
    const { jusquAu, motif } = donnees;
    const genre = reportAAccorder ? 'report-demande' : 'report';
    return { genre, donnees: { jusquAu, motif } };
  },
  'proposer-debut': ({ le }) => ({ genre: 'debut-propose', donnees: { aPartirDu: le } }),
  'accepter-date': (_, suivi) => ({ genre: 'date-acceptee', donnees: dateDe(suivi) }),
  'ecarter-date': (_, suivi) => ({ genre: 'date-ecartee', donnees: dateDe(suivi) }),
  'changer-contact': (_, __, lien) => ({
    genre: 'contact-change',
    donnees: { role: roleEntreprise(lien) },
  }),
  'plus-moi': (_, __, lien, { reste }) => ({
    genre: 'contact-parti',
    donnees: { role: roleEntreprise(lien), ...reste },
  }),
  'redevenir-contact': (_, { cedes }, lien) => {
    const role = roleEntreprise(lien);
    const apres = cedes.includes(role) ? 'relais' : 'depart';
    return { genre: 'contact-revenu', donnees: { role, apres } };
  },
  refuser: ({ motif }) => ({ genre: 'refus', donnees: { motif } }),
  commencer: ({ le }) => ({ genre: 'accueil-commence', donnees: { le } }),
  'declarer-heures': ({ lundi, heures }) => ({
    genre: 'heures-declarees',
    donnees: { lundi, heures },
  }),
  terminer: ({ le, heures: saisies }, suivi, lien) => {
    const declarees = Math.min(heuresDecomptees(heuresDeclarees(suivi)), suivi.heures);
    const heures = saisies ?? declarees;
    // La tutrice dit les siennes ; seules comptent celles que l'entreprise ou l'équipe a déclarées.
    const autres = roleDuLien(lien) === 'tutrice' && heures !== declarees;
    return {
      genre: 'accueil-termine',
      donnees: { le, heures, ...(autres ? { comptees: declarees } : {}) },
    };
  },
  'confirmer-heures': ({ heures }) => ({ genre: 'heures-confirmees', donnees: { heures } }),
  'corriger-heures': ({ heures }, { fin }) => ({
    genre: 'heures-corrigees',
    donnees: { heures, auLieuDe: fin === null ? 0 : heuresRetenues(fin) },
  }),
  'choisir-creneau': ({ debut }, { creneaux }) => {
    const choisi = creneaux.find((creneau) => creneau.debut === debut);
    if (!choisi) throw new Error('Ce créneau n’est pas proposé.');
    return { genre: 'creneau-choisi', donnees: { ...choisi } };
  },
  'confirmer-reponse': () => ({ genre: 'reponse-confirmee', donnees: {} }),
  'ecarter-reponse': () => ({ genre: 'reponse-ecartee', donnees: {} }),
  'rapporter-reponse': (saisie) => ({ genre: 'reponse-rapportee', donnees: rapportEcrit(saisie) }),
  'confirmer-rapport': (_, { rapportee }) => {
    if (rapportee === null) throw new Error('Il n’y a rien à confirmer.');
    return { genre: 'rapport-confirme', donnees: { quoi: rapportee.quoi } };
  },
  'ecarter-creneaux': () => ({ genre: 'creneaux-ecartes', donnees: {} }),
  'noter-reunion': ({ le }) => ({ genre: 'reunion-tenue', donnees: { le } }),
  'reunion-manquee': ({ absent }) => ({ genre: 'reunion-manquee', donnees: { absent } }),
  'signer-convention': ({ le }) => ({ genre: 'convention-signee', donnees: { le } }),
  interrompre: ({ le, motif }) => ({ genre: 'interruption', donnees: { le, motif } }),
  'signaler-absence': (_, __, ___, { jour }) => ({ genre: 'jeune-absent', donnees: { le: jour } }),
  'retirer-absence': (_, __, ___, { jour }) => ({
    genre: 'absence-retiree',
    donnees: { le: jour },
  }),
  reprendre: ({ le }) => ({ genre: 'reprise', donnees: { le } }),
  bilan: ({ le, suite }) => ({ genre: 'bilan-fait', donnees: { le, suite } }),
  retirer: () => ({ genre: 'retrait', donnees: {} }),
  relancer: () => ({
    genre: 'relance',
    donnees: { a: 'entreprise', palier: 'manuelle', ancre: null },
  }),
  'nommer-contact': ({ role }) => ({ genre: 'contact-change', donnees: { role } }),
  transmettre: (_, __, lien) => ({
    genre: 'contact-change',
    donnees: { role: lien === 'prescripteur' ? 'prescripteur' : 'acheteur' },
  }),
  'confirmer-refus': () => ({ genre: 'refus-confirme', donnees: {} }),
};

/**
 * L'événement qu'écrit une action permise.
 * @param lien le rôle du lien de la personne : un contact ne change que le sien
 * @param plus qui il reste à joindre, elle exceptée, et l'heure qu'il est : certaines ne valent que pour aujourd'hui
 * @throws Error si le créneau choisi n'est pas proposé (erreursDeSaisie le dit avant)
 */
export function evenementDe<A extends ActionId>(
  action: A,
  saisie: Saisie<A>,
  suivi: Suivi,
  lien: RoleDeLien,
  { reste, instant }: { reste: Reste; instant: Date },
): EvenementAEcrire {
  return FABRIQUES[action](saisie, suivi, lien, { reste, jour: jourAParis(instant) });
}
