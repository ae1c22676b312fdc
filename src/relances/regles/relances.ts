import {
  jourOuvreAvant,
  peutEtreRelance,
  type Calendrier,
} from '../../calendrier/regles/calendrier.ts';
import { ajouterJours, ecartJours, jourAParis } from '../../socle/dates.ts';
import type { Evenement } from '../../suivi/regles/evenement.ts';
import type { DelaisDeSuivi } from '../../suivi/regles/delais.ts';
import type { Suivi } from '../../suivi/regles/suivi.ts';
import { FINS } from '../../suivi/regles/etats.ts';
import { estUnRappel } from '../../suivi/regles/mots.ts';

export type Relance = {
  a: 'tutrice' | 'entreprise' | 'acheteur' | 'equipe';
  palier: string;
  genre: 'relance' | 'acheteur-alerte';
  /** Le premier envoi n'a pas été ouvert : le même courriel part au second contact. */
  cible?: 'second-contact';
};

type Destinataire = Relance['a'];

/** Un rappel prévu : à qui, et depuis quel jour il est dû. `jusquAu` : après ce jour il ne sert plus. */
type Palier = {
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
  /** À combien de personnes nos courriels peuvent arriver : contacts de l'entreprise, acheteur et prescripteur. */
  contacts: { entreprises: number; acheteurs: number };
};

/** Qui vient d'agir n'est pas relancé, en millisecondes. */
const REPIT = 48 * 3_600_000;

type Echelle = (dossier: Dossier, avantLe: string) => Palier[];

/** L'équipe est prévenue autant de jours après tout délai manqué qu'après celui de la réponse. */
const versLEquipe = ({ delais }: Dossier, avantLe: string): Palier => ({
  a: 'equipe',
  palier: 'equipe',
  le: ajouterJours(avantLe, Math.max(1, delais.relances.equipe - delais.reponse)),
});

/** Le délai est manqué : l'entreprise le sait, l'acheteur est alerté (l'équipe sans acheteur), la tutrice sait qui l'a été. */
const manque = ({ contacts }: Dossier, palier: string, le: string): Palier[] => [
  { a: 'entreprise', palier, le },
  contacts.acheteurs > 0
    ? { a: 'acheteur', palier, le, genre: 'acheteur-alerte' }
    : { a: 'equipe', palier, le },
  { a: 'tutrice', palier, le },
];

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
  // Elle a annoncé un appel : jusque-là, personne n'attend. Sans nouvelle, le délai entier court depuis ce jour.
  if (rapportee !== null && rapportee.rappelLe !== null)
    return [
      { a: 'tutrice', palier: 'lendemain-appel', le: ajouterJours(rapportee.rappelLe, 1) },
      { a: 'entreprise', palier: 'rappel', le: ajouterJours(rapportee.rappelLe, relances.rappel) },
      derniers,
      ...manque(dossier, 'appel-manque', avantLe),
      versLEquipe(dossier, avantLe),
    ];
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
  return [...(suivi.ouvert ? [] : [ouverture]), rappel, derniers, ...suite];
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

const refus: Echelle = (dossier, avantLe) =>
  simple('refus', dossier.contacts.acheteurs > 0 ? 'acheteur' : 'equipe')(dossier, avantLe);

/** Personne à qui écrire dans l'entreprise, ou pas la bonne : qui doit nommer un autre contact, le dernier jour. */
const contact: Echelle = (dossier, avantLe) =>
  simple(
    dossier.suivi.rapportee === null ? 'contact' : 'bon-contact',
    dossier.contacts.acheteurs > 0 ? 'acheteur' : 'equipe',
  )(dossier, avantLe);

const ECHELLES: Partial<Record<Suivi['etat'], Echelle>> = {
  'reponse-attendue': reponse,
  reporte: reponse,
  'contact-a-nommer': contact,
  'refus-a-trancher': refus,
  'creneau-a-choisir': simple('creneau', 'tutrice'),
  'reunion-prevue': reunion,
  'convention-a-signer': simple('convention', 'tutrice'),
  'accueil-a-commencer': accueilAttendu,
  'accueil-en-cours': accueil,
  interrompu: simple('reprise', 'tutrice'),
  'bilan-a-faire': simple('bilan', 'tutrice', 'entreprise'),
};

/** Vrai si ce rôle a agi lui-même depuis moins de 48 heures. Ouvrir la page n'est pas agir ; relancer à la main, si. */
function vientDAgir({ evenements, instant }: Dossier, role: string): boolean {
  return evenements.some(
    ({ auteur, genre, donnees, le }) =>
      auteur === role &&
      genre !== 'ouvert' &&
      (!estUnRappel(genre) || ('ancre' in donnees && donnees.ancre === null)) &&
      instant.getTime() - Date.parse(le) < REPIT,
  );
}

const dejaParti = ({ evenements, suivi }: Dossier, { a, palier }: Palier): boolean =>
  evenements.some(
    (evenement) =>
      (evenement.genre === 'relance' &&
        evenement.donnees.ancre === suivi.ancre &&
        evenement.donnees.palier === palier &&
        evenement.donnees.a === a) ||
      (evenement.genre === 'acheteur-alerte' &&
        a === 'acheteur' &&
        evenement.donnees.ancre === suivi.ancre &&
        evenement.donnees.palier === palier),
  );

/**
 * Les rappels à envoyer maintenant : au plus un par destinataire, le plus haut de son échelle. Ce qui attend depuis un
 * week-end ne part donc pas en rafale, et un palier dépassé n'est jamais rattrapé.
 */
export function relancesDues(dossier: Dossier): Relance[] {
  const { suivi, instant, calendrier, academie, contacts } = dossier;
  const avantLe = suivi.prochaine?.avantLe ?? null;
  const echelle = ECHELLES[suivi.etat];
  if (FINS.includes(suivi.etat) || avantLe === null || !echelle) return [];
  const jour = jourAParis(instant);
  const dus = echelle(dossier, avantLe).filter(
    ({ a, le, jusquAu }) =>
      le <= jour &&
      (jusquAu === undefined || jour <= jusquAu) &&
      (a !== 'entreprise' || contacts.entreprises > 0),
  );
  const plusHauts = new Map<Destinataire, Palier>();
  for (const palier of dus) {
    const retenu = plusHauts.get(palier.a);
    if (!retenu || retenu.le <= palier.le) plusHauts.set(palier.a, palier);
  }
  return [...plusHauts.values()]
    .filter(
      (palier) =>
        peutEtreRelance(palier.a, jour, academie, calendrier) &&
        !dejaParti(dossier, palier) &&
        !vientDAgir(dossier, palier.a),
    )
    .map(({ a, palier, genre = 'relance', cible }) => ({
      a,
      palier,
      genre,
      ...(cible ? { cible } : {}),
    }));
}
