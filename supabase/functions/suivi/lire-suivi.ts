import type { Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';
import { lireJeton, repondreBilan } from '../_shared/liens.ts';
import { lireSuivi } from '../_shared/suivi/lecture.ts';
import { corpsDuSuivi } from '../_shared/suivi/reponse.ts';

/** Montre un suivi à qui a son lien, sans rien changer : un robot qui ouvre les courriels n'y laisse pas de trace. */
export const traiter: Traitement = async (requete, deps) => {
  const envoi = await lireJeton(requete);
  if (envoi instanceof Response) return envoi;
  const lu = await lireSuivi(envoi.empreinte, deps);
  return lu.statut === 'ouvert' ? json(200, corpsDuSuivi(lu, deps)) : repondreBilan(lu);
};
