import { z } from 'zod';
import { typographier } from '../../socle/typographie.ts';

/** Un paragraphe prêt à coller dans une pièce du marché (content/dce.yaml). */
const paragrapheSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  piece: z.string().min(1).describe('La pièce où coller le paragraphe'),
  quand: z.string().min(1).describe('À quel moment, et pour qui'),
  moment: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .nullable()
    .describe('Page du kit vers laquelle mène le lien (content/kit), ou null pour le kit entier'),
  texte: z
    .array(z.string().min(1))
    .min(1)
    .describe('Les paragraphes ; {lien} donne l’adresse courte, {version} la version du kit'),
});

/** Tous les paragraphes, dans l'ordre où la page les montre. */
export const dceSchema = z.strictObject({ paragraphes: z.array(paragrapheSchema).min(1) });

/**
 * Remplace {lien}, {version} et tout autre fait cité entre accolades.
 * @throws si le texte cite un fait qui n'est pas donné
 */
export function redigerParagraphe(texte: string, faits: Record<string, string>): string {
  return typographier(texte).replace(/\{([a-z-]+)\}/g, (_, nom: string) => {
    const valeur = faits[nom];
    if (valeur === undefined) throw new Error(`content/dce.yaml : « {${nom}} » est inconnu.`);
    return valeur;
  });
}
