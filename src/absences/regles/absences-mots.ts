import type { Suivi } from '../../suivi/regles/suivi.ts';

/* Sans zod ni calendrier : la page du suivi charge ces mots dans le navigateur. */

/** Absences de suite à partir desquelles on propose de se voir. */
const ABSENCES_A_VOIR = 3;

/** Ce que l'on propose quand le jeune ne vient plus ; undefined tant que cela ne fait pas trois jours de suite, ou une fois l'accueil arrêté. */
export const phraseDesAbsences = ({
  etat,
  absencesDeSuite,
}: Pick<Suivi, 'etat' | 'absencesDeSuite'>): string | undefined =>
  etat !== 'accueil-en-cours' || absencesDeSuite < ABSENCES_A_VOIR
    ? undefined
    : `Absent ${absencesDeSuite} jours de suite : voyez-vous cette semaine, le jeune, l’entreprise et le tuteur ou la tutrice. Appelez-vous pour fixer le jour.`;
