import * as z from 'zod/mini';
import { HEURES_PAR_SEMAINE } from '../../calibrage/regles/calibrage.ts';
import { HEURES_MAX, IDENTIFIANT, IDENTIFIANT_SIGNES } from '../../parcours/regles/limites.ts';
import { ajouterJours } from '../../socle/dates.ts';
import {
  cleSaisie,
  consentementSaisi,
  dateSaisie,
  heuresSaisies,
  nomSaisi,
  personneSaisie,
  texteSaisi,
} from '../../socle/saisie.ts';
import { ROLES_DE_DEMANDE, type RoleDeDemande } from './roles.ts';

/** Longueur du message à l'entreprise, en signes. */
const MESSAGE_MAX = 1500;

/** Un accueil se demande au plus un an à l'avance, en jours. */
const DEBUT_AU_PLUS_JOURS = 365;

const REFERENCE = 'Écrivez la référence du parcours : huit lettres et chiffres.';

const roles = Object.keys(ROLES_DE_DEMANDE) as [RoleDeDemande, ...RoleDeDemande[]];

/**
 * Les champs d'une expression d'intérêt. Rien sur l'identité du jeune, aucun fichier. Le message n'y est pas relu : le
 * lexique que cela demande est lourd, et la page ne le charge que lorsqu'il s'écrit.
 * `strictObject` : un champ de plus est refusé.
 * `heures` : au moins une semaine, donc tous les volumes du calibrage ; ce qui reste d'un parcours entamé n'en est pas
 * toujours un, et la base seule le connaît : elle refuse ce qui dépasse.
 */
export const champsDeLaDemande = z.strictObject({
  cle: cleSaisie,
  parcoursId: z
    .string({ error: REFERENCE })
    .check(
      z.trim(),
      z.toLowerCase(),
      z.maxLength(IDENTIFIANT_SIGNES, { error: REFERENCE, abort: true }),
      z.regex(IDENTIFIANT, { error: REFERENCE }),
    ),
  ...personneSaisie('votre prénom et votre nom'),
  role: z.enum(roles, { error: 'Choisissez votre rôle.' }),
  etablissement: nomSaisi('le nom de votre établissement ou de votre structure', { max: 150 }),
  academie: z
    .string({ error: 'Choisissez votre académie.' })
    .check(z.regex(/^[a-z]+(-[a-z]+)*$/, { error: 'Choisissez votre académie.' }), z.maxLength(40)),
  debutLe: dateSaisie,
  heures: heuresSaisies(
    z.number({ error: 'Choisissez un nombre d’heures.' }).check(
      z.int({ error: 'Écrivez un nombre d’heures entier.' }),
      z.minimum(HEURES_PAR_SEMAINE, {
        error: `Demandez au moins une semaine (${HEURES_PAR_SEMAINE} h). Pour moins, écrivez à l’équipe.`,
      }),
      z.maximum(HEURES_MAX, { error: 'Ce nombre d’heures est trop grand.' }),
    ),
  ),
  message: texteSaisi('quelques mots pour l’entreprise', { min: 10, max: MESSAGE_MAX }),
  consentement: consentementSaisi,
});

/**
 * Ce que la date d'aujourd'hui interdit, en une phrase, ou undefined.
 * @param jour le jour, à Paris (AAAA-MM-JJ)
 */
export function erreurDeDate(demande: { debutLe: string }, jour: string): string | undefined {
  if (demande.debutLe < jour) return 'Cette date est passée : choisissez aujourd’hui ou plus tard.';
  if (demande.debutLe > ajouterJours(jour, DEBUT_AU_PLUS_JOURS))
    return 'Choisissez une date à moins d’un an.';
  return undefined;
}
