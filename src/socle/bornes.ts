import { z } from 'zod';

/* Lu à la construction des pages seulement : un formulaire tient ses bornes du schéma qui le relira. */

/** Les bornes d'un champ, telles que le HTML les écrit. */
export type Bornes = { maxlength?: number; min?: number; max?: number };

type Decrit = { maxLength?: number; minimum?: number; maximum?: number };

function bornesDuChamp({ maxLength, minimum, maximum }: Decrit): Bornes {
  return {
    ...(maxLength === undefined ? {} : { maxlength: maxLength }),
    ...(minimum === undefined ? {} : { min: minimum }),
    ...(maximum === undefined ? {} : { max: maximum }),
  };
}

/** Les bornes qu'un schéma impose à chacun de ses champs. */
export function bornesDe<S extends z.core.$ZodLooseShape>(
  schema: z.core.$ZodObject<S>,
): Record<keyof S, Bornes> {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.fromEntries(
    Object.keys(schema._zod.def.shape).map((nom) => [
      nom,
      bornesDuChamp(properties[nom] as Decrit),
    ]),
  ) as Record<keyof S, Bornes>;
}
