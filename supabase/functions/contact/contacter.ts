import { z } from 'zod';
import { messageEquipeSchema } from '../../../src/contact/regles/message-equipe.ts';
import { compterLEnvoi, lireFormulaire } from '../_shared/abus.ts';
import { envoyerCourriels } from '../_shared/envoi/boite-d-envoi.ts';
import type { Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';
import { aMaintenant, repondreBilan } from '../_shared/liens.ts';
import { avecReferenceLibre, tirerReference } from '../_shared/references.ts';

const reponseSchema = z.object({
  statut: z.enum(['recu', 'limite']),
  reference: z.string().optional(),
  secondes: z.number().optional(),
});

const recu = (reference: string) => json(202, { statut: 'recu', reference });

/** Reçoit un message à l'équipe, avec une référence et un accusé de réception. */
export const contacter: Traitement = async (requete, deps) => {
  const envoi = await lireFormulaire(
    requete,
    messageEquipeSchema,
    () => recu(tirerReference('M')),
    deps,
  );
  if (envoi instanceof Response) return envoi;
  const { enveloppe, saisie } = envoi;
  const { nouveauContact, ...message } = saisie;
  const aCompter = await compterLEnvoi(requete, enveloppe, 'message', [message.courriel], deps);
  const details = nouveauContact === null ? {} : { nouveauContact };
  const reponse = await avecReferenceLibre(() =>
    deps.base.appeler(
      'message_deposer',
      {
        p_message: { ...message, details, id: crypto.randomUUID(), reference: tirerReference('M') },
        p_limites: aCompter,
        p_equipe: deps.config.equipe,
        ...aMaintenant(deps),
      },
      reponseSchema,
    ),
  );
  if (reponse.statut === 'limite') return repondreBilan(reponse);
  deps.enArriere(envoyerCourriels(deps));
  return recu(reponse.reference ?? '');
};
