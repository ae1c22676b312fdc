import { z } from 'zod';
import type { Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';
import { preparerLiens } from '../_shared/jetons.ts';
import { faireUneEtape, lireJeton, repondreBilan } from '../_shared/liens.ts';

const saisieSchema = z.object({ releve: z.uuid(), accepte: z.boolean() });

/** Un lien vers la liste, et ceux des dossiers les plus récents de l'acheteur remplacé. */
const LIENS = 60;

/** L'équipe accepte ou refuse qu'un collègue reprenne les dossiers d'un acheteur parti. */
export const deciderLaReleve: Traitement = async (requete, deps) => {
  const envoi = await lireJeton(requete);
  if (envoi instanceof Response) return envoi;
  const saisie = saisieSchema.safeParse(envoi.champs);
  if (!saisie.success) return json(404, { statut: 'inconnu' });
  const parametres = {
    p_releve: saisie.data.releve,
    p_accepte: saisie.data.accepte,
    p_liens: await preparerLiens(deps.config.secretLiens, LIENS),
  };
  return repondreBilan(await faireUneEtape('releve_decider', envoi.empreinte, parametres, deps));
};
