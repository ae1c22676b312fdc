import { envoyerCourriels } from '../_shared/courriels/boite-d-envoi.ts';
import type { Traitement } from '../_shared/deps.ts';
import { preparerLiens } from '../_shared/jetons.ts';
import { aMaintenant, bilanSchema, lireJeton, repondreBilan } from '../_shared/liens.ts';

/** Un lien par contact prévenu (quatre rôles), un pour la tutrice, et de la marge. */
const LIENS = 8;

/** Accepte un parcours libéré : l'entreprise, l'acheteur et l'équipe sont prévenus. */
export const accepterProposition: Traitement = async (requete, deps) => {
  const lu = await lireJeton(requete);
  if (lu instanceof Response) return lu;
  const bilan = await deps.base.appeler(
    'proposition_accepter',
    {
      p_empreinte: lu.empreinte,
      p_liens: await preparerLiens(deps.config.secretLiens, LIENS),
      p_equipe: deps.config.equipe,
      ...aMaintenant(deps),
    },
    bilanSchema,
  );
  deps.enArriere(envoyerCourriels(deps));
  return repondreBilan(bilan);
};
