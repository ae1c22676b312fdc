import type { Auteur } from './evenement.ts';
import { ETATS_DE_SUIVI, type EtatDeSuivi, type Suivi } from './suivi.ts';

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

/** La réponse de la fonction `lire-tableau` à un lien valable. */
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

/** Ce qu'un tableau montre ; une chaîne vide ne filtre pas. */
export type FiltresDeTableau = {
  academie: string;
  etat: EtatDeSuivi | '';
  qui: Auteur | '';
  /** Seulement ce qui est en retard. */
  retard: boolean;
};

export const TABLEAU_ENTIER: FiltresDeTableau = { academie: '', etat: '', qui: '', retard: false };

const QUI: readonly Auteur[] = ['tutrice', 'entreprise', 'acheteur', 'equipe'];

/** Lit les filtres dans l'adresse de la page ; une valeur inconnue ne filtre pas. */
export function lireFiltresDeTableau(parametres: URLSearchParams): FiltresDeTableau {
  const academie = parametres.get('academie') ?? '';
  return {
    academie: /^[a-z]+(-[a-z]+)*$/.test(academie) ? academie : '',
    etat: ETATS_DE_SUIVI.find((etat) => etat === parametres.get('etat')) ?? '',
    qui: QUI.find((qui) => qui === parametres.get('qui')) ?? '',
    retard: parametres.get('retard') === 'oui',
  };
}

/** Écrit les filtres pour l'adresse de la page : des codes, jamais une personne. */
export function ecrireFiltresDeTableau({ academie, etat, qui, retard }: FiltresDeTableau) {
  const parametres = new URLSearchParams();
  if (academie) parametres.set('academie', academie);
  if (etat) parametres.set('etat', etat);
  if (qui) parametres.set('qui', qui);
  if (retard) parametres.set('retard', 'oui');
  return parametres;
}

/** Jours de retard d'une ligne ; 0 quand rien n'est attendu ou que le délai court encore. */
export function retardDe({ suivi }: Pick<LigneDeTableau, 'suivi'>): number {
  return suivi.prochaine?.retardJours ?? 0;
}

/** Vrai si la ligne est à montrer avec ces filtres. */
export function estRetenue(ligne: LigneDeTableau, filtres: FiltresDeTableau): boolean {
  const { academie, etat, qui, retard } = filtres;
  return (
    (academie === '' || ligne.academie === academie) &&
    (etat === '' || ligne.suivi.etat === etat) &&
    (qui === '' || ligne.suivi.prochaine?.qui === qui) &&
    (!retard || retardDe(ligne) > 0)
  );
}

export function filtrer(lignes: readonly LigneDeTableau[], filtres: FiltresDeTableau) {
  return lignes.filter((ligne) => estRetenue(ligne, filtres));
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

/** Nombre de lignes par valeur d'un critère, les autres filtres restant posés. */
export function compterPar(
  lignes: readonly LigneDeTableau[],
  filtres: FiltresDeTableau,
  critere: 'academie' | 'etat' | 'qui',
): Map<string, number> {
  const comptes = new Map<string, number>();
  for (const ligne of filtrer(lignes, { ...filtres, [critere]: '' })) {
    const valeurs = {
      academie: ligne.academie,
      etat: ligne.suivi.etat,
      qui: ligne.suivi.prochaine?.qui ?? '',
    };
    comptes.set(valeurs[critere], (comptes.get(valeurs[critere]) ?? 0) + 1);
  }
  comptes.delete('');
  return comptes;
}
