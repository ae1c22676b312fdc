import { envoyerCourriels } from '../_shared/courriels/boite-d-envoi.ts';
import type { Traitement } from '../_shared/deps.ts';
import { preparerLiens } from '../_shared/jetons.ts';
import { aMaintenant, bilanSchema, lireJeton, repondreBilan } from '../_shared/liens.ts';

/** Un lien par contact prévenu (quatre rôles), un pour la tutrice, et de la marge. */
const LIENS = 8;

/** Ce qui rend une demande active : l'entreprise, l'acheteur et l'équipe sont prévenus. */
function rendreActive(etape: 'demande_confirmer' | 'proposition_accepter'): Traitement {
  return async (requete, deps) => {
    const lu = await lireJeton(requete);
    if (lu instanceof Response) return lu;
    const bilan = await deps.base.appeler(
      etape,
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
}

/** Confirme une demande ; un parcours déjà réservé donne un rang dans la liste d'attente. */
export const confirmerInteret = rendreActive('demande_confirmer');

/** Accepte un parcours libéré. */
export const accepterProposition = rendreActive('proposition_accepter');
