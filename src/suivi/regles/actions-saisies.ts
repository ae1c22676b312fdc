import * as z from 'zod/mini';
import { HEURES_PAR_SEMAINE, PAS_DES_HEURES } from '../../calibrage/regles/calibrage.ts';
import { HEURES_MAX } from '../../parcours/regles/limites.ts';
import type { ActionId } from './actions.ts';
import { creneauSchema, HEURE_DE_PARIS } from '../../rencontre/regles/creneau.ts';
import { CRENEAUX_MAX, REUNION_MINUTES } from '../../rencontre/regles/creneaux.ts';
import { heuresDecomptees } from './heures-comptees.ts';
import { lireDate } from '../../socle/date-lue.ts';
import { refuser } from '../../socle/refuser.ts';
import { dateSaisie, heuresSaisies, personneSaisie, texteSaisi } from '../../socle/saisie.ts';
import {
  ABSENTS,
  CANAUX,
  MOTIFS_DE_REFUS,
  MOTIFS_DE_REPORT,
  MOTIFS_D_INTERRUPTION,
  REPONSES_RAPPORTEES,
  SUITES,
} from './mots.ts';
import { ceQuiBloque } from '../../anonymisation/regles/fuites.ts';

/** Longueur d'une précision, en signes. */
const PRECISION_MAX = 500;
/** Une raison exigée tient en quelques mots, pas en un seul. */
const RAISON_MIN = 10;

/** Une fuite ou un sujet interdit bloque l'envoi ; un doute avertit seulement (avertissementsDe). */
const sansFuite = (contexte: z.core.ParsePayload<string>) => {
  for (const message of ceQuiBloque(contexte.value))
    contexte.issues.push({ code: 'custom', message, input: contexte.value });
};

const precision = z.pipe(
  z._default(texteSaisi('votre précision', { min: 0, max: PRECISION_MAX }).check(sansFuite), ''),
  z.transform((texte: string) => (texte === '' ? null : texte)),
);

const choix = <T extends Record<string, string>>(objet: T, error: string) =>
  z.enum(Object.keys(objet) as [keyof T & string, ...(keyof T & string)[]], { error });

/** Des heures à la demi-heure près : une semaine d'école en compte 17,5. */
const heures = (max: number) => {
  const error = `Écrivez un nombre d’heures, à la demi-heure près, de 0 à ${max} : par exemple 17,5.`;
  return heuresSaisies(
    z
      .number({ error })
      .check(
        z.multipleOf(PAS_DES_HEURES, { error }),
        z.minimum(0, { error }),
        z.maximum(max, { error }),
      ),
  );
};

/** Les heures d'un accueil entier : le parcours se décompte en heures entières. */
const heuresEntieres = z.pipe(heures(HEURES_MAX), z.transform(heuresDecomptees));

const heuresOuRien = z.pipe(
  z.transform((saisie: unknown) => (saisie === '' ? null : saisie)),
  z.nullable(heuresEntieres),
);

const lundiSaisi = dateSaisie.check(
  z.refine((jour) => new Date(jour).getUTCDay() === 1, {
    error: 'Choisissez le lundi de la semaine.',
  }),
);

/** La personne qui prend le relais : dite au service, jamais au journal. */
const personne = personneSaisie('un prénom et un nom');

const MOMENT = 'Choisissez un jour et une heure.';
const HEURE = 'Choisissez une heure.';

const creneau = z.strictObject({
  debut: z.pipe(
    z.string({ error: MOMENT }).check(z.regex(HEURE_DE_PARIS, { error: MOMENT })),
    z.transform((debut: string, contexte): string => {
      const [jour = '', heure = ''] = debut.split('T');
      const { date } = lireDate(jour);
      return date === null ? refuser(contexte, MOMENT) : `${date}T${heure}`;
    }),
  ),
  minutes: z._default(creneauSchema.shape.minutes, REUNION_MINUTES),
});

/** Une raison que d'autres liront : obligatoire, en quelques mots. */
const raison = (nom: string) =>
  texteSaisi(nom, { min: RAISON_MIN, max: PRECISION_MAX }).check(sansFuite);

const rien = z.strictObject({ precision });
const leJour = z.strictObject({ le: dateSaisie, precision });

type Rapport = { canal: keyof typeof CANAUX; precision: string | null } & (
  | { quoi: 'rendez-vous'; jour: string; heure: string }
  | { quoi: 'rappel'; rappelLe: string }
  | { quoi: 'mauvaise-personne' }
  | { quoi: 'refus'; motif: keyof typeof MOTIFS_DE_REFUS }
);

/**
 * Ce que l'entreprise a répondu, au téléphone ou par courriel. Ce que la réponse n'appelle pas n'est pas à l'écran. Pas
 * d'union discriminée : elle pèserait sur la page de chacun.
 */
const reponseRapportee = z.pipe(
  z.strictObject({
    canal: choix(CANAUX, 'Dites comment elle a répondu.'),
    quoi: choix(REPONSES_RAPPORTEES, 'Dites ce qu’elle a répondu.'),
    jour: z.optional(dateSaisie),
    heure: z.optional(
      z.string({ error: HEURE }).check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: HEURE })),
    ),
    rappelLe: z.optional(dateSaisie),
    motif: z.optional(choix(MOTIFS_DE_REFUS, 'Dites pourquoi.')),
    precision,
  }),
  z.transform(({ quoi, jour, heure, rappelLe, motif, ...commun }, contexte): Rapport => {
    if (quoi === 'mauvaise-personne') return { ...commun, quoi };
    if (quoi === 'rendez-vous' && jour && heure) return { ...commun, quoi, jour, heure };
    if (quoi === 'rappel' && rappelLe) return { ...commun, quoi, rappelLe };
    const expliquee = (commun.precision ?? '').length >= RAISON_MIN;
    if (quoi === 'refus' && motif && expliquee) return { ...commun, quoi, motif };
    const message =
      quoi === 'refus'
        ? 'Écrivez la raison du refus, en quelques mots.'
        : 'Choisissez un jour, et une heure pour un rendez-vous.';
    const path = [quoi === 'refus' ? 'precision' : 'quoi'];
    contexte.issues.push({ code: 'custom', message, path, input: commun });
    return z.NEVER;
  }),
);

/** Ce que la page envoie pour chaque action. Un champ de plus est refusé. */
export const ACTIONS_SAISIES = {
  ouvrir: z.strictObject({}),
  'proposer-creneaux': z.strictObject({
    creneaux: z.array(creneau, { error: 'Proposez au moins un créneau.' }).check(
      z.minLength(1, { error: 'Proposez au moins un créneau.' }),
      z.maxLength(CRENEAUX_MAX, { error: `Proposez ${CRENEAUX_MAX} créneaux au plus.` }),
      z.refine((liste) => new Set(liste.map(({ debut }) => debut)).size === liste.length, {
        error: 'Deux créneaux sont au même moment.',
      }),
    ),
    precision,
  }),
  reporter: z.strictObject({
    jusquAu: dateSaisie,
    motif: choix(MOTIFS_DE_REPORT, 'Dites pourquoi.'),
    precision,
  }),
  'changer-contact': z.strictObject(personne),
  refuser: z.strictObject({
    motif: choix(MOTIFS_DE_REFUS, 'Dites pourquoi.'),
    precision: raison('la raison du refus, en quelques mots'),
  }),
  commencer: leJour,
  'declarer-heures': z.strictObject({
    lundi: lundiSaisi,
    heures: heures(HEURES_PAR_SEMAINE),
    precision,
  }),
  terminer: z.strictObject({
    le: dateSaisie,
    heures: z._default(heuresOuRien, null),
    precision,
  }),
  'confirmer-heures': z.strictObject({ heures: heuresEntieres, precision }),
  'corriger-heures': z.strictObject({
    heures: heuresEntieres,
    precision: raison('la raison de la correction, en quelques mots'),
  }),
  'choisir-creneau': z.strictObject({
    debut: z.string({ error: 'Choisissez un créneau.' }).check(z.maxLength(16)),
    precision,
  }),
  'rapporter-reponse': reponseRapportee,
  'confirmer-reponse': z.strictObject({}),
  'ecarter-creneaux': rien,
  'noter-reunion': leJour,
  'reunion-manquee': z.strictObject({ absent: choix(ABSENTS, 'Dites qui manquait.'), precision }),
  'signer-convention': leJour,
  interrompre: z.strictObject({
    le: dateSaisie,
    motif: choix(MOTIFS_D_INTERRUPTION, 'Dites pourquoi.'),
    precision,
  }),
  'signaler-absence': z.strictObject({}),
  'retirer-absence': z.strictObject({}),
  reprendre: leJour,
  bilan: z.strictObject({
    le: dateSaisie,
    suite: choix(SUITES, 'Dites ce que devient le jeune.'),
    precision,
  }),
  retirer: rien,
  relancer: rien,
  'nommer-contact': z.strictObject({
    role: z.enum(['entreprise-1', 'entreprise-2'], { error: 'Dites quel contact remplacer.' }),
    ...personne,
  }),
  transmettre: z.strictObject(personne),
  'confirmer-refus': rien,
} as const satisfies Record<ActionId, z.ZodMiniType>;

export type Saisie<A extends ActionId> = z.output<(typeof ACTIONS_SAISIES)[A]>;
