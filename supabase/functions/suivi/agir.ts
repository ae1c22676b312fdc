import { ilYA } from '../../../src/suivi/regles/page.ts';
import { estUneRemise } from '../../../src/suivi/regles/mots.ts';
import type { Deps, Traitement } from '../_shared/deps.ts';
import { json, refuserLesErreurs } from '../_shared/http.ts';
import { lireJeton, repondreBilan } from '../_shared/liens.ts';
import { lireOrdre } from '../_shared/suivi/action.ts';
import { agirSurUnSuivi, depuis } from '../_shared/suivi/agir.ts';
import { lireSuivi, type SuiviOuvert } from '../_shared/suivi/lecture.ts';
import { corpsDuSuivi } from '../_shared/suivi/reponse.ts';

async function depasse(lu: SuiviOuvert, vu: number, deps: Deps): Promise<Response> {
  const dernier = depuis(lu, vu) ?? lu.evenements.findLast(({ genre }) => !estUneRemise(genre));
  const corps = await corpsDuSuivi(lu, deps, 'depasse');
  if (!dernier) return json(409, corps);
  const { id, auteur, genre, le } = dernier;
  const lui = corps.evenements.find((evenement) => evenement.id === id);
  const par = { auteur, genre, le };
  const dit = lui && { dit: `${lui.phrase}, ${ilYA(le, corps.maintenant)}.` };
  return json(409, { ...corps, par: { ...par, ...dit } });
}

/** Fait une action, et montre le suivi tel qu'il est maintenant. */
export const agir: Traitement = async (requete, deps) => {
  const envoi = await lireJeton(requete);
  if (envoi instanceof Response) return envoi;
  const ordre = lireOrdre(envoi.champs);
  if ('erreurs' in ordre) return refuserLesErreurs(ordre.erreurs);
  const issue = await agirSurUnSuivi(envoi.empreinte, ordre, deps);
  if (issue.statut === 'erreurs') return refuserLesErreurs(issue.erreurs);
  if (issue.statut === 'limite') return repondreBilan(issue);
  const { statut } = issue;
  if (statut === 'lien-inconnu' || statut === 'lien-expire') return repondreBilan({ statut });
  const lu = await lireSuivi(envoi.empreinte, deps);
  // Qui vient de passer la main n'a plus de lien : il reste « fait ».
  if (lu.statut !== 'ouvert') return statut === 'fait' ? json(200, { statut }) : repondreBilan(lu);
  if (statut === 'depasse') return depasse(lu, ordre.vu, deps);
  return json(statut === 'fait' ? 200 : 409, await corpsDuSuivi(lu, deps, statut));
};
