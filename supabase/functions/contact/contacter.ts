import { z } from 'zod';
import { messageEquipeSchema } from '../../../src/contact/regles/message-equipe.ts';
import { erreursDe } from '../../../src/socle/saisie.ts';
import { controler, estLeurre, ouvrirEnvoi } from '../_shared/abus.ts';
import { envoyerCourriels } from '../_shared/courriels/boite-d-envoi.ts';
import type { Traitement } from '../_shared/deps.ts';
import { attendre, json, lireEnvoi, refuserLesErreurs } from '../_shared/http.ts';
import { aMaintenant } from '../_shared/liens.ts';
import { avecReferenceLibre, tirerReference } from '../_shared/references.ts';

const reponseSchema = z.object({
  statut: z.enum(['recu', 'limite']),
  reference: z.string().optional(),
  secondes: z.number().optional(),
});

const recu = (reference: string) => json(202, { statut: 'recu', reference });

/** Reçoit un message à l'équipe, avec une référence et un accusé de réception. */
export const contacter: Traitement = async (requete, deps) => {
  const envoi = await lireEnvoi(requete);
  if (envoi instanceof Response) return envoi;
  const { enveloppe, saisie } = ouvrirEnvoi(envoi);
  if (estLeurre(enveloppe)) return recu(tirerReference('M'));
  const lecture = messageEquipeSchema.safeParse(saisie);
  if (!lecture.success) return refuserLesErreurs(erreursDe(lecture.error));
  const { nouveauContact, ...message } = lecture.data;
  const controle = await controler(requete, envoi, enveloppe, 'message', [message.courriel], deps);
  if ('erreurs' in controle) return refuserLesErreurs(controle.erreurs);
  const details = nouveauContact === null ? {} : { nouveauContact };
  const reponse = await avecReferenceLibre(() =>
    deps.base.appeler(
      'message_deposer',
      {
        p_message: { ...message, details, id: crypto.randomUUID(), reference: tirerReference('M') },
        p_limites: controle.aCompter,
        p_equipe: deps.config.equipe,
        ...aMaintenant(deps),
      },
      reponseSchema,
    ),
  );
  if (reponse.statut === 'limite') return attendre(reponse.secondes ?? 60);
  deps.enArriere(envoyerCourriels(deps));
  return recu(reponse.reference ?? '');
};
