import { PROPOSITION_HEURES } from '../../../src/core/demande.ts';
import { envoyerCourriels } from '../_shared/courriels/envoi.ts';
import type { Traitement } from '../_shared/deps.ts';
import { preparerLiens } from '../_shared/jetons.ts';
import { aMaintenant, bilanSchema, lireJeton, repondreBilan } from '../_shared/liens.ts';

/** Retire une demande : le parcours est libre aussitôt, et proposé à la personne suivante. */
export const traiter: Traitement = async (requete, deps) => {
  const lu = await lireJeton(requete);
  if (lu instanceof Response) return lu;
  const [p_lien] = await preparerLiens(deps.config.secretLiens, 1);
  const bilan = await deps.base.appeler(
    'demande_retirer',
    {
      p_empreinte: lu.empreinte,
      p_lien,
      p_valable: `${PROPOSITION_HEURES} hours`,
      ...aMaintenant(deps),
    },
    bilanSchema,
  );
  deps.enArriere(envoyerCourriels(deps));
  return repondreBilan(bilan);
};
