import type { Evenement, Genre } from '../../../../src/core/evenement.ts';
import type { Suivi } from '../../../../src/core/suivi.ts';
import { roleDuLien, type Auteur, type RoleDeLien } from '../../../../src/core/suivi-mots.ts';
import { phraseDEvenement } from '../../../../src/core/suivi-phrases.ts';
import { instantDeParis } from '../courriels/dates.ts';
import type { DonneesDe } from '../courriels/donnees.ts';
import { attenteDe } from './attente.ts';
import type { Contact, Dossier } from './lecture.ts';

type Ecrits = 'suivi-nouvelle' | 'suivi-rendez-vous' | 'suivi-relais' | 'interet-retire';

/** Un courriel à poser dans la boîte d'envoi, avec l'action qui le cause. */
export type CourrielAEcrire = {
  [G in Ecrits]: { gabarit: G; destinataire: string; donnees: DonneesDe<G> };
}[Ecrits];

/** Une personne du dossier que l'on peut joindre, et son lien de suivi. */
export type Personne = {
  role: RoleDeLien;
  nom: string | null;
  courriel: string;
  lien: string | null;
};

/** Ce que l'on dit à tout le monde ; le reste ne va qu'à qui doit agir. */
const POUR_TOUS: readonly Genre[] = [
  'creneaux-proposes',
  'creneau-choisi',
  'creneaux-ecartes',
  'reunion-tenue',
  'reunion-manquee',
  'report',
  'contact-change',
  'refus',
  'refus-confirme',
  'convention-signee',
  'accueil-commence',
  'interruption',
  'reprise',
  'accueil-termine',
  'bilan-fait',
  'retrait',
];

/** Ceux qui suivent l'affaire d'eux-mêmes ; l'équipe n'est dérangée que si elle doit agir, ou d'un retrait. */
const suitTout = (role: Auteur, genre: Genre) => role !== 'equipe' || genre === 'retrait';

/** Toutes les personnes du dossier, l'équipe comprise. */
export function personnesDe(dossier: Dossier, equipe: string): Personne[] {
  const { demandeur, contacts, liens } = dossier;
  const lienDe = (role: RoleDeLien) => liens.find((lien) => lien.role === role)?.id ?? null;
  return [
    ...(demandeur.courriel === null
      ? []
      : [
          {
            role: 'tutrice' as const,
            nom: demandeur.nom,
            courriel: demandeur.courriel,
            lien: lienDe('tutrice'),
          },
        ]),
    ...contacts.map(({ role, nom, courriel }) => ({ role, nom, courriel, lien: lienDe(role) })),
    { role: 'equipe', nom: null, courriel: equipe, lien: lienDe('equipe') },
  ];
}

/** Ce qui vient de se passer, avant et après. */
export type Changement = {
  dossier: Dossier;
  /** L'événement qui s'écrit, tel qu'il sera lu. */
  evenement: Evenement;
  precision: string | null;
  avant: Suivi;
  apres: Suivi;
  /** Le rôle du lien de qui agit. */
  lien: RoleDeLien;
  /** La personne qui prend le relais, et le lien qui l'attend. */
  relais: { contact: Contact; lien: string } | null;
  instant: Date;
  equipe: string;
};

const entete = ({ dossier }: Changement, { nom, lien }: Personne) => ({
  reference: dossier.reference,
  parcours: dossier.parcours.id,
  intitule: dossier.parcours.intitule,
  destinataireNom: nom,
  lien,
});

function nouvelle(changement: Changement, personne: Personne) {
  return {
    ...entete(changement, personne),
    nouvelle: phraseDEvenement(changement.evenement),
    precision: changement.precision,
    attente: attenteDe(changement.apres, roleDuLien(personne.role)),
  };
}

/** La réunion à poser ou à retirer dans les agendas ; null si rien n'y change. */
function reunionChangee({ avant, apres, instant }: Changement) {
  const posee = apres.rendezVous;
  if (posee && posee.version !== avant.rendezVous?.version)
    return { ...posee, sequence: posee.version, annule: false };
  const retiree = avant.rendezVous;
  // Une réunion passée reste dans les agendas : elle a eu lieu, ou non, mais elle n'est plus à venir.
  if (retiree && !posee && instantDeParis(retiree.debut) > instant)
    return { ...retiree, sequence: retiree.version + 1, annule: true };
  return null;
}

function relaisDe(changement: Changement, contact: Contact, lien: string): CourrielAEcrire {
  const { dossier } = changement;
  const { demandeur } = dossier;
  const personne = { role: contact.role, nom: contact.nom, courriel: contact.courriel, lien };
  return {
    gabarit: 'suivi-relais',
    destinataire: contact.courriel,
    donnees: {
      ...nouvelle(changement, personne),
      role: contact.role.startsWith('entreprise-') ? 'entreprise' : 'acheteur',
      heures: dossier.heures,
      debutLe: dossier.debutLe,
      tutrice: {
        nom: demandeur.nom ?? '',
        etablissement: demandeur.etablissement ?? '',
        courriel: demandeur.courriel ?? '',
        telephone: demandeur.telephone,
        message: demandeur.message,
      },
    },
  };
}

/** Personne n'est remplacé sans le savoir, même par un lien qui aurait fui. */
function adieu(changement: Changement, ancien: Contact): CourrielAEcrire {
  const personne = { ...ancien, lien: null };
  return {
    gabarit: 'suivi-nouvelle',
    destinataire: ancien.courriel,
    donnees: {
      ...nouvelle(changement, personne),
      attente: {
        phrase: 'Vous n’êtes plus le contact de ce suivi : vous n’avez rien à faire',
        aVous: false,
        avantLe: null,
      },
    },
  };
}

function retraitPour(changement: Changement, personne: Personne): CourrielAEcrire {
  const { dossier } = changement;
  const { demandeur } = dossier;
  return {
    gabarit: 'interet-retire',
    destinataire: personne.courriel,
    donnees: {
      nom: demandeur.nom ?? '',
      role: demandeur.role,
      etablissement: demandeur.etablissement ?? '',
      courriel: demandeur.courriel ?? '',
      telephone: demandeur.telephone,
      message: demandeur.message ?? '',
      reference: dossier.reference,
      parcours: dossier.parcours.id,
      intitule: dossier.parcours.intitule,
      heures: dossier.heures,
      debutLe: dossier.debutLe,
      activeLe: dossier.activeLe,
      destinataireNom: personne.nom,
      destinataireRole: personne.role,
    },
  };
}

function courrielPour(changement: Changement, personne: Personne): CourrielAEcrire | null {
  const { evenement, apres, lien, avant } = changement;
  const role = roleDuLien(personne.role);
  const reunion = reunionChangee(changement);
  const destinataire = personne.courriel;
  // La réunion va aussi dans l'agenda de qui l'a choisie ou annulée.
  if (reunion && (role === 'tutrice' || role === 'entreprise')) {
    const { debut, minutes, sequence, annule } = reunion;
    const invite = destinataire;
    const donnees = { ...nouvelle(changement, personne), debut, minutes, sequence, annule, invite };
    return { gabarit: 'suivi-rendez-vous', destinataire, donnees };
  }
  if (personne.role === lien) return null;
  const doitAgir = apres.prochaine?.qui === role && apres.ancre !== avant.ancre;
  const estRelance = evenement.genre === 'relance' && role === 'entreprise';
  const suit = POUR_TOUS.includes(evenement.genre) && suitTout(role, evenement.genre);
  if (!doitAgir && !estRelance && !suit) return null;
  if (evenement.genre === 'retrait' && role !== 'tutrice') return retraitPour(changement, personne);
  return { gabarit: 'suivi-nouvelle', destinataire, donnees: nouvelle(changement, personne) };
}

/**
 * À qui l'on écrit après une action : à qui doit agir, et à ceux que la nouvelle regarde ; jamais à qui vient d'agir,
 * et jamais deux fois à la même adresse. Une demande retirée de la liste d'attente n'était connue de personne.
 */
export function courrielsDe(changement: Changement): CourrielAEcrire[] {
  const { dossier, avant, relais, equipe } = changement;
  const parAdresse = new Map<string, CourrielAEcrire>();
  const poser = (courriel: CourrielAEcrire | null) => {
    if (courriel && !parAdresse.has(courriel.destinataire.toLowerCase()))
      parAdresse.set(courriel.destinataire.toLowerCase(), courriel);
  };
  if (relais) {
    poser(relaisDe(changement, relais.contact, relais.lien));
    const ancien = dossier.contacts.find(({ role }) => role === relais.contact.role);
    if (ancien) poser(adieu(changement, ancien));
  }
  const agissante = personnesDe(dossier, equipe).find(({ role }) => role === changement.lien);
  for (const personne of personnesDe(dossier, equipe)) {
    if (avant.jourJ === null && personne.role !== 'tutrice') continue;
    if (personne.role === relais?.contact.role) continue;
    const courriel = courrielPour(changement, personne);
    const estAgissante = personne.courriel === agissante?.courriel;
    if (courriel?.gabarit === 'suivi-rendez-vous' || !estAgissante) poser(courriel);
  }
  return [...parAdresse.values()];
}
