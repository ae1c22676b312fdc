import type { DonneesDe, EvenementDe } from '../../suivi/regles/evenement.ts';
import type { Courant, FinDAccueil } from '../../suivi/regles/etats.ts';

/* Sans zod, et à part des états : la page du suivi charge ces règles dans le navigateur. */

/** Les heures déclarées jusqu'ici, toutes semaines comprises. */
export const heuresDeclarees = ({ semaines }: Pick<Courant, 'semaines'>): number =>
  Object.values(semaines).reduce((somme, heures) => somme + heures, 0);

/**
 * Ce qu'un accueil retire au parcours, en heures entières : une heure commencée est décomptée, comme l'est une semaine
 * commencée.
 */
export const heuresDecomptees = (heures: number): number => Math.ceil(heures);

/**
 * La fin d'un accueil, telle qu'elle vient d'être notée.
 * @param le dernier jour du jeune (AAAA-MM-JJ)
 * @param reponseLe jour où des heures restées sans réponse se comptent (AAAA-MM-JJ)
 */
export function finNotee(
  { heures, comptees = heures }: DonneesDe<'accueil-termine'>,
  le: string,
  reponseLe: string,
): FinDAccueil {
  return { le, heures, comptees, aConfirmerLe: comptees < heures ? reponseLe : null };
}

type Fin = Pick<Courant, 'fin'>;

/** Une réponse, une seule fois, à ce que la tutrice a dit : elle ne rend pas ce qui est déjà décompté. */
export function confirmerLesHeures({ fin }: Fin, e: EvenementDe<'heures-confirmees'>): Fin | null {
  if (!fin?.aConfirmerLe) return null;
  const comptees = Math.max(fin.comptees, e.donnees.heures);
  return { fin: { ...fin, comptees, aConfirmerLe: null } };
}

/** L'équipe a le dernier mot, autant de fois qu'il le faut : plus, moins, ou aucune. Plus rien n'attend. */
export const corrigerLesHeures = ({ fin }: Fin, e: EvenementDe<'heures-corrigees'>): Fin | null =>
  fin && { fin: { ...fin, comptees: e.donnees.heures, aConfirmerLe: null } };

/** Les heures que l'on tient pour faites : celles qui comptent, ou qui compteront si personne ne répond. */
export const heuresRetenues = ({ heures, comptees, aConfirmerLe }: FinDAccueil): number =>
  aConfirmerLe === null ? comptees : heures;

/** Ce qu'un accueil retire en tout au parcours, et ce qu'il en garde en attendant que quelqu'un réponde. */
export const decompteDe = ({ heures, comptees, aConfirmerLe }: FinDAccueil) => ({
  heures: comptees,
  aConfirmer: aConfirmerLe === null ? 0 : heures - comptees,
});
