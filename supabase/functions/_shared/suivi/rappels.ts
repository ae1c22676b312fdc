import { actionsPermises, type ActionId } from '../../../../src/suivi/regles/actions.ts';
import type { Dossier, DossierSuivi } from '../../../../src/suivi/regles/dossier.ts';
import type { Evenement } from '../../../../src/suivi/regles/evenement.ts';
import { MOTS_DES_ETATS } from '../../../../src/suivi/regles/etats-mots.ts';
import { jourAParis } from '../../../../src/socle/dates.ts';
import {
  PHRASE_D_ACTUALITE,
  phraseDuSommeil,
} from '../../../../src/suivi/regles/phrases-en-plus.ts';
import type { Relance } from '../../../../src/relances/regles/echelles.ts';
import {
  dejaParti,
  donneesDeRelance,
  relancesDues,
} from '../../../../src/relances/regles/relances.ts';
import { muets } from '../../../../src/relais/regles/droits.ts';
import { estAClore } from '../../../../src/relances/regles/sommeil.ts';
import { suivre, type Suivi } from '../../../../src/suivi/regles/suivi.ts';
import {
  estUnRappel,
  estUnRappelAutomatique,
  roleDuLien,
} from '../../../../src/suivi/regles/mots.ts';
import { momentDe } from '../../../../src/suivi/regles/visibilite.ts';
import type { Rappel } from '../courriels/suivi/donnees-suivi.ts';
import { attenteDe } from './attente.ts';
import { lieuPour, marchePour } from './lieu.ts';
import { joignables, perdues, personnesDe, type Personne } from './personnes.ts';
import { CALENDRIER, DELAIS } from './regles.ts';

/** Un rappel à une personne, dans la forme que la base attend. */
export type Element = {
  demande: string;
  vu: number;
  genre: Relance['genre'];
  donnees: Record<string, unknown>;
  courriel: Rappel;
};

/** Pendant une réunion ou un accueil, c'est le palier du rappel qui dit quoi faire, et non l'état. */
const SELON_LE_PALIER: Partial<Record<Suivi['etat'], Record<string, ActionId>>> = {
  'reunion-prevue': { 'lendemain-reunion': 'noter-reunion' },
  'accueil-en-cours': { point: 'declarer-heures', 'fin-prevue': 'terminer' },
};

/** L'action que le bouton du courriel ouvre d'avance, quand ce rôle peut la faire. */
function gesteDe(suivi: Suivi, { a, palier, genre }: Relance, instant: Date): ActionId | null {
  if (genre === 'acheteur-alerte') return null;
  // Permise dès que la question est au journal : elle s'y écrit avec ce courriel.
  if (genre === 'actualite-demandee') return 'toujours-actuel';
  if (palier === 'lendemain-appel') return 'rapporter-reponse';
  const selon = SELON_LE_PALIER[suivi.etat];
  const geste = selon ? selon[palier.replace(/-\d+$/, '')] : MOTS_DES_ETATS[suivi.etat].geste;
  const permises = actionsPermises(suivi, a, instant);
  if (geste && permises.includes(geste)) return geste;
  // La réponse est déjà lue : ce qu'elle dit est à noter.
  return palier === 'reponse' && permises.includes('rapporter-reponse')
    ? 'rapporter-reponse'
    : null;
}

/** Qui est alerté d'un délai manqué, aujourd'hui ou déjà : la tutrice l'apprend. Qui vient d'agir ne l'est pas encore. */
function alertePour(
  { a, palier }: Relance,
  dues: readonly Relance[],
  dossier: Parameters<typeof dejaParti>[0],
): Rappel['alerteA'] {
  if (a !== 'tutrice' || !palier.endsWith('-manque')) return null;
  const alerte = (qui: 'acheteur' | 'equipe') =>
    dues.some((due) => due.a === qui && due.palier === palier) ||
    dejaParti(dossier, { a: qui, palier });
  return (['acheteur', 'equipe'] as const).find(alerte) ?? null;
}

/** Ce qu'un rappel dit d'attendu ; la question « toujours d'actualité ? » passe avant tout le reste. */
function attentePour(suivi: Suivi, { a, closeLe }: Relance): Pick<Rappel, 'attente' | 'aussi'> {
  const parti = suivi.etat === 'contact-a-nommer' && suivi.partis.length > 0;
  const aussi = parti ? { aussi: 'La personne contactée dit que ce n’est plus elle' } : {};
  if (closeLe === undefined) return { attente: attenteDe(suivi, a), ...aussi };
  return {
    attente: { phrase: PHRASE_D_ACTUALITE, aVous: true, avantLe: null },
    aussi: phraseDuSommeil(closeLe),
  };
}

/** Le dernier événement qui n'est pas un rappel : la base n'écrit rien si un autre l'a suivi. */
export const dernierActe = (evenements: readonly Evenement[]): number =>
  evenements.findLast(({ genre }) => !estUnRappel(genre))?.id ?? 0;

/** Vrai quand la tutrice n'a pas répondu à temps. Rejouer un journal coûte, et bien peu portent la question. */
export const estEndormie = ({ evenements }: DossierSuivi, instant: Date): boolean =>
  evenements.some(({ genre }) => genre === 'actualite-demandee') &&
  estAClore(suivre(evenements, instant, DELAIS, CALENDRIER), instant);

function rappelPour(
  ouvert: DossierSuivi,
  suivi: Suivi,
  relance: Relance,
  personne: Personne,
  alerteA: Rappel['alerteA'],
  instant: Date,
): Rappel {
  const { nom, courriel, telephone } = ouvert.demandeur;
  const moment = momentDe(suivi.etat, ouvert.evenements);
  return {
    reference: ouvert.reference,
    parcours: ouvert.parcours,
    destinataireNom: personne.nom,
    lien: personne.lien,
    role: relance.a,
    palier: relance.palier,
    alerte: relance.genre === 'acheteur-alerte',
    ...attentePour(suivi, relance),
    retardJours: suivi.prochaine?.retardJours ?? 0,
    alerteA,
    rendezVous: suivi.rendezVous?.debut ?? null,
    lieu: relance.palier === 'veille-reunion' ? lieuPour(ouvert, moment, relance.a) : null,
    marche: marchePour(ouvert, moment, relance.a),
    action: gesteDe(suivi, relance, instant),
    demandeur: relance.a === 'tutrice' ? null : { nom, courriel, telephone },
  };
}

/** À qui va un rappel : les personnes de ce rôle que nos courriels atteignent. */
export const destinatairesDe = (
  { a, cible }: Relance,
  dossier: Dossier,
  equipe: string,
  sourdes: ReadonlySet<string>,
): Personne[] =>
  personnesDe(dossier, equipe).filter(
    ({ role, courriel }) =>
      roleDuLien(role) === a &&
      !sourdes.has(courriel.toLowerCase()) &&
      (cible === undefined || role === 'entreprise-2'),
  );

/**
 * Les rappels d'un dossier, par adresse. Ceux qu'un passage du même jour a déjà consignés y sont encore : c'est la
 * base qui sait quelle personne a reçu son courriel, et un passage arrêté au milieu reprend où il en était.
 */
export function rappelsDe(
  ouvert: DossierSuivi,
  instant: Date,
  equipe: string,
): [string, Element][] {
  const { evenements } = ouvert;
  const jour = jourAParis(instant);
  const avantAujourdHui = evenements.filter(
    (evenement) =>
      !estUnRappelAutomatique(evenement) || jourAParis(new Date(evenement.le)) !== jour,
  );
  const suivi = suivre(evenements, instant, DELAIS, CALENDRIER);
  const contacts = joignables(ouvert, muets(suivi));
  const sourdes = perdues(ouvert, muets(suivi));
  const dues = relancesDues({
    evenements: avantAujourdHui,
    suivi,
    instant,
    delais: DELAIS,
    calendrier: CALENDRIER,
    academie: ouvert.academie,
    debutLe: ouvert.debutLe,
    contacts,
  });
  const vu = dernierActe(evenements);
  return dues.flatMap((relance): [string, Element][] => {
    const { genre } = relance;
    const donnees = donneesDeRelance(relance);
    const destinataires = destinatairesDe(relance, ouvert, equipe, sourdes);
    const alerteA = alertePour(relance, dues, { evenements: avantAujourdHui, suivi });
    const uneFois = new Map(destinataires.map((qui) => [qui.courriel.toLowerCase(), qui]));
    return [...uneFois].map(([adresse, personne]) => [
      adresse,
      {
        demande: ouvert.id,
        vu,
        genre,
        donnees,
        courriel: rappelPour(ouvert, suivi, relance, personne, alerteA, instant),
      },
    ]);
  });
}
