import { peutRelancer } from '../../suivi/regles/actions.ts';
import { roleDuLien } from '../../suivi/regles/mots.ts';
import type { Suivi } from '../../suivi/regles/suivi.ts';
import type { LigneLue, TableauLu } from './tableau-lu.ts';

/* Sans zod : les tableaux des acheteurs et de l'équipe chargent ce fichier dans le navigateur. */

/** Un dossier de suivi, tel qu'un tableau le montre. */
export type LigneDeTableau = Omit<LigneLue, 'liens' | 'evenements'> & {
  suivi: Suivi;
  /** Jeton de suivi de la personne qui lit ; absent pour une coordination, qui lit seulement. */
  jeton?: string;
};

/** La réponse de la route `lire-lien` à un lien valable. */
export type Tableau = Omit<TableauLu, 'portee' | 'lignes' | 'parcours'> & {
  /** Instant de la lecture, ISO 8601. */
  maintenant: string;
  lignes: LigneDeTableau[];
};

/** Vrai si la réponse du service est un tableau. */
export function estTableau<R extends { statut: string }>(reponse: R): reponse is R & Tableau {
  return reponse.statut === 'ouvert' && 'lignes' in reponse && Array.isArray(reponse.lignes);
}

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
  const roleDeSuivi = role === 'coordination' ? role : roleDuLien(role);
  return peutRelancer(suivi, roleDeSuivi, new Date(maintenant));
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

/** L'ordre d'une tutrice : ce qui l'attend, puis ce qui attend quelqu'un d'autre ; ce qui est fini à la fin. */
export function pourLaTutrice(lignes: readonly LigneDeTableau[]): LigneDeTableau[] {
  const rang = ({ suivi: { prochaine } }: LigneDeTableau) => {
    if (prochaine === null) return 2;
    return prochaine.qui === 'tutrice' ? 0 : 1;
  };
  return lignes.toSorted(
    (a, b) => rang(a) - rang(b) || retardDe(b) - retardDe(a) || ordreDesJours(a, b),
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
