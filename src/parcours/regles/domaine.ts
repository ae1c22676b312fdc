import { z } from 'zod';

const identifiant = z.string().regex(/^[a-z]+(-[a-z]+)*$/);

/** Un domaine d'activité : le premier critère de recherche des tutrices. */
export const domaineSchema = z.strictObject({
  nom: z.string().min(1).describe('Nom affiché, avec ses accents'),
  ordre: z.number().int().positive().describe('Place dans les listes'),
  description: z.string().min(1).max(120).describe('Ce que l’on y fait, en une phrase'),
  exemples: z.array(z.string().min(1)).min(3).max(5).describe('Tâches que l’on peut confier'),
  voisins: z
    .array(identifiant)
    .min(1)
    .describe('Domaines proches, proposés quand il n’y a rien ici'),
  pictogramme: identifiant.describe('Nom du fichier de public/pictogrammes, sans extension'),
});
