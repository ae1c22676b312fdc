import { ajouterJours } from '../../socle/dates.ts';
import type { Auteur, RoleDeSuivi } from './mots.ts';
import type { ProchaineAction } from './suivi.ts';

/** Une date à dire : une limite, ou une fin que l'on prévoit (`vers`). */
export type Echeance = { jour: string; vers: boolean };

/**
 * La date qu'une attente montre à ce rôle, partout la même ; null s'il n'y en a pas.
 * - Avant une réunion, la limite est celle de qui doit dire si elle a eu lieu : les autres liraient deux dates pour elle.
 * - Pendant un accueil, ce n'est pas une limite, mais la fin prévue : le vendredi de la dernière semaine.
 */
export function echeanceDe(
  { quoi, qui, avantLe, retardJours }: ProchaineAction,
  role: RoleDeSuivi | Auteur,
): Echeance | null {
  if (avantLe === null) return null;
  if (quoi === 'reunion-prevue' && qui !== role && retardJours === 0) return null;
  if (quoi === 'accueil-en-cours') return { jour: ajouterJours(avantLe, -2), vers: true };
  return { jour: avantLe, vers: false };
}
