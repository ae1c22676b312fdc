import * as z from 'zod/mini';
import { HEURES_PAR_SEMAINE, PAS_DES_HEURES } from '../../calibrage/regles/calibrage.ts';
import { HEURES_MAX } from '../../parcours/regles/limites.ts';
import type { ActionId } from './actions.ts';
import { creneauSchema, HEURE_DE_PARIS } from '../../rencontre/regles/creneau.ts';
import { CRENEAUX_MAX, REUNION_MINUTES } from '../../rencontre/regles/creneaux.ts';
import { lieuSaisi } from '../../rencontre/regles/lieu.ts';
import { heuresDecomptees } from '../../heures/regles/heures-comptees.ts';
import { lireDate } from '../../socle/date-lue.ts';
import { refuser } from '../../socle/refuser.ts';
import { reponseRapportee } from '../../reponses/regles/rapport-saisi.ts';
import { dateSaisie, heuresSaisies, personneSaisie } from '../../socle/saisie.ts';
import {
  ABSENTS,
  MOTIFS_DE_REFUS,
  MOTIFS_DE_REPORT,
  MOTIFS_D_INTERRUPTION,
  SUITES,
} from './mots.ts';
import { choix, precision, raison } from './saisies-communes.ts';

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

const rien = z.strictObject({ precision });
const leJour = z.strictObject({ le: dateSaisie, precision });

/** Ce que la page envoie pour chaque action. Un champ de plus est refusé. */
export const ACTIONS_SAISIES = {
  ouvrir: z.strictObject({}),
  'toujours-actuel': z.strictObject({}),
  'proposer-creneaux': z.strictObject({
    creneaux: z.array(creneau, { error: 'Proposez au moins un créneau.' }).check(
      z.minLength(1, { error: 'Proposez au moins un créneau.' }),
      z.maxLength(CRENEAUX_MAX, { error: `Proposez ${CRENEAUX_MAX} créneaux au plus.` }),
      z.refine((liste) => new Set(liste.map(({ debut }) => debut)).size === liste.length, {
        error: 'Deux créneaux sont au même moment.',
      }),
    ),
    lieu: lieuSaisi,
    precision,
  }),
  'proposer-debut': leJour,
  'accepter-date': rien,
  'ecarter-date': rien,
  reporter: z.strictObject({
    jusquAu: dateSaisie,
    motif: choix(MOTIFS_DE_REPORT, 'Dites pourquoi.'),
    precision,
  }),
  'changer-contact': z.strictObject({ ...personne, precision }),
  'plus-moi': z.strictObject({}),
  'redevenir-contact': z.strictObject({}),
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
  'confirmer-reponse': z.strictObject({}),
  'ecarter-reponse': z.strictObject({}),
  'rapporter-reponse': reponseRapportee,
  'confirmer-rapport': z.strictObject({}),
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
