import { decisionSchema } from '../../../src/declaration/regles/decision.ts';
import { erreursDe } from '../../../src/socle/saisie.ts';
import type { Traitement } from '../_shared/deps.ts';
import { refuserLesErreurs } from '../_shared/http.ts';
import { faireUneEtape, lireJeton, repondreBilan } from '../_shared/liens.ts';
import { reconstruire } from '../_shared/reconstruction.ts';

/** L'équipe accepte une déclaration, qui entre au catalogue, ou la refuse en disant pourquoi. */
export const validerDeclaration: Traitement = async (requete, deps) => {
  const lu = await lireJeton(requete);
  if (lu instanceof Response) return lu;
  const lecture = decisionSchema.safeParse(lu.champs);
  if (!lecture.success) return refuserLesErreurs(erreursDe(lecture.error));
  const decision = lecture.data;
  const parametres = {
    p_accepte: decision.accepte,
    p_motif: decision.accepte ? null : decision.motif,
  };
  const bilan = await faireUneEtape('declaration_valider', lu.empreinte, parametres, deps);
  // Rejouée aussi : le premier appel a pu ne pas aboutir, et reconstruire deux fois ne change rien.
  if (bilan.statut === 'validee') deps.enArriere(reconstruire(deps));
  return repondreBilan(bilan);
};
