import { decisionSchema } from '../../../src/declaration/regles/decision.ts';
import { erreursDe } from '../../../src/socle/saisie.ts';
import type { Deps, Traitement } from '../_shared/deps.ts';
import { refuserLesErreurs } from '../_shared/http.ts';
import { faireUneEtape, lireJeton, repondreBilan } from '../_shared/liens.ts';

const ESSAIS = 3;

/** Demande la reconstruction du site, où le parcours va paraître. */
async function reconstruire({ config }: Deps): Promise<void> {
  if (!config.reconstruction) return;
  for (let essai = 1; essai <= ESSAIS; essai += 1) {
    const reponse = await fetch(config.reconstruction, { method: 'POST' }).catch(() => undefined);
    await reponse?.body?.cancel();
    if (reponse?.ok) return;
    await new Promise((suite) => setTimeout(suite, essai * 1_000));
  }
  throw new Error('La reconstruction du site n’a pas pu être demandée.');
}

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
