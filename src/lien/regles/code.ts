import * as z from 'zod/mini';
import { refuser } from '../../socle/refuser.ts';
import { SIGNES } from '../../socle/signes.ts';
import { CODE_TAPE_MAX } from './limites.ts';

/** Signes d'un code de secours, le tiret du milieu non compris. */
export const SIGNES_DU_CODE = 8;

/** Un code vaut le jour du courriel qui le porte, et ce nombre de jours après. */
export const JOURS_DU_CODE = 7;

const REFERENCE = 'Écrivez la référence de la demande, comme dans le courriel : D- et six signes.';
const CODE = 'Écrivez les huit signes du code, comme dans le courriel.';

/* La forme que la base admet, avec ou sans sa lettre. */
const TAPEE = /^(?:([dp])[\s.\-–—]*)?([b-df-hj-np-tv-z2-9]{6})[\s.]*$/;
const SUITE_DE_CODE = new RegExp(`^[${SIGNES}]{${SIGNES_DU_CODE}}$`);

/** Ce que la personne a tapé, sans ce qui n'est là que pour l'œil. */
const compact = (texte: string) => texte.toLowerCase().replace(/[\s.\-–—]/g, '');

const tape = (message: string) =>
  z.string({ error: message }).check(z.maxLength(CODE_TAPE_MAX, { error: message, abort: true }));

/** Ce que l'on tape quand le lien d'un courriel ne s'ouvre pas : la référence, et le code écrit sous le bouton. */
export const codeSchema = z.object({
  reference: z.pipe(
    tape(REFERENCE),
    z.transform((texte: string, contexte): string => {
      const [, lettre, suite] = TAPEE.exec(texte.trim().toLowerCase()) ?? [];
      if (suite === undefined) return refuser(contexte, REFERENCE);
      return `${lettre === 'p' ? 'P' : 'D'}-${suite}`;
    }),
  ),
  code: z.pipe(
    tape(CODE),
    z.transform((texte: string, contexte): string => {
      const code = compact(texte);
      return SUITE_DE_CODE.test(code) ? code : refuser(contexte, CODE);
    }),
  ),
});

/** Le code tel qu'il s'écrit : « bcdf-ghjk ». */
export const direLeCode = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;
