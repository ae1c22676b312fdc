import * as z from 'zod/mini';
import { erreurDeCreneau, REUNION_MINUTES } from '../../rencontre/regles/creneaux.ts';
import { lieuSaisi } from '../../rencontre/regles/lieu.ts';
import { ajouterJours } from '../../socle/dates.ts';
import { dateSaisie } from '../../socle/saisie.ts';
import type { Calendrier } from '../../calendrier/regles/calendrier.ts';
import type { DelaisDeSuivi } from '../../suivi/regles/delais.ts';
import type { DonneesDe } from '../../suivi/regles/evenement.ts';
import { CANAUX, MOTIFS_DE_REFUS, REPONSES_RAPPORTEES } from '../../suivi/regles/mots.ts';
import { choix, precision, RAISON_MIN } from '../../suivi/regles/saisies-communes.ts';
import type { Suivi } from '../../suivi/regles/suivi.ts';

/* « L'entreprise m'a répondu » : ce qui se tape, ce que la date interdit, ce que le journal en garde. */

const HEURE = 'Choisissez une heure.';

export type Rapport = { canal: keyof typeof CANAUX; precision: string | null } & (
  | { quoi: 'rendez-vous'; le: string; heure: string; lieu: z.output<typeof lieuSaisi> }
  | { quoi: 'rappel' | 'report'; le: string }
  | { quoi: 'mauvaise-personne' }
  | { quoi: 'refus'; motif: keyof typeof MOTIFS_DE_REFUS }
);

/**
 * Ce que l'entreprise a répondu, au téléphone ou par courriel. Ce que la réponse n'appelle pas n'est pas à l'écran. Pas
 * d'union discriminée : elle pèserait sur la page de chacun.
 */
export const reponseRapportee = z.pipe(
  z.strictObject({
    canal: choix(CANAUX, 'Dites comment elle a répondu.'),
    quoi: choix(REPONSES_RAPPORTEES, 'Dites ce qu’elle a répondu.'),
    le: z.optional(dateSaisie),
    heure: z.optional(
      z.string({ error: HEURE }).check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: HEURE })),
    ),
    lieu: z.optional(lieuSaisi),
    motif: z.optional(choix(MOTIFS_DE_REFUS, 'Dites pourquoi.')),
    precision,
  }),
  z.transform(({ quoi, le, heure, lieu, motif, ...commun }, contexte): Rapport => {
    if (quoi === 'mauvaise-personne') return { ...commun, quoi };
    if (quoi === 'rendez-vous' && le && heure && lieu) return { ...commun, quoi, le, heure, lieu };
    if ((quoi === 'rappel' || quoi === 'report') && le) return { ...commun, quoi, le };
    const expliquee = (commun.precision ?? '').length >= RAISON_MIN;
    if (quoi === 'refus' && motif && expliquee) return { ...commun, quoi, motif };
    const message =
      quoi === 'refus'
        ? 'Écrivez la raison du refus, en quelques mots.'
        : 'Choisissez un jour ; pour un rendez-vous, dites aussi l’heure, et où venir.';
    const path = [quoi === 'refus' ? 'precision' : 'quoi'];
    contexte.issues.push({ code: 'custom', message, path, input: commun });
    return z.NEVER;
  }),
);

/** Ce que l'entreprise a répondu, tel que le journal le garde : ni la précision, ni le lieu. */
export function rapportEcrit(saisie: Rapport): DonneesDe<'reponse-rapportee'> {
  const { canal, quoi } = saisie;
  if (quoi === 'rendez-vous') {
    const creneau = { debut: `${saisie.le}T${saisie.heure}`, minutes: REUNION_MINUTES };
    return { canal, quoi, creneau };
  }
  if (quoi === 'rappel') return { canal, quoi, rappelLe: saisie.le };
  if (quoi === 'report') return { canal, quoi, jusquAu: saisie.le };
  return quoi === 'refus' ? { canal, quoi, motif: saisie.motif } : { canal, quoi };
}

type Contexte = {
  suivi: Pick<Suivi, 'etat' | 'reportAAccorder'>;
  /** Le rôle du lien de qui rapporte. */
  lien: string;
  /** Aujourd'hui, puis maintenant, à l'heure de Paris. */
  jour: string;
  maintenant: string;
  delais: Pick<DelaisDeSuivi, 'reportMaximum'>;
  calendrier: Calendrier;
};

function erreurDuJour(saisie: Rapport, { jour, delais }: Contexte): string | undefined {
  if (saisie.quoi !== 'rappel' && saisie.quoi !== 'report') return undefined;
  // Elle peut rappeler dans la journée ; un report, lui, finit demain au plus tôt.
  if (saisie.quoi === 'rappel' ? saisie.le < jour : saisie.le <= jour)
    return 'Choisissez une date à venir.';
  return saisie.le > ajouterJours(jour, delais.reportMaximum)
    ? `Choisissez une date à moins de ${delais.reportMaximum} jours.`
    : undefined;
}

/** Ce que l'état du dossier et la date interdisent, champ par champ ; undefined où tout va bien. */
export function erreursDuRapport(
  saisie: Rapport,
  contexte: Contexte,
): Record<string, string | undefined> {
  const { quoi } = saisie;
  const { suivi, lien, maintenant, calendrier } = contexte;
  if (quoi === 'mauvaise-personne' && suivi.etat === 'contact-a-nommer')
    return { quoi: 'Un autre contact est déjà demandé.' };
  if (quoi === 'rendez-vous')
    return { le: erreurDeCreneau(`${saisie.le}T${saisie.heure}`, maintenant, calendrier) };
  // La tutrice l'accepte en le notant ; l'équipe, elle, le lui demande.
  if (quoi === 'report' && suivi.reportAAccorder && lien !== 'tutrice')
    return {
      quoi: 'Le délai est passé : choisissez « Demander un report ». Le tuteur ou la tutrice l’accepte, ou non.',
    };
  return { le: erreurDuJour(saisie, contexte) };
}
