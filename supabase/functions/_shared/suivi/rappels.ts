import { actionsPermises, type ActionId } from '../../../../src/suivi/regles/actions.ts';
import type { DossierSuivi } from '../../../../src/suivi/regles/dossier.ts';
import { jourAParis } from '../../../../src/socle/dates.ts';
import { relancesDues, type Relance } from '../../../../src/suivi/regles/relances.ts';
import { suivre, type Suivi } from '../../../../src/suivi/regles/suivi.ts';
import { estUnRappel, roleDuLien } from '../../../../src/suivi/regles/mots.ts';
import type { Rappel } from '../courriels/donnees-suivi.ts';
import { attenteDe } from './attente.ts';
import { personnesDe, type Personne } from './personnes.ts';
import { CALENDRIER, DELAIS } from './regles.ts';

/** Un rappel à une personne, dans la forme que la base attend. */
export type Element = {
  demande: string;
  vu: number;
  genre: Relance['genre'];
  donnees: Record<string, unknown>;
  courriel: Rappel;
};

/** L'action que le bouton du courriel ouvre d'avance, quand ce rôle peut la faire. */
const GESTES: Partial<Record<Suivi['etat'], readonly ActionId[]>> = {
  'reponse-attendue': ['proposer-creneaux'],
  reporte: ['proposer-creneaux'],
  'refus-a-trancher': ['nommer-contact'],
  'creneau-a-choisir': ['choisir-creneau'],
  'convention-a-signer': ['signer-convention'],
  'accueil-a-commencer': ['commencer'],
  interrompu: ['reprendre'],
  'bilan-a-faire': ['bilan'],
};

const GESTES_D_UN_PALIER: Record<string, readonly ActionId[]> = {
  'lendemain-reunion': ['noter-reunion'],
  'fin-prevue': ['terminer'],
};

function gesteDe(suivi: Suivi, { a, palier, genre }: Relance, instant: Date): ActionId | null {
  if (genre === 'acheteur-alerte') return null;
  const gestes = palier.startsWith('point-')
    ? (['declarer-heures'] as const)
    : (GESTES_D_UN_PALIER[palier] ?? GESTES[suivi.etat] ?? []);
  const permises = actionsPermises(suivi, a, instant);
  return gestes.find((geste) => permises.includes(geste)) ?? null;
}

/** Qui a été alerté d'un délai manqué : la tutrice l'apprend. */
function alertesPour({ a, palier }: Relance, acheteurs: number): string[] {
  if (a !== 'tutrice' || !palier.endsWith('-manque')) return [];
  return [acheteurs > 0 ? 'acheteur' : 'equipe'];
}

function rappelPour(
  ouvert: DossierSuivi,
  suivi: Suivi,
  relance: Relance,
  personne: Personne,
  acheteurs: number,
  instant: Date,
): Rappel {
  const { nom, courriel, telephone } = ouvert.demandeur;
  return {
    reference: ouvert.reference,
    parcours: ouvert.parcours,
    destinataireNom: personne.nom,
    lien: personne.lien,
    role: relance.a,
    palier: relance.palier,
    alerte: relance.genre === 'acheteur-alerte',
    attente: attenteDe(suivi, relance.a),
    retardJours: suivi.prochaine?.retardJours ?? 0,
    alertes: alertesPour(relance, acheteurs),
    rendezVous: suivi.rendezVous?.debut ?? null,
    action: gesteDe(suivi, relance, instant),
    demandeur: relance.a === 'tutrice' ? null : { nom, courriel, telephone },
  };
}

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
    ({ auteur, genre, le }) =>
      auteur !== 'systeme' || !estUnRappel(genre) || jourAParis(new Date(le)) !== jour,
  );
  const suivi = suivre(evenements, instant, DELAIS, CALENDRIER);
  const adresses = (role: string) =>
    new Set(
      ouvert.contacts
        .filter((contact) => roleDuLien(contact.role) === role)
        .map(({ courriel }) => courriel.toLowerCase()),
    ).size;
  const acheteurs = adresses('acheteur');
  const dues = relancesDues({
    evenements: avantAujourdHui,
    suivi,
    instant,
    delais: DELAIS,
    calendrier: CALENDRIER,
    academie: ouvert.academie,
    contacts: { entreprises: adresses('entreprise'), acheteurs },
  });
  const vu = evenements.findLast(({ genre }) => !estUnRappel(genre))?.id ?? 0;
  return dues.flatMap((relance): [string, Element][] => {
    const { a, palier, genre } = relance;
    const ancre = suivi.ancre;
    const donnees = genre === 'relance' ? { a, palier, ancre } : { palier, ancre };
    const destinataires = personnesDe(ouvert, equipe).filter(
      ({ role }) =>
        roleDuLien(role) === a && (relance.cible === undefined || role === 'entreprise-2'),
    );
    const uneFois = new Map(destinataires.map((qui) => [qui.courriel.toLowerCase(), qui]));
    return [...uneFois].map(([adresse, personne]) => [
      adresse,
      {
        demande: ouvert.id,
        vu,
        genre,
        donnees,
        courriel: rappelPour(ouvert, suivi, relance, personne, acheteurs, instant),
      },
    ]);
  });
}
