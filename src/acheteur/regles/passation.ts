import { z } from 'zod';
import { blocDeTexte, type DocumentAEcrire } from '../../documents/regles/bloc.ts';
import { pageSchema } from '../../site/regles/page.ts';
import { typographier } from '../../socle/typographie.ts';

/** La fiche de passation (content/passation.yaml) : des rubriques, et des lignes à remplir à la main. */
export const passationSchema = pageSchema.extend({
  consigne: z.string().min(1).describe('Qui remplit la fiche, et pour qui'),
  rubriques: z
    .array(
      z.strictObject({
        titre: z.string().min(1),
        lignes: z.array(z.string().min(1)).min(1).describe('Ce qu’il faut écrire, ligne par ligne'),
      }),
    )
    .min(1),
});

export type Passation = z.infer<typeof passationSchema>;

/** Un blanc à remplir à la main ou au clavier. */
const BLANC = '[à remplir]';

/** La fiche en document à écrire : chaque ligne est suivie d'un blanc souligné. */
export function passationEnDocument({ titre, consigne, rubriques }: Passation): DocumentAEcrire {
  return {
    titre,
    description: consigne,
    blocs: [
      blocDeTexte(1, typographier(titre)),
      blocDeTexte(0, typographier(consigne)),
      ...rubriques.flatMap((rubrique) => [
        blocDeTexte(2, typographier(rubrique.titre)),
        ...rubrique.lignes.map((ligne) => ({
          niveau: 0 as const,
          segments: [
            { genre: 'texte' as const, texte: `${typographier(ligne)}\u00A0: ` },
            { genre: 'blanc' as const, texte: BLANC },
          ],
        })),
      ]),
    ],
  };
}
