import { z } from 'zod';

const champSchema = z.strictObject({
  titre: z.string().min(1).describe('Ce que l’on demande'),
  aide: z.string().min(1).max(200).optional().describe('Comment répondre, en une phrase'),
  choix: z.array(z.string().min(1)).min(2).optional().describe('Réponses à cocher'),
  lignes: z.number().int().min(0).max(6).describe('Lignes laissées pour écrire'),
});

/** La fiche entreprise à imprimer (content/fiche-entreprise.yaml). */
export const ficheEntrepriseSchema = z.strictObject({
  majLe: z.iso.date().describe('Dernière relecture (AAAA-MM-JJ)'),
  sections: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
        titre: z.string().min(1).describe('Titre de la partie'),
        aide: z.string().min(1).max(260).describe('Pourquoi on le demande'),
        contacts: z
          .array(z.string().min(1))
          .min(2)
          .optional()
          .describe('Personnes à désigner : un cadre pour chacune'),
        domaines: z.boolean().default(false).describe('Montre les domaines à cocher'),
        champs: z.array(champSchema).default([]),
      }),
    )
    .min(1),
});

export type FicheEntreprise = z.infer<typeof ficheEntrepriseSchema>;
export type PartieDeFiche = FicheEntreprise['sections'][number];
