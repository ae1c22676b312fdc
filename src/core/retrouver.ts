import { z } from 'zod';
import { courrielSaisi } from './saisie.ts';

/** Ce que l'on tape pour retrouver ses liens : son adresse professionnelle, rien d'autre. */
export const retrouverSchema = z.strictObject({ courriel: courrielSaisi });
