import { z } from 'zod';
import { retrouverSchema } from '../../../src/suivi/regles/retrouver.ts';
import { erreursDe } from '../../../src/socle/saisie.ts';
import { controler, estLeurre, ouvrirEnvoi } from '../_shared/abus.ts';
import { envoyerCourriels } from '../_shared/courriels/boite-d-envoi.ts';
import type { Traitement } from '../_shared/deps.ts';
import { attendre, json, lireEnvoi, refuserLesErreurs } from '../_shared/http.ts';
import { preparerLiens } from '../_shared/jetons.ts';
import { aMaintenant } from '../_shared/liens.ts';

/** Deux liens vers des listes, et ceux des suivis qui n'en auraient plus. */
const LIENS = 12;

const reponseSchema = z.object({
  statut: z.enum(['envoye', 'limite']),
  secondes: z.number().optional(),
});

const envoye = () => json(202, { statut: 'envoye' });

/** Envoie ses liens à une adresse connue. La réponse est la même pour une adresse inconnue : rien ne s'y devine. */
export const retrouverSuivi: Traitement = async (requete, deps) => {
  const envoi = await lireEnvoi(requete);
  if (envoi instanceof Response) return envoi;
  const { enveloppe, saisie } = ouvrirEnvoi(envoi);
  if (estLeurre(enveloppe)) return envoye();
  const lecture = retrouverSchema.safeParse(saisie);
  if (!lecture.success) return refuserLesErreurs(erreursDe(lecture.error));
  const { courriel } = lecture.data;
  const controle = await controler(requete, envoi, enveloppe, 'retrouver', [courriel], deps);
  if ('erreurs' in controle) return refuserLesErreurs(controle.erreurs);
  const reponse = await deps.base.appeler(
    'liens_retrouver',
    {
      p_courriel: courriel,
      p_liens: await preparerLiens(deps.config.secretLiens, LIENS),
      p_limites: controle.aCompter,
      ...aMaintenant(deps),
    },
    reponseSchema,
  );
  if (reponse.statut === 'limite') return attendre(reponse.secondes ?? 60);
  deps.enArriere(envoyerCourriels(deps));
  return envoye();
};
