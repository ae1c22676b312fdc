import type { Dossier } from '../../../../src/suivi/regles/dossier.ts';
import type { EtatDeSuivi } from '../../../../src/suivi/regles/etats.ts';
import type { RoleDeSuivi } from '../../../../src/suivi/regles/mots.ts';
import { recoit } from '../../../../src/suivi/regles/visibilite.ts';

/** Tant que l'on choisit un créneau ou que l'on attend la réunion, l'entreprise a proposé un rendez-vous. */
const A_VENIR: readonly EtatDeSuivi[] = ['creneau-a-choisir', 'reunion-prevue'];

/** Où venir, pour ce rôle, tant que la rencontre est à venir : après, un courriel n'a plus à porter cette adresse. */
export const lieuPour = ({ lieu }: Pick<Dossier, 'lieu'>, etat: EtatDeSuivi, role: RoleDeSuivi) =>
  lieu && A_VENIR.includes(etat) && recoit(role, 'lieu', { etat, aPropose: true }) ? lieu : null;
