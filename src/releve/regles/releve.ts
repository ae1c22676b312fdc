import * as z from 'zod/mini';
import { cleSaisie, courrielSaisi, personneSaisie, texteSaisi } from '../../socle/saisie.ts';

/*
 * La relève : un acheteur est parti sans passer la main, et un collègue de la même structure demande à suivre ses dossiers.
 * L'équipe vérifie, puis accepte ou refuse.
 */

/** Longueur d'une référence de marché, en signes : chaque structure a la sienne. */
const REFERENCE_MAX = 120;

const ouRien = (texte: unknown) =>
  typeof texte === 'string' && texte.trim() !== '' ? texte : null;

const courrielOuRien = z.pipe(z.transform(ouRien), z.nullable(courrielSaisi));

/** « d-bcdfgh », « D bcdfgh » : une référence de dossier, telle que la base la connaît. */
const DOSSIER = /^d[\s-]*([b-df-hj-np-tv-z2-9]{6})$/i;

const referenceOuRien = z.pipe(
  z.pipe(
    z._default(texteSaisi('une référence', { min: 0, max: REFERENCE_MAX }), ''),
    z.transform((texte: string) => texte.replace(/\s+/g, ' ')),
  ),
  z.transform((texte: string): string | null => {
    const [, signes] = DOSSIER.exec(texte) ?? [];
    if (signes !== undefined) return `D-${signes.toLowerCase()}`;
    return texte === '' ? null : texte;
  }),
);

type Reperes = { courrielParti: string | null; reference: string | null };

/** Sans l'un des deux, l'équipe ne saurait pas de quels dossiers il s'agit. */
function unRepere({ value, issues }: z.core.ParsePayload<Reperes>): void {
  if (value.courrielParti === null && value.reference === null)
    issues.push({
      code: 'custom',
      message: 'Écrivez l’adresse de la personne partie, ou une référence.',
      path: ['courrielParti'],
      input: value,
    });
}

/** Ce que le collègue écrit. Son adresse recevra les liens ; celle de la personne partie, ou une référence, dit lesquels. */
export const releveSchema = z
  .object({
    cle: cleSaisie,
    ...personneSaisie('votre prénom et votre nom'),
    courrielParti: courrielOuRien,
    reference: referenceOuRien,
  })
  .check(unRepere);
