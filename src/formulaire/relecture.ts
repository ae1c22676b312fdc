import * as z from 'zod/mini';
import { erreursDe, type Erreurs } from '../socle/saisie.ts';
import { champsDuFormulaire } from './regles/decodage.ts';

/**
 * Ce qui relit un formulaire. Le schéma est celui de la fonction ; il pèse plus que la page, et n'arrive que lorsque l'on
 * écrit.
 */
export type Regles = {
  schema: z.core.$ZodType;
  /** Ce que la page écarte ou complète avant de relire : un groupe caché, par exemple. */
  preparer?: (champs: Record<string, unknown>) => Record<string, unknown>;
  /** Remplace la relecture par le seul schéma, quand la date du jour compte aussi. */
  relire?: (champs: Record<string, unknown>) => Erreurs;
};

export type Relue = { champs: Record<string, unknown>; erreurs: Erreurs };

/** Les champs tels qu'ils partiraient, et ce que la fonction en refuserait. */
export function relire(
  { schema, preparer = (champs) => champs, relire: relireChamps }: Regles,
  entrees: readonly (readonly [string, string])[],
): Relue {
  const champs = preparer(champsDuFormulaire(entrees, schema));
  if (relireChamps) return { champs, erreurs: relireChamps(champs) };
  const lecture = z.safeParse(schema, champs);
  return { champs, erreurs: lecture.success ? {} : erreursDe(lecture.error) };
}
