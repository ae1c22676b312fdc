import { jourOuvreAvant, type Calendrier } from '../../calendrier/regles/calendrier.ts';
import { ajouterJours, ecartJours, jourAParis } from '../../socle/dates.ts';
import type { Evenement } from '../../suivi/regles/evenement.ts';
import type { DelaisDeSuivi } from '../../suivi/regles/delais.ts';
import type { Suivi } from '../../suivi/regles/suivi.ts';

export type Relance = {
  a: 'tutrice' | 'entreprise' | 'acheteur' | 'equipe';
  palier: string;
  genre: 'relance' | 'acheteur-alerte' | 'actualite-demandee';
  /** L'événement depuis lequel on attend. */
  ancre: number;
  /** De la question « toujours d'actualité ? » : le jour où, sans réponse, la demande est close. */
  closeLe?: string;
  /** Le premier envoi n'a pas été ouvert : le même courriel part au second contact. */
  cible?: 'second-contact';
};

export type Destinataire = Relance['a'];

/** Un rappel prévu : à qui, et depuis quel jour il est dû. `jusquAu` : après ce jour il ne sert plus. */
export type Palier = {
  a: Destinataire;
  palier: string;
  le: string;
  jusquAu?: string;
  genre?: Relance['genre'];
  cible?: 'second-contact';
};

export type Dossier = {
  evenements: readonly Evenement[];
  suivi: Suivi;
  instant: Date;
  delais: DelaisDeSuivi;
  calendrier: Calendrier;
  academie: string;
  /** Jour où le jeune peut commencer (AAAA-MM-JJ). */
  debutLe: string;
  /** À combien de personnes nos courriels peuvent arriver : contacts de l'entreprise, acheteur et prescripteur. */
  contacts: { entreprises: number; acheteurs: number };
};

/** La tutrice apprend que rien n'est venu, et lit d'autres parcours possibles. */
export const PALIER_AILLEURS = 'ailleurs';

type Echelle = (dossier: Dossier, avantLe: string) => Palier[];

/** L'équipe est prévenue autant de jours après tout délai manqué qu'après celui de la réponse. */
const versLEquipe = ({ delais }: Dossier, avantLe: string): Palier => ({
  a: 'equipe',
  palier: 'equipe',
  le: ajouterJours(avantLe, Math.max(1, delais.relances.equipe - delais.reponse)),
});

/**
 * Le délai est manqué : l'entreprise le sait, l'acheteur est alerté (l'équipe sans acheteur), la tutrice sait qui l'a été.
 * Le dernier jour est encore à l'entreprise : rien ne part avant le lendemain.
 */
function manque({ contacts }: Dossier, palier: string, avantLe: string): Palier[] {
  const le = ajouterJours(avantLe, 1);
  return [
    { a: 'entreprise', palier, le },
    contacts.acheteurs > 0
      ? { a: 'acheteur', palier, le, genre: 'acheteur-alerte' }
      : { a: 'equipe', palier, le },
    { a: 'tutrice', palier, le },
  ];
}

/** Le jour voulu, ou plus tôt quand un week-end ou des jours fériés le séparent de la limite : il ne partirait jamais. */
function dernierRappelAvant(voulu: string, avantLe: string, calendrier: Calendrier): string {
  const veille = jourOuvreAvant(avantLe, calendrier);
  return veille < voulu ? veille : voulu;
}

const reponse: Echelle = (dossier, avantLe) => {
  const { suivi, delais, contacts } = dossier;
  const { relances } = delais;
  const { rapportee } = suivi;
  const avant = dernierRappelAvant(
    ajouterJours(avantLe, Math.min(-1, relances.derniersJours - delais.reponse)),
    avantLe,
    dossier.calendrier,
  );
  const derniers: Palier = { a: 'entreprise', palier: 'derniers-jours', le: avant };
  const suite = [...manque(dossier, 'delai-manque', avantLe), versLEquipe(dossier, avantLe)];
  // Elle a répondu : personne ne lit qu'elle se tait. Un appel annoncé passé sans nouvelle se demande d'abord à la tutrice.
  if (rapportee !== null && suivi.etat === 'reporte') {
    const { rappelLe } = rapportee;
    const rappels: Palier[] =
      rappelLe === null
        ? [derniers]
        : [
            { a: 'tutrice', palier: 'lendemain-appel', le: ajouterJours(rappelLe, 1) },
            { ...derniers, palier: 'appel-attendu' },
          ];
    const palier = rappelLe === null ? 'report-manque' : 'appel-manque';
    return [...rappels, ...manque(dossier, palier, avantLe), versLEquipe(dossier, avantLe)];
  }
  // Un délai plus court (d'autres rendez-vous à proposer, un report qui finit) n'a pas les premiers rappels.
  if (ecartJours(suivi.depuis, avantLe) !== delais.reponse || suivi.etat === 'reporte')
    return [derniers, ...suite];
  const ouverture: Palier = {
    a: 'entreprise',
    palier: 'ouverture',
    le: ajouterJours(suivi.depuis, relances.ouverture),
    ...(contacts.entreprises > 1 ? { cible: 'second-contact' as const } : {}),
  };
  const rappel: Palier = {
    a: 'entreprise',
    palier: 'rappel',
    le: ajouterJours(suivi.depuis, relances.rappel),
  };
  const ailleurs: Palier = { ...rappel, a: 'tutrice', palier: PALIER_AILLEURS };
  return [...(suivi.ouvert ? [] : [ouverture]), rappel, derniers, ...suite, ailleurs];
};

const reunion: Echelle = (dossier, avantLe) => {
  const debut = dossier.suivi.rendezVous?.debut.slice(0, 10);
  if (debut === undefined) return [versLEquipe(dossier, avantLe)];
  const veille = jourOuvreAvant(debut, dossier.calendrier);
  // Choisi la veille ou le jour même : l'invitation vient de partir.
  const rappels: Palier[] =
    dossier.suivi.depuis < veille
      ? (['tutrice', 'entreprise'] as const).map((a) => ({
          a,
          palier: 'veille-reunion',
          le: veille,
          jusquAu: ajouterJours(debut, -1),
        }))
      : [];
  return [
    ...rappels,
    { a: 'tutrice', palier: 'lendemain-reunion', le: ajouterJours(debut, 1) },
    versLEquipe(dossier, avantLe),
  ];
};

const accueilAttendu: Echelle = (dossier, avantLe) => {
  const le = ajouterJours(avantLe, -dossier.delais.relances.avantAccueil);
  return [
    { a: 'entreprise', palier: 'avant-accueil', le },
    { a: 'tutrice', palier: 'avant-accueil', le },
    ...manque(dossier, 'accueil-manque', avantLe),
    versLEquipe(dossier, avantLe),
  ];
};

/** Un point toutes les quatre semaines, puis la fin prévue. */
const accueil: Echelle = (dossier, avantLe) => {
  const { suivi, delais, instant } = dossier;
  const rang = Math.floor(ecartJours(suivi.depuis, jourAParis(instant)) / delais.relances.point);
  const le = ajouterJours(suivi.depuis, rang * delais.relances.point);
  const points: Palier[] =
    rang > 0 && le <= avantLe
      ? (['tutrice', 'entreprise'] as const).map((a) => ({ a, palier: `point-${rang}`, le }))
      : [];
  const fin = ajouterJours(avantLe, 1);
  return [
    ...points,
    { a: 'tutrice', palier: 'fin-prevue', le: fin },
    { a: 'entreprise', palier: 'fin-prevue', le: fin },
    versLEquipe(dossier, avantLe),
  ];
};

/** Un seul rappel à qui doit agir, le dernier jour, puis l'équipe. */
const simple =
  (palier: string, ...a: Destinataire[]): Echelle =>
  (dossier, avantLe) => [
    ...a.map((qui) => ({ a: qui, palier, le: avantLe })),
    versLEquipe(dossier, avantLe),
  ];

/** À qui tranche, le dernier jour : un refus, ou le contact à nommer dans l'entreprise. */
const aLArbitre =
  (palier: string): Echelle =>
  (dossier, avantLe) =>
    simple(palier, dossier.contacts.acheteurs > 0 ? 'acheteur' : 'equipe')(dossier, avantLe);

/** L'entreprise a répondu par courriel : elle n'est plus relancée, et l'acheteur n'est pas alerté. */
const reponseALire: Echelle = (dossier, avantLe) =>
  simple('reponse', dossier.suivi.prochaine?.qui === 'equipe' ? 'equipe' : 'tutrice')(
    dossier,
    avantLe,
  );

export const ECHELLES: Partial<Record<Suivi['etat'], Echelle>> = {
  'reponse-attendue': reponse,
  reporte: reponse,
  'reponse-recue': reponseALire,
  'contact-a-nommer': (dossier, avantLe) =>
    aLArbitre(dossier.suivi.rapportee === null ? 'contact' : 'bon-contact')(dossier, avantLe),
  'refus-a-trancher': aLArbitre('refus'),
  'creneau-a-choisir': simple('creneau', 'tutrice'),
  'reunion-prevue': reunion,
  'convention-a-signer': simple('convention', 'tutrice'),
  'accueil-a-commencer': accueilAttendu,
  'accueil-en-cours': accueil,
  interrompu: simple('reprise', 'tutrice'),
  'bilan-a-faire': simple('bilan', 'tutrice', 'entreprise'),
};
