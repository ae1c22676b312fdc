import type { Dossier } from '../../../../src/suivi/regles/dossier.ts';
import type { EtatDeSuivi } from '../../../../src/suivi/regles/etats.ts';
import type { RoleDeSuivi } from '../../../../src/suivi/regles/mots.ts';
import { recoit, type Moment } from '../../../../src/suivi/regles/visibilite.ts';

/** Tant que l'on choisit un créneau ou que l'on attend la réunion. */
const A_VENIR: readonly EtatDeSuivi[] = ['creneau-a-choisir', 'reunion-prevue'];

/** Où venir, pour ce rôle, tant que la rencontre est à venir : après, un courriel n'a plus à porter cette adresse. */
export const lieuPour = ({ lieu }: Pick<Dossier, 'lieu'>, moment: Moment, role: RoleDeSuivi) =>
  lieu && A_VENIR.includes(moment.etat) && recoit(role, 'lieu', moment) ? lieu : null;

/** De quel marché il s'agit, pour qui a à le savoir. */
export const marchePour = (
  { marche }: Pick<Dossier, 'marche'>,
  moment: Moment,
  role: RoleDeSuivi,
) => (marche && recoit(role, 'marche', moment) ? marche : null);
