import { z } from 'zod';
import { LIMITES_DES_COURRIELS } from '../../../src/formulaire/regles/limites.ts';
import type { Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';
import { preparerLiens } from '../_shared/jetons.ts';
import { faireUneEtape, lireJeton, repondreBilan } from '../_shared/liens.ts';

/** Huit par demande à reprendre, pour trois demandes : une personne que rien ne garantit n'en a qu'une, ou presque. */
const LIENS = 24;

const saisieSchema = z.object({
  connue: z.boolean(),
  /** La demande, quand c'est le lien d'un tableau qui répond. */
  demande: z.uuid().nullable().default(null),
});

/** « Je connais cette personne », ou non : la coordination ou l'équipe répond, et la demande part ou s'arrête. */
export const verifierPersonne: Traitement = async (requete, deps) => {
  const envoi = await lireJeton(requete);
  if (envoi instanceof Response) return envoi;
  const saisie = saisieSchema.safeParse(envoi.champs);
  if (!saisie.success) return json(404, { statut: 'inconnu' });
  const parametres = {
    p_demande: saisie.data.demande,
    p_connue: saisie.data.connue,
    p_liens: await preparerLiens(deps.config.secretLiens, LIENS),
    p_equipe: deps.config.equipe,
    p_limites: LIMITES_DES_COURRIELS,
  };
  return repondreBilan(
    await faireUneEtape('verification_repondre', envoi.empreinte, parametres, deps),
  );
};
