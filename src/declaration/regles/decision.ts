import * as z from 'zod/mini';
import { texteSaisi } from '../../socle/saisie.ts';

/** Un refus se motive : l'acheteur le lit. */
export const refusSchema = z.object({
  motif: texteSaisi('la raison du refus', { min: 3, max: 500 }),
});

type Decision = { accepte: true } | { accepte: false; motif: string };

/**
 * La décision de l'équipe. Le cas se choisit à la main : l'union discriminée de zod pèserait 0,7 Ko sur chaque page où
 * l'on tape, pour ces deux-là.
 */
export const decisionSchema = z.pipe(
  z.object({
    accepte: z.literal([true, false], { error: 'Dites si la déclaration est acceptée.' }),
    motif: z.optional(z.unknown()),
  }),
  z.transform(({ accepte, motif }: { accepte: boolean; motif?: unknown }, contexte): Decision => {
    if (accepte) return { accepte };
    const refus = refusSchema.safeParse({ motif });
    if (refus.success) return { accepte, ...refus.data };
    for (const { message, path } of refus.error.issues)
      contexte.issues.push({ code: 'custom', message, path, input: motif });
    return z.NEVER;
  }),
);
