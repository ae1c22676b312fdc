import { z } from 'zod';
import { releveSchema } from '../../../src/releve/regles/releve.ts';
import { compterLEnvoi, lireFormulaire } from '../_shared/abus.ts';
import { envoyerCourriels } from '../_shared/envoi/boite-d-envoi.ts';
import type { Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';
import { aMaintenant, repondreBilan } from '../_shared/liens.ts';

const reponseSchema = z.object({
  statut: z.enum(['recu', 'limite']),
  secondes: z.number().optional(),
});

const recu = () => json(202, { statut: 'recu' });

/** Reçoit la demande d'un collègue qui reprend les dossiers d'un acheteur parti. La réponse n'apprend pas qui est connu. */
export const demanderLaReleve: Traitement = async (requete, deps) => {
  const envoi = await lireFormulaire(requete, releveSchema, recu, deps);
  if (envoi instanceof Response) return envoi;
  const { enveloppe, saisie } = envoi;
  const reponse = await deps.base.appeler(
    'releve_deposer',
    {
      p_releve: { ...saisie, id: crypto.randomUUID() },
      p_limites: await compterLEnvoi(requete, enveloppe, 'releve', [saisie.courriel], deps),
      p_equipe: deps.config.equipe,
      ...aMaintenant(deps),
    },
    reponseSchema,
  );
  if (reponse.statut === 'limite') return repondreBilan(reponse);
  deps.enArriere(envoyerCourriels(deps));
  return recu();
};
