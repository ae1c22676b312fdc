import { jourAParis } from '../../socle/dates.ts';
import { erreursDe, type Erreurs } from '../../socle/saisie.ts';
import { demandeSchema, erreurDeDate } from './demande.ts';

export { demandeSchema as schema };

/** Ce que la fonction refuserait, champ par champ : le même schéma, et la même règle de date. */
export function relire(champs: Record<string, unknown>): Erreurs {
  const lecture = demandeSchema.safeParse(champs);
  const erreurs = lecture.success ? {} : erreursDe(lecture.error);
  // Seule : les étapes d'après ne sont peut-être pas encore remplies.
  const debutLe = demandeSchema.shape.debutLe.safeParse(champs.debutLe);
  const date = debutLe.success
    ? erreurDeDate({ debutLe: debutLe.data }, jourAParis(new Date()))
    : undefined;
  return date === undefined ? erreurs : { ...erreurs, debutLe: date };
}
