import { z } from 'zod';
import { ACTEURS, NOMS_DES_ACTEURS } from '../../frise/regles/frise.ts';

const identifiant = z.string().regex(/^[a-z]+(-[a-z]+)*$/);

/** Ce à quoi un acteur s'engage (content/engagements.yaml ; l'identifiant est l'acteur). */
export const engagementSchema = z.strictObject({
  id: z.enum(ACTEURS).describe('Qui s’engage'),
  titre: z.string().min(1).describe('Nom de l’acteur en tête de sa colonne'),
  engagements: z
    .array(z.string().min(1).max(160))
    .min(1)
    .describe('Ses engagements, chacun commence par un verbe ; « {accueil} » donne un délai'),
});

/** Une idée reçue et le fait qui lui répond (content/idees-recues.yaml). */
export const ideeRecueSchema = z.strictObject({
  id: identifiant,
  idee: z.string().min(1).max(120).describe('L’idée, telle qu’on l’entend'),
  fait: z.string().min(1).max(260).describe('Le fait ; « {mise-en-relation} » donne un délai'),
  regle: identifiant
    .optional()
    .describe('Règle de content/regles.yaml dont le fait cite les textes officiels'),
});

/** À qui s'adresser pour un problème (content/contacts.yaml). */
export const contactSchema = z.strictObject({
  id: identifiant,
  probleme: z.string().min(1).max(120).describe('Le problème, vu de l’entreprise'),
  qui: z.enum(ACTEURS).nullable().describe('Qui s’en occupe ; null : l’entreprise elle-même'),
  quoi: z.string().min(1).max(260).describe('Ce qu’il fait, ou quand le prévenir'),
  page: z
    .strictObject({ texte: z.string().min(1), adresse: z.string().startsWith('/') })
    .optional()
    .describe('Où le faire'),
});

/** Qui s'en occupe, en toutes lettres ; sans personne, l'entreprise elle-même. */
export const quiSEnOccupe = ({ qui }: Pick<z.infer<typeof contactSchema>, 'qui'>): string =>
  qui === null ? 'Vous-même' : NOMS_DES_ACTEURS[qui];

export type Engagement = z.infer<typeof engagementSchema>;
export type Contact = z.infer<typeof contactSchema>;
