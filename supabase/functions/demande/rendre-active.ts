import { LIMITES_DES_COURRIELS } from '../../../src/formulaire/regles/limites.ts';
import type { Traitement } from '../_shared/deps.ts';
import { preparerLiens } from '../_shared/jetons.ts';
import { faireUneEtape, lireJeton, repondreBilan } from '../_shared/liens.ts';

/** Un lien par contact prévenu (quatre rôles), un pour la tutrice, et de la marge. */
const LIENS = 8;

/** Ce qui rend une demande active : l'entreprise, l'acheteur et l'équipe sont prévenus. */
function rendreActive(etape: 'demande_confirmer' | 'proposition_accepter'): Traitement {
  return async (requete, deps) => {
    const lu = await lireJeton(requete);
    if (lu instanceof Response) return lu;
    const p_liens = await preparerLiens(deps.config.secretLiens, LIENS);
    const parametres = {
      p_liens,
      p_equipe: deps.config.equipe,
      p_limites: LIMITES_DES_COURRIELS,
    };
    return repondreBilan(await faireUneEtape(etape, lu.empreinte, parametres, deps));
  };
}

/** Confirme une demande ; un parcours déjà réservé donne un rang dans la liste d'attente. */
export const confirmerInteret = rendreActive('demande_confirmer');

/** Accepte un parcours libéré. */
export const accepterProposition = rendreActive('proposition_accepter');
