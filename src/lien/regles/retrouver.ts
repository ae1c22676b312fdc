import * as z from 'zod/mini';
import { courrielSaisi } from '../../socle/saisie.ts';

/** Ce que l'on tape pour retrouver ses liens : son adresse professionnelle, rien d'autre n'est lu. */
export const retrouverSchema = z.object({ courriel: courrielSaisi });
