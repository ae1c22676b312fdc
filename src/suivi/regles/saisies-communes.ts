import * as z from 'zod/mini';
import { ceQuiBloque } from '../../anonymisation/regles/fuites.ts';
import { texteSaisi } from '../../socle/saisie.ts';

/* Ce que plusieurs actions font taper : une précision, une raison, une réponse parmi d'autres. */

/** Longueur d'une précision, en signes. */
const PRECISION_MAX = 500;
/** Une raison exigée tient en quelques mots, pas en un seul. */
export const RAISON_MIN = 10;

/** Une fuite ou un sujet interdit bloque l'envoi ; un doute avertit seulement (avertissementsDe). */
const sansFuite = (contexte: z.core.ParsePayload<string>) => {
  for (const message of ceQuiBloque(contexte.value))
    contexte.issues.push({ code: 'custom', message, input: contexte.value });
};

/** Un texte libre, que l'on peut laisser vide. */
export const precision = z.pipe(
  z._default(texteSaisi('votre précision', { min: 0, max: PRECISION_MAX }).check(sansFuite), ''),
  z.transform((texte: string) => (texte === '' ? null : texte)),
);

/** Une réponse parmi celles de ce dictionnaire. */
export const choix = <T extends Record<string, string>>(objet: T, error: string) =>
  z.enum(Object.keys(objet) as [keyof T & string, ...(keyof T & string)[]], { error });

/** Une raison que d'autres liront : obligatoire, en quelques mots. */
export const raison = (nom: string) =>
  texteSaisi(nom, { min: RAISON_MIN, max: PRECISION_MAX }).check(sansFuite);
