import { jourAParis } from '../../socle/dates.ts';

/**
 * Jour de la publication (AAAA-MM-JJ, à Paris). CSF_AUJOURDHUI le fixe pour rejouer une publication.
 */
export const JOUR = process.env.CSF_AUJOURDHUI ?? jourAParis(new Date());
