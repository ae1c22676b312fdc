import { z } from 'zod';
import { ligneDeCsv } from '../../socle/csv.ts';

/** Un groupe plus petit ne se publie pas : on pourrait y reconnaître quelqu'un. */
export const EFFECTIF_MINIMAL = 5;

/** Ce que l'on mesure : des jours depuis la confirmation de la demande, et deux comptes de oui et de non. */
const MESURES = ['reponse', 'reunion', 'accueil', 'reponse-a-temps', 'avec-un-jeune'] as const;
type Mesure = (typeof MESURES)[number];
export type MesureEnJours = Exclude<Mesure, 'reponse-a-temps' | 'avec-un-jeune'>;

const TRANCHE = /^(\d+)(?:-(\d+)|\+)$/;
const COMPTES = ['a-temps', 'en-retard', 'avec', 'sans'];

const repartitionSchema = z.record(
  z.string().refine((cle) => TRANCHE.test(cle) || COMPTES.includes(cle), 'Tranche inconnue'),
  z.number().int().nonnegative(),
);

/** Une ligne de la vue publique `statistiques`. */
export const statistiqueSchema = z
  .strictObject({
    groupe: z.enum(['ensemble', 'academie', 'mois', 'parcours']),
    cle: z
      .string()
      .describe('Académie, mois (AAAA-MM) ou référence de parcours ; vide pour l’ensemble'),
    mesure: z.enum(MESURES),
    effectif: z.number().int().min(EFFECTIF_MINIMAL, 'Groupe trop petit pour être publié'),
    mediane: z.number().nonnegative().nullable().describe('Jours calendaires'),
    repartition: repartitionSchema.nullable().describe('Nombre de cas par tranche de jours'),
  })
  .refine(
    ({ effectif, repartition }) => somme(Object.values(repartition ?? {})) <= effectif,
    'La répartition compte plus de cas que le groupe',
  );
export type Statistique = z.infer<typeof statistiqueSchema>;

/** Une tranche de jours, bornes comprises ; la dernière n'a pas de fin. */
export type Tranche = { debut: number; fin: number | null; cas: number };

function somme(nombres: readonly number[]): number {
  return nombres.reduce((total, nombre) => total + nombre, 0);
}

/** Les tranches d'une répartition, de la plus courte à la plus longue. */
export function tranchesDe({ repartition }: Pick<Statistique, 'repartition'>): Tranche[] {
  return Object.entries(repartition ?? {})
    .flatMap(([cle, cas]) => {
      const [, debut, fin] = TRANCHE.exec(cle) ?? [];
      if (debut === undefined) return [];
      return [{ debut: Number(debut), fin: fin === undefined ? null : Number(fin), cas }];
    })
    .sort((a, b) => a.debut - b.debut);
}

/** « 4 à 7 jours », « 43 jours et plus ». */
export function direTranche({ debut, fin }: Omit<Tranche, 'cas'>): string {
  if (fin === null) return `${debut} jours et plus`;
  return debut === fin ? enJours(debut) : `${debut} à ${fin} jours`;
}

const NOMBRE = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

/** « 9 jours », « 9,5 jours », « moins d'un jour ». */
export function enJours(jours: number): string {
  if (jours < 1) return 'moins d’un jour';
  return `${NOMBRE.format(jours)} jour${jours < 2 ? '' : 's'}`;
}

/**
 * Part des cas en `jours` au plus, de 0 à 1 ; null quand les tranches publiées ne permettent pas de le dire : une
 * tranche à cheval sur ce jour, ou des cas tus parce qu'ils sont trop peu.
 */
export function partEnAuPlus(statistique: Statistique, jours: number): number | null {
  const tranches = tranchesDe(statistique);
  if (somme(tranches.map(({ cas }) => cas)) !== statistique.effectif) return null;
  if (tranches.some(({ debut, fin }) => debut <= jours && (fin === null || fin > jours)))
    return null;
  const aTemps = tranches.filter(({ fin }) => fin !== null && fin <= jours);
  return somme(aTemps.map(({ cas }) => cas)) / statistique.effectif;
}

/** « 62 % ». */
export function enPourCent(part: number): string {
  return `${Math.round(part * 100)} %`;
}

/** La ligne d'un groupe pour une mesure, ou undefined : trop peu de cas. */
export function chercher(
  statistiques: readonly Statistique[],
  groupe: Statistique['groupe'],
  mesure: Mesure,
  cle?: string,
): Statistique | undefined {
  return statistiques.find(
    (une) =>
      une.groupe === groupe && une.mesure === mesure && (cle === undefined || une.cle === cle),
  );
}

/** Les clés d'un groupe qui ont au moins une mesure, dans l'ordre alphabétique (donc du temps, pour les mois). */
export function clesDuGroupe(
  statistiques: readonly Statistique[],
  groupe: 'academie' | 'mois',
): string[] {
  // Le mois d'une clause est celui de sa publication : il ne se mêle pas aux mois des demandes.
  const cles = statistiques
    .filter((une) => une.groupe === groupe)
    .filter(({ mesure }) => groupe === 'academie' || mesure !== 'avec-un-jeune')
    .map(({ cle }) => cle);
  return [...new Set(cles)].sort();
}

/**
 * Les cas qui comptent pour, parmi tous : réponses à temps, clauses qui ont reçu un jeune. Null quand ce n'est pas
 * publié : trop peu de cas, d'un côté ou de l'autre.
 */
export function casPour(
  statistique: Statistique | undefined,
): { pour: number; parmi: number } | null {
  const { 'a-temps': aTemps, avec } = statistique?.repartition ?? {};
  const pour = aTemps ?? avec;
  if (statistique === undefined || pour === undefined) return null;
  return { pour, parmi: statistique.effectif };
}

/** « Cette offre répond en général en 9 jours. » : la médiane des réponses d'un parcours. */
export function phraseDeReponse({ mediane, effectif }: Statistique): string | null {
  if (mediane === null) return null;
  return `Cette offre répond en général en ${enJours(mediane)} (${effectif} réponses).`;
}

/** Les statistiques en lignes CSV, colonnes d'abord : une ligne par groupe, par mesure et par tranche. */
export function lignesDesStatistiques(statistiques: readonly Statistique[]): string[] {
  const colonnes = ['groupe', 'cle', 'mesure', 'effectif', 'medianeJours', 'tranche', 'cas'];
  return [
    ligneDeCsv(colonnes),
    ...statistiques.flatMap(({ groupe, cle, mesure, effectif, mediane, repartition }) => {
      const debut = [groupe, cle, mesure, effectif, mediane];
      const tranches = Object.entries(repartition ?? {});
      if (tranches.length === 0) return [ligneDeCsv([...debut, null, null])];
      return tranches.map(([tranche, cas]) => ligneDeCsv([...debut, tranche, cas]));
    }),
  ];
}

/**
 * Le délai d'avant, en jours : il s'écoulait six semaines en moyenne entre l'envoi du CV et le premier rendez-vous
 * (constat de l'équipe CSF, avant ce site).
 */
export const JOURS_D_AVANT = 42;

/**
 * Premier jour de chaque intervalle où se comptent les délais. Le quatrième commence au lendemain du délai de réponse :
 * c'est lui qui dit « à temps ».
 * @param delais ceux de la frise, en jours
 */
export const bornesDesDelais = ({ reponse, accueil }: { reponse: number; accueil: number }) => [
  0,
  4,
  8,
  reponse + 1,
  accueil + 1,
  JOURS_D_AVANT + 1,
];

/** Un jour à marquer sur un graphique, entre la tranche qui finit ce jour-là et la suivante. */
export type Seuil = { jours: number; texte: string };

/** Les lignes d'un graphique, du haut vers le bas : les tranches, et les seuils qui tombent entre elles. */
export function lignesDuGraphique(
  tranches: readonly Tranche[],
  seuils: readonly Seuil[],
): (Tranche | Seuil)[] {
  return tranches.flatMap((tranche) => [
    tranche,
    ...seuils.filter(({ jours }) => tranche.fin === jours),
  ]);
}

const MOIS = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** « janvier 2027 », d'un mois AAAA-MM. */
export function direMois(mois: string): string {
  return MOIS.format(new Date(`${mois}-01`));
}

/** Ce que chaque mesure compte, en une phrase. */
export const MESURES_EN_JOURS: Record<MesureEnJours, { titre: string; definition: string }> = {
  reponse: {
    titre: 'La réponse de l’entreprise',
    definition:
      'De la confirmation de la demande à la première réponse de l’entreprise : un rendez-vous, un report, un refus, ou un courriel reconnu comme une réponse.',
  },
  reunion: {
    titre: 'La réunion de présentation',
    definition: 'De la confirmation de la demande à la réunion avec le jeune.',
  },
  accueil: {
    titre: 'L’accueil du jeune',
    definition: 'De la confirmation de la demande au premier jour du jeune dans l’entreprise.',
  },
};
