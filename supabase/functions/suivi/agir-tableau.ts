import { z } from 'zod';
import type { Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';
import { faireUneEtape, lireJeton, repondreBilan } from '../_shared/liens.ts';

const saisieSchema = z.object({ action: z.literal('renvoyer-courriel'), id: z.uuid() });

/** Ce que l'équipe fait depuis son tableau : renvoyer un courriel qui n'est pas parti. */
export const agirTableau: Traitement = async (requete, deps) => {
  const envoi = await lireJeton(requete);
  if (envoi instanceof Response) return envoi;
  const saisie = saisieSchema.safeParse(envoi.champs);
  if (!saisie.success) return json(404, { statut: 'inconnu' });
  const parametres = { p_action: saisie.data.action, p_id: saisie.data.id };
  return repondreBilan(await faireUneEtape('tableau_agir', envoi.empreinte, parametres, deps));
};
