import { jourAParis } from '../../socle/dates.ts';
import { erreursDe, type Erreurs } from '../../socle/saisie.ts';
import { champsDeLaDemande, erreurDeDate } from './champs.ts';

export { champsDeLaDemande };

/** Ce que la fonction refuserait, champ par champ : le même schéma, et la même règle de date. */
export const relireAvec =
  (schema: typeof champsDeLaDemande) =>
  (champs: Record<string, unknown>): Erreurs => {
    const lecture = schema.safeParse(champs);
    const erreurs = lecture.success ? {} : erreursDe(lecture.error);
    // Seule : les étapes d'après ne sont peut-être pas encore remplies.
    const debutLe = schema.shape.debutLe.safeParse(champs.debutLe);
    const date = debutLe.success
      ? erreurDeDate({ debutLe: debutLe.data }, jourAParis(new Date()))
      : undefined;
    return date === undefined ? erreurs : { ...erreurs, debutLe: date };
  };
