import { classeDuree, type ClasseDuree } from '../../calibrage/regles/calibrage.ts';
import { estPartageable } from '../../parcours/regles/carte.ts';

/** La durée d'un parcours du catalogue : sa classe, ou « partageable » quand elle compte dans deux. */
export type DureeDeParcours = ClasseDuree | 'partageable';

export const dureeDeParcours = (heures: number | null): DureeDeParcours =>
  estPartageable(heures) ? 'partageable' : classeDuree(heures);

/** Les choix du filtre de durée où un parcours compte. */
export const CHOIX_DE_DUREE: Record<DureeDeParcours, readonly ClasseDuree[]> = {
  courte: ['courte'],
  longue: ['longue'],
  partageable: ['courte', 'longue'],
  'a-convenir': ['a-convenir'],
};
