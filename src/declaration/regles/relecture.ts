import { erreursDe, type Erreurs } from '../../socle/saisie.ts';
import { jourAParis } from '../../socle/dates.ts';
import type { Parcours } from '../../parcours/regles/parcours.ts';
import {
  declarationSchema,
  erreursDuJour,
  parcoursDeclare,
  type Declaration,
} from './declaration.ts';

export { declarationSchema as schema };

/* La clé ne se tire qu'au moment d'envoyer ; relire avant n'a pas à la réclamer. */
const CLE_A_TIRER = '00000000-0000-0000-0000-000000000000';

const lire = (champs: Record<string, unknown>) =>
  declarationSchema.safeParse({ ...champs, cle: champs.cle === '' ? CLE_A_TIRER : champs.cle });

const aujourdHui = () => jourAParis(new Date());

/** Ce qui est à corriger, le jour compris. */
export function relire(champs: Record<string, unknown>): Erreurs {
  const lecture = lire(champs);
  return lecture.success ? erreursDuJour(lecture.data, aujourdHui()) : erreursDe(lecture.error);
}

/** Le parcours que le catalogue montrerait de ces champs, relus sans erreur. */
export function parcoursRelu(champs: Record<string, unknown>): Parcours {
  const declaration: Declaration = declarationSchema.parse({ ...champs, cle: CLE_A_TIRER });
  return parcoursDeclare(declaration, '', aujourdHui());
}
