import { ajouterJoursOuvres, type Calendrier } from '../../calendrier/regles/calendrier.ts';
import { finPrevue } from '../../frise/regles/projection.ts';
import { ajouterJours, jourAParis, plusTard } from '../../socle/dates.ts';
import type { Evenement, EvenementDe, Genre } from './evenement.ts';
import type { DelaisDeSuivi } from './delais.ts';
import {
  ACCUEIL,
  ACTIFS,
  AVANT,
  DORMANTS,
  PREPARATION,
  RENCONTRE,
  heuresDeclarees,
  type Courant,
  type EtatDeSuivi,
  type FaitDate,
} from './etats.ts';
import type { Auteur } from './mots.ts';

type Regles = { delais: DelaisDeSuivi; calendrier: Calendrier };

/** Depuis quels états un genre est reçu, et ce qu'il change ; `null` : il ne vaut rien ici, on l'ignore. */
type Transition<G extends Genre> = {
  de: readonly EtatDeSuivi[];
  vers: (courant: Courant, evenement: EvenementDe<G>, regles: Regles) => Partial<Courant> | null;
};

const jourDe = ({ le }: { le: string }) => jourAParis(new Date(le));

/** Une nouvelle attente, comptée depuis cet événement. */
function attendre(
  evenement: Pick<Evenement, 'id' | 'le'>,
  etat: EtatDeSuivi,
  qui: Auteur,
  avantLe: string | null,
): Partial<Courant> {
  return { etat, qui, avantLe, ancre: evenement.id, depuis: jourDe(evenement) };
}

/** Une nouvelle attente, après un fait dont on sait le jour : le suivant ne le précédera pas. */
function attendreApres(
  fait: EvenementDe<Exclude<FaitDate, 'accueil-termine'>>,
  ...attente: [EtatDeSuivi, Auteur, string | null]
): Partial<Courant> {
  const dernierFait = { quoi: fait.genre, le: fait.donnees.le };
  return { ...attendre(fait, ...attente), dernierFait };
}

const dans = (evenement: Evenement, jours: number) => ajouterJours(jourDe(evenement), jours);

/** Un rendez-vous annulé compte pour un changement : l'invitation suivante porte un numéro plus grand. */
function sansRendezVous({ rendezVous, versions }: Courant): Partial<Courant> {
  return rendezVous ? { rendezVous: null, versions: versions + 1 } : {};
}

const sansCreneau = (courant: Courant) => ({ creneaux: [], ...sansRendezVous(courant) });

const clore = (evenement: Pick<Evenement, 'id' | 'le'>, etat: EtatDeSuivi) =>
  attendre(evenement, etat, 'systeme', null);

/** Une réponse attendue de nouveau, avec un délai entier, en jours. */
function redemander(courant: Courant, evenement: Evenement, jours: number): Partial<Courant> {
  return {
    ...attendre(evenement, 'reponse-attendue', 'entreprise', dans(evenement, jours)),
    ...sansCreneau(courant),
  };
}

const autresCreneaux = (courant: Courant, evenement: Evenement, { delais }: Regles) =>
  redemander(courant, evenement, delais.nouveauxCreneaux);

/** La demande est close avant l'accueil, par quelqu'un ou par le service. */
const RETRAIT: Transition<'retrait' | 'dossier-muet' | 'demande-endormie'> = {
  de: [...AVANT, ...ACTIFS],
  vers: (courant, e) => ({ ...clore(e, 'retire'), ...sansCreneau(courant) }),
};

const TRANSITIONS: { [G in Genre]: Transition<G> } = {
  'mise-en-attente': {
    de: ['en-attente'],
    vers: (_, e) => attendre(e, 'en-attente', 'systeme', null),
  },
  'proposition-au-suivant': {
    de: ['en-attente'],
    vers: (_, e, { delais }) => attendre(e, 'proposee', 'tutrice', dans(e, delais.proposition)),
  },
  'proposition-expiree': { de: AVANT, vers: (_, e) => clore(e, 'retire') },
  'attente-close': { de: AVANT, vers: (_, e) => clore(e, 'retire') },
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
    vers: ({ ouverts }, { donnees: { role } }) =>
      ouverts.includes(role) ? null : { ouverts: [...ouverts, role] },
  },
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
  report: {
    de: ['reponse-attendue', 'creneau-a-choisir', 'reunion-prevue'],
    vers: (courant, e) => ({
      ...attendre(e, 'reporte', 'entreprise', e.donnees.jusquAu),
      ...sansCreneau(courant),
    }),
  },
  'contact-change': {
    de: [...ACTIFS, 'bilan-a-faire'],
    vers: (courant, e, { delais }) => {
      const { role } = e.donnees;
      if (role === 'acheteur' || role === 'prescripteur') return { arbitre: 'acheteur' };
      const ouverts = courant.ouverts.filter((ouvert) => ouvert !== role);
      const leve = courant.etat === 'refus-a-trancher' && e.auteur !== 'entreprise';
      return { ...(leve ? redemander(courant, e, delais.reponse) : {}), ouverts };
    },
  },
  refus: {
    de: PREPARATION,
    vers: (courant, e, { delais }) => ({
      ...attendre(e, 'refus-a-trancher', courant.arbitre, dans(e, delais.refus)),
      ...sansCreneau(courant),
    }),
  },
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
      const { le = jourDe(e), heures, comptees = heures } = e.donnees;
      const aConfirmerLe = comptees < heures ? dans(e, delais.confirmation) : null;
      const avantLe = ajouterJoursOuvres(le, delais.justificatifsOuvres, calendrier);
      return {
        ...attendre(e, 'bilan-a-faire', 'tutrice', avantLe),
        ...sansCreneau(courant),
        dernierFait: { quoi: e.genre, le },
        fin: { le, heures, comptees, aConfirmerLe },
      };
    },
  },
  'heures-confirmees': {
    de: ['bilan-a-faire', 'termine'],
    vers: ({ fin }, { donnees: { heures } }) =>
      // Ce qui est décompté ne revient pas.
      fin?.aConfirmerLe
        ? { fin: { ...fin, comptees: Math.max(fin.comptees, heures), aConfirmerLe: null } }
        : null,
  },
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
  return change && { ...courant, ...change };
}
