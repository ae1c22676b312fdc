import { z } from 'zod';
import { ROLE_DU_LIEN } from '../../../../src/suivi/regles/mots.ts';
import { PROPOSITION_HEURES } from '../../../../src/demande/regles/demande.ts';
import type { Deps } from '../deps.ts';
import type { LienPret } from '../jetons.ts';
import { aMaintenant } from '../liens.ts';
import { LIMITES_DU_SUIVI } from './regles.ts';

/** Un pour la personne nommée, un pour chaque autre demande du parcours qu'elle reprend, un pour la suivante. */
export const LIENS_D_UNE_ACTION = 8;

const ecritSchema = z.object({
  statut: z.enum(['fait', 'depasse', 'limite', 'lien-inconnu', 'lien-expire']),
  secondes: z.number().optional(),
});

/** Écrit une action entière, si personne n'a agi depuis `vu` et si sa clé n'a pas déjà servi. */
export function ecrireUneAction(
  empreinte: string,
  { cle, vu }: { cle: string; vu: number },
  p_ecrire: object,
  p_liens: readonly LienPret[],
  deps: Deps,
) {
  return deps.base.appeler(
    'suivi_agir',
    {
      p_empreinte: empreinte,
      p_cle: cle,
      p_vu: vu,
      p_auteurs: ROLE_DU_LIEN,
      p_ecrire,
      p_liens,
      p_valable: `${PROPOSITION_HEURES} hours`,
      p_limites: LIMITES_DU_SUIVI,
      ...aMaintenant(deps),
    },
    ecritSchema,
  );
}
