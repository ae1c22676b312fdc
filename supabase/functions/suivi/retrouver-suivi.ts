import { z } from 'zod';
import { retrouverSchema } from '../../../src/lien/regles/retrouver.ts';
import { compterLEnvoi, lireFormulaire } from '../_shared/abus.ts';
import { envoyerCourriels } from '../_shared/envoi/boite-d-envoi.ts';
import type { Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';
import { preparerLiens } from '../_shared/jetons.ts';
import { aMaintenant, repondreBilan } from '../_shared/liens.ts';

/** Trois liens vers des listes, et ceux des suivis et des déclarations qui n'en auraient plus. */
const LIENS = 17;

const reponseSchema = z.object({
  statut: z.enum(['envoye', 'limite']),
  secondes: z.number().optional(),
});

const envoye = () => json(202, { statut: 'envoye' });

/** Envoie ses liens à une adresse connue. La réponse est la même pour une adresse inconnue : rien ne s'y devine. */
export const retrouverSuivi: Traitement = async (requete, deps) => {
  const envoi = await lireFormulaire(requete, retrouverSchema, envoye, deps);
  if (envoi instanceof Response) return envoi;
  const { enveloppe, saisie } = envoi;
  const aCompter = await compterLEnvoi(requete, enveloppe, 'retrouver', [saisie.courriel], deps);
  const reponse = await deps.base.appeler(
    'liens_retrouver',
    {
      p_courriel: saisie.courriel,
      p_equipe: deps.config.equipe,
      p_liens: await preparerLiens(deps.config.secretLiens, LIENS),
      p_limites: aCompter,
      ...aMaintenant(deps),
    },
    reponseSchema,
  );
  if (reponse.statut === 'limite') return repondreBilan(reponse);
  deps.enArriere(envoyerCourriels(deps));
  return envoye();
};
