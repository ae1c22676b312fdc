import * as z from 'zod/mini';
import { HEURES_PAR_SEMAINE } from '../../calibrage/regles/calibrage.ts';
import { ajouterJours } from '../../socle/dates.ts';
import { HEURES_MAX, IDENTIFIANT, IDENTIFIANT_SIGNES } from '../../parcours/regles/limites.ts';
import {
  cleSaisie,
  consentementSaisi,
  dateSaisie,
  heuresSaisies,
  nomSaisi,
  personneSaisie,
  texteSaisi,
} from '../../socle/saisie.ts';
import { ceQuiBloque } from '../../anonymisation/regles/fuites.ts';
import { ROLES_DE_DEMANDE, type RoleDeDemande } from './roles.ts';

/** Validité du lien de confirmation envoyé à la personne qui exprime son intérêt, en heures. */
export const CONFIRMATION_HEURES = 48;

/** Temps laissé à la personne suivante de la liste d'attente pour accepter un parcours libéré, en heures. */
export const PROPOSITION_HEURES = 72;

/** Longueur du message à l'entreprise, en signes. */
const MESSAGE_MAX = 1500;

/** Un accueil se demande au plus un an à l'avance, en jours. */
const DEBUT_AU_PLUS_JOURS = 365;

/** États d'une demande, les mêmes dans la base. */
export const ETATS_DE_DEMANDE = [
  'a-confirmer',
  'active',
  'en-attente',
  'proposee',
  'expiree',
  'retiree',
  'terminee',
  'refusee',
] as const;

const REFERENCE = 'Écrivez la référence du parcours : huit lettres et chiffres.';

const roles = Object.keys(ROLES_DE_DEMANDE) as [RoleDeDemande, ...RoleDeDemande[]];

/**
 * Une expression d'intérêt, telle que le formulaire l'envoie. Rien sur l'identité du jeune, aucun fichier.
 * `strictObject` : un champ de plus est refusé.
 * `heures` : au moins une semaine, donc tous les volumes du calibrage ; ce qui reste d'un parcours entamé n'en est pas
 * toujours un, et la base seule le connaît : elle refuse ce qui dépasse.
 */
export const demandeSchema = z.strictObject({
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
  message: texteSaisi('quelques mots pour l’entreprise', { min: 10, max: MESSAGE_MAX }).check(
    (contexte) => {
      for (const message of ceQuiBloque(contexte.value)) {
        contexte.issues.push({ code: 'custom', message, input: contexte.value });
      }
    },
  ),
  consentement: consentementSaisi,
});

export type Demande = z.infer<typeof demandeSchema>;

/**
 * Ce que la date d'aujourd'hui interdit, en une phrase, ou undefined.
 * @param jour le jour, à Paris (AAAA-MM-JJ)
 */
export function erreurDeDate(demande: Pick<Demande, 'debutLe'>, jour: string): string | undefined {
  if (demande.debutLe < jour) return 'Cette date est passée : choisissez aujourd’hui ou plus tard.';
  if (demande.debutLe > ajouterJours(jour, DEBUT_AU_PLUS_JOURS))
    return 'Choisissez une date à moins d’un an.';
  return undefined;
}
