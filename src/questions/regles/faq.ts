import { z } from 'zod';
import { ROLES } from './roles.ts';

/** Les parties de la page des questions, dans l'ordre. */
export const THEMES = ['comprendre', 'rencontre', 'stage', 'suivi', 'marche'] as const;
export type Theme = (typeof THEMES)[number];

export const TITRES_DES_THEMES: Record<Theme, string> = {
  comprendre: 'Comprendre la clause',
  rencontre: 'Trouver un parcours et se rencontrer',
  stage: 'Le stage : durée, horaires, argent',
  suivi: 'L’accueil, le bilan et la suite',
  marche: 'Le marché public',
};

const identifiant = z.string().regex(/^[a-z]+(-[a-z]+)*$/);

/** Une question et sa réponse (content/faq/<identifiant>.yaml ; l'identifiant est l'ancre de la réponse). */
export const questionSchema = z.strictObject({
  question: z.string().min(1).max(90).endsWith(' ?').describe('La question, telle qu’on la pose'),
  theme: z.enum(THEMES).describe('Partie de la page où la question se range'),
  ordre: z.number().int().positive().describe('Place dans sa partie'),
  roles: z.array(z.enum(ROLES)).min(1).describe('À qui la réponse s’adresse'),
  reponse: z
    .array(z.string().min(1).max(330))
    .min(1)
    .max(3)
    .describe(
      'Les paragraphes de la réponse ; « {mise-en-relation} » donne un délai, « {volume-300} » un nombre',
    ),
  regle: identifiant
    .nullable()
    .default(null)
    .describe('Règle de content/regles.yaml montrée après la réponse'),
  liens: z
    .array(
      z.strictObject({
        texte: z.string().min(1).describe('Ce que l’on trouve au bout du lien'),
        adresse: z
          .string()
          .startsWith('/')
          .describe('Page de ce site, avec son ancre s’il le faut'),
      }),
    )
    .default([])
    .describe('Pages de ce site qui en disent plus'),
  textes: z
    .array(z.string())
    .default([])
    .describe('Textes officiels cités : identifiants de content/liens.yaml'),
  majLe: z.iso.date().describe('Dernière relecture (AAAA-MM-JJ)'),
});
