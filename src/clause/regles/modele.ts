import { z } from 'zod';

const texte = z.string().min(1);
const euros = z.number().positive().describe('En euros');

const conditionSchema = z.strictObject({
  champ: z.enum(['lots', 'bons', 'gratification']).describe('La réponse qui décide'),
  valeur: z.enum(['plusieurs', 'oui', 'non']).describe('La réponse qui garde l’alinéa'),
  sinon: texte.describe('Consigne qui précède l’alinéa tant que la réponse manque'),
});

const alineaSchema = z.union([texte, z.strictObject({ si: conditionSchema, texte })]);

const BLANCS = [
  'acheteur',
  'objet',
  'perimetre',
  'numero',
  'numeros',
  'volume',
  'seuil',
  'delaiReponse',
  'delaiAccueil',
  'justificatifs',
  'penaliteReunion',
  'penaliteRetard',
  'coefficient',
] as const;
export type Blanc = (typeof BLANCS)[number];

/** Le modèle de clause (content/clause.yaml). */
export const modeleDeClauseSchema = z.strictObject({
  verifieLe: z.iso.date().describe('Dernière vérification des références juridiques (AAAA-MM-JJ)'),
  titre: texte.describe('Titre du document'),
  avertissement: texte.describe('Ce que l’acheteur doit faire avant de s’en servir'),
  ordresDeGrandeur: z
    .strictObject({ penaliteReunion: euros, penaliteRetard: euros })
    .describe('Montants d’un modèle de clause, donnés en exemple à côté des champs'),
  blancs: z.record(z.enum(BLANCS), texte).describe('Ce que chaque blanc attend, entre crochets'),
  parties: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+$/),
        titre: texte.describe('La pièce du marché où insérer la partie'),
        articles: z
          .array(
            z.strictObject({
              titre: texte,
              paragraphes: z.array(alineaSchema).min(1).describe('[champ], {fait}'),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});

export type ModeleDeClause = z.infer<typeof modeleDeClauseSchema>;
export type Alinea = z.infer<typeof alineaSchema>;
