import { actionsPermises } from '../../suivi/regles/actions.ts';
import type { Suivi } from '../../suivi/regles/suivi.ts';

/* Sans zod : les tableaux des acheteurs et de l'équipe chargent ce fichier dans le navigateur. */

/** Ce qu'un tableau dit d'un parcours : rien qui ne soit déjà public. */
export type ParcoursDeTableau = {
  id: string;
  intitule: string;
  /** Code INSEE de la commune. */
  commune: string;
  domaine: string;
};

/** Un dossier de suivi, tel qu'un tableau le montre. */
export type LigneDeTableau = {
  /** Référence de la demande : « D-bcdfgh ». */
  reference: string;
  parcours: ParcoursDeTableau;
  academie: string;
  suivi: Suivi;
  /**
   * Depuis quand le marché offre ce parcours (AAAA-MM-JJ), ou null. La date de notification n'est pas gardée :
   * c'est le jour où le parcours a été publié, juste après elle.
   */
  notifieLe: string | null;
  /** Jour J (AAAA-MM-JJ ou instant ISO), ou null tant que personne n'a confirmé. */
  activeLe: string | null;
  /** Jeton de suivi de la personne qui lit ; absent pour une coordination, qui lit seulement. */
  jeton?: string;
};

/** Un parcours sans jeune, qui se termine bientôt ou que son acheteur suit. */
export type ParcoursSansJeune = ParcoursDeTableau & {
  academie: string | null;
  /** Dernière fin connue (AAAA-MM-JJ), ou null. */
  finLe: string | null;
};

/** Un parcours dont l'entreprise n'a jamais confirmé les contacts. */
export type ContactsJamaisConfirmes = ParcoursDeTableau & {
  academie: string | null;
  /** Depuis quand ses contacts sont connus du service (AAAA-MM-JJ). */
  depuisLe: string | null;
};

/** Un courriel qui n'est jamais arrivé. */
export type CourrielMort = {
  id: string;
  gabarit: string;
  destinataire: string | null;
  erreur: string | null;
  /** Écrit le (AAAA-MM-JJ ou instant ISO). */
  creeLe: string;
  /** Référence de la demande, quand il en a une. */
  reference?: string | null;
};

/** Qui lit le tableau. */
export type RoleDeTableau = 'acheteur' | 'prescripteur' | 'equipe' | 'coordination';

/** La réponse de la fonction `lire-lien` à un lien valable. */
export type Tableau = {
  statut: 'ouvert';
  role: RoleDeTableau;
  /** Instant de la lecture, ISO 8601. */
  maintenant: string;
  /** Académie d'une coordination, sinon null. */
  academie: string | null;
  lignes: LigneDeTableau[];
  parcoursSansJeune: ParcoursSansJeune[];
  contactsJamaisConfirmes: ContactsJamaisConfirmes[];
  /** Pour l'équipe seulement. */
  courrielsMorts: CourrielMort[];
};

/** Qui lit un tableau, et à quel instant (l'horloge du service) : ce qu'il peut faire en dépend. */
export type Lecteur = Pick<Tableau, 'role' | 'maintenant'>;

/** Jours de retard d'une ligne ; 0 quand rien n'est attendu ou que le délai court encore. */
export function retardDe({ suivi }: Pick<LigneDeTableau, 'suivi'>): number {
  return suivi.prochaine?.retardJours ?? 0;
}

/** Vrai si l'entreprise est en retard, et que cette personne peut la relancer maintenant. */
export function estARelancer(
  { jeton, suivi }: LigneDeTableau,
  { role, maintenant }: Lecteur,
): boolean {
  if (jeton === undefined || suivi.prochaine?.qui !== 'entreprise') return false;
  if (suivi.prochaine.retardJours === 0) return false;
  const roleDeSuivi = role === 'prescripteur' ? 'acheteur' : role;
  return actionsPermises(suivi, roleDeSuivi, new Date(maintenant)).includes('relancer');
}

/* Une date inconnue vient après toutes les autres. */
const INCONNUE = '9999';

function comparer(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const ordreDesJours = (a: LigneDeTableau, b: LigneDeTableau) =>
  comparer(a.activeLe ?? INCONNUE, b.activeLe ?? INCONNUE) || comparer(a.reference, b.reference);

/** L'ordre de l'équipe : le plus grand retard, puis la notification la plus ancienne, puis le jour J. */
export function pourLEquipe(lignes: readonly LigneDeTableau[]): LigneDeTableau[] {
  return lignes.toSorted(
    (a, b) =>
      retardDe(b) - retardDe(a) ||
      comparer(a.notifieLe ?? INCONNUE, b.notifieLe ?? INCONNUE) ||
      ordreDesJours(a, b),
  );
}

/** L'ordre d'un acheteur : ce qui est en retard, puis le plus ancien ; ce qui est fini à la fin. */
export function pourLAcheteur(lignes: readonly LigneDeTableau[]): LigneDeTableau[] {
  const rang = (ligne: LigneDeTableau) => {
    if (ligne.suivi.prochaine === null) return 2;
    return retardDe(ligne) > 0 ? 0 : 1;
  };
  return lignes.toSorted((a, b) => rang(a) - rang(b) || ordreDesJours(a, b));
}
