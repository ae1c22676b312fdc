import { z } from 'zod';

/** Un document du parcours (content/documents.yaml). */
export const documentSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  titre: z.string().min(1).describe('Nom du document'),
  pourQui: z.string().min(1).describe('À qui le document est destiné'),
  remplitPar: z.string().min(1).describe('Qui l’écrit ou la signe, et quand'),
  quoi: z.string().min(1).describe('Ce qu’il contient, en une ou deux phrases'),
  modele: z
    .string()
    .regex(/^\/.*\/$/)
    .nullable()
    .describe('Adresse d’un modèle à imprimer sur ce site, ou null'),
});

export type DocumentDuParcours = z.infer<typeof documentSchema>;
