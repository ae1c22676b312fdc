import { LIMITES_DES_COURRIELS } from '../../../src/formulaire/regles/limites.ts';
import { confianceLe } from '../_shared/confiance.ts';
import type { Traitement } from '../_shared/deps.ts';
import { preparerLiens } from '../_shared/jetons.ts';
import { faireUneEtape, lireJeton, repondreBilan } from '../_shared/liens.ts';

/** Un lien par contact prévenu (quatre rôles), ou par coordination interrogée (six au plus), et un pour la tutrice. */
const LIENS = 8;

/**
 * Ce qui rend une demande active : l'entreprise, l'acheteur et l'équipe sont prévenus. Une adresse que rien ne garantit est
 * d'abord vérifiée.
 */
function rendreActive(etape: 'demande_confirmer' | 'proposition_accepter'): Traitement {
  return async (requete, deps) => {
    const lu = await lireJeton(requete);
    if (lu instanceof Response) return lu;
    const p_liens = await preparerLiens(deps.config.secretLiens, LIENS);
    const parametres = {
      p_liens,
      p_equipe: deps.config.equipe,
      p_limites: LIMITES_DES_COURRIELS,
      p_confiance: confianceLe(deps),
    };
    return repondreBilan(await faireUneEtape(etape, lu.empreinte, parametres, deps));
  };
}

/** Confirme une demande ; un parcours déjà réservé donne un rang dans la liste d'attente. */
export const confirmerInteret = rendreActive('demande_confirmer');

/** Accepte un parcours libéré. */
export const accepterProposition = rendreActive('proposition_accepter');
