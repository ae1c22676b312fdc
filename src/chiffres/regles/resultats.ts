import { z } from 'zod';
import { ligneDeCsv } from '../../socle/csv.ts';

const identifiant = z.string().regex(/^[a-z]+(-[a-z]+)*$/);

/** Aspects d'un carré du graphique (src/chiffres/resultats.css) : plein, contour ou tirets. */
const ASPECTS = [
  'marine',
  'azur',
  'vert',
  'prune',
  'gris',
  'contour-orange',
  'contour-noir',
  'tirets',
] as const;

/** Ce qu'un jeune est devenu après son parcours (content/suites.yaml). */
export const suiteSchema = z.strictObject({
  id: identifiant,
  aspect: z.enum(ASPECTS).describe('Aspect de ses carrés dans le graphique'),
  lettre: z
    .string()
    .regex(/^[A-Z]$/)
    .describe('Lettre qui la désigne dans le graphique'),
  un: z.string().min(1).describe('Son nom, au singulier'),
  plusieurs: z.string().min(1).describe('Son nom, au pluriel'),
  definition: z.string().min(1).describe('Ce que l’on en sait, et ce que l’on n’en sait pas'),
});

export type Suite = z.infer<typeof suiteSchema>;

/** Les résultats publiés d'une année scolaire (content/resultats.yaml). */
export const resultatsSchema = z.strictObject({
  id: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .describe('Année scolaire'),
  jeunes: z
    .number()
    .int()
    .nonnegative()
    .describe('Jeunes concernés, y compris ceux dont le parcours n’a pas commencé'),
  clauses: z.number().int().nonnegative().describe('Clauses concernées'),
  suites: z
    .array(
      z.strictObject({
        genre: identifiant.describe('Identifiant de content/suites.yaml'),
        jeunes: z.number().int().positive().describe('Jeunes concernés'),
        dont: z.string().min(1).optional().describe('Précision publiée, telle quelle'),
      }),
    )
    .min(1),
});

export type Resultats = z.infer<typeof resultatsSchema>;

/** Les résultats d'une année, chaque suite avec son nom et sa définition. */
export type ResultatsNommes = Omit<Resultats, 'suites'> & {
  suites: { suite: Suite; jeunes: number; dont?: string | undefined }[];
};

/**
 * Remplace chaque genre par la suite qu'il désigne.
 * @throws si un genre n'est pas parmi les suites connues
 */
export function nommer(resultats: Resultats, connues: readonly Suite[]): ResultatsNommes {
  return {
    ...resultats,
    suites: resultats.suites.map(({ genre, ...reste }) => {
      const suite = connues.find(({ id }) => id === genre);
      if (!suite) throw new Error(`content/suites.yaml n’a pas de suite « ${genre} ».`);
      return { suite, ...reste };
    }),
  };
}

/** « 5 reprises de scolarité », « 1 échec », avec la précision publiée s'il y en a une. */
export function direSuite({ suite, jeunes, dont }: ResultatsNommes['suites'][number]): string {
  const nom = `${jeunes} ${jeunes > 1 ? suite.plusieurs : suite.un}`;
  return dont === undefined ? nom : `${nom} (dont ${dont})`;
}

/** Jeunes dont la suite n'est pas publiée ; négatif si la publication donne plus de suites que de jeunes. */
export function sansSuite({ jeunes, suites }: Pick<ResultatsNommes, 'jeunes' | 'suites'>): number {
  return jeunes - suites.reduce((total, suite) => total + suite.jeunes, 0);
}

/** Totaux de toutes les années ; un jeune suivi deux années de suite y compterait deux fois. */
export function totaux(annees: readonly Pick<Resultats, 'jeunes' | 'clauses'>[]) {
  return {
    jeunes: annees.reduce((total, { jeunes }) => total + jeunes, 0),
    clauses: annees.reduce((total, { clauses }) => total + clauses, 0),
  };
}

/** Années où la publication compte plus de clauses que de jeunes. */
export function anneesAvecPlusDeClauses(annees: readonly Omit<ResultatsNommes, 'suites'>[]) {
  return annees.filter(({ jeunes, clauses }) => clauses > jeunes).map(({ id }) => id);
}

/** Les résultats en lignes CSV, colonnes d'abord : une ligne par année scolaire et par suite. */
export function lignesDesResultats(annees: readonly ResultatsNommes[]): string[] {
  const colonnes = ['anneeScolaire', 'jeunes', 'clauses', 'suite', 'jeunesDeLaSuite', 'dont'];
  return [
    ligneDeCsv(colonnes),
    ...annees.flatMap(({ id, jeunes, clauses, suites }) =>
      suites.map(({ suite, jeunes: nombre, dont = null }) =>
        ligneDeCsv([id, jeunes, clauses, suite.un, nombre, dont]),
      ),
    ),
  ];
}
