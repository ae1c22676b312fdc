import { enSemaines } from '../../calibrage/regles/calibrage.ts';
import { ajouterJours, ecartJours, enFrancais } from '../../socle/dates.ts';

export type Projection = {
  /** Date limite de réponse de l'entreprise (AAAA-MM-JJ). */
  reponseLe: string;
  /** Date limite d'accueil du jeune (AAAA-MM-JJ). */
  accueilLe: string;
  /** Ce qui ne va pas avec ces dates, ou null : la fin connue du parcours est trop proche. */
  alerte: 'fini-avant-accueil' | 'trop-court' | null;
};

/**
 * Dates réelles si l'intérêt était exprimé le jour J. Les délais sont calendaires :
 * week-ends, jours fériés et vacances compris.
 * @param jourJ AAAA-MM-JJ
 * @param parcours heures prévues (null : à convenir) et dernière fin connue (AAAA-MM-JJ ou null)
 */
export function projeter(
  delais: { reponse: number; accueil: number },
  jourJ: string,
  parcours: { heures: number | null; fin: string | null },
): Projection {
  const reponseLe = ajouterJours(jourJ, delais.reponse);
  const accueilLe = ajouterJours(jourJ, delais.accueil);
  return { reponseLe, accueilLe, alerte: alerte(accueilLe, parcours) };
}

/**
 * Ce qu'il faut dire quand le jeune n'est disponible qu'après la date limite d'accueil, ou undefined.
 * @param debutLe jour où le jeune peut commencer (AAAA-MM-JJ)
 * @param accueilLe date limite d'accueil (AAAA-MM-JJ)
 */
export function phraseDuDebut(debutLe: string, accueilLe: string): string | undefined {
  if (debutLe <= accueilLe) return undefined;
  return `Le jeune est disponible à partir du ${enFrancais(debutLe, { jourDeSemaine: true })} : l’accueil commence alors.`;
}

/** Dernier jour prévu d'un accueil (AAAA-MM-JJ) ; une semaine commencée est décomptée. */
export function finPrevue(debut: string, heures: number): string {
  return ajouterJours(debut, Math.max(1, enSemaines(heures)) * 7 - 1);
}

function alerte(
  accueilLe: string,
  { heures, fin }: { heures: number | null; fin: string | null },
): Projection['alerte'] {
  if (fin === null) return null;
  if (fin < accueilLe) return 'fini-avant-accueil';
  if (heures !== null && ecartJours(accueilLe, fin) < enSemaines(heures) * 7) return 'trop-court';
  return null;
}
