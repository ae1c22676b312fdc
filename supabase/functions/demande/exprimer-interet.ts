import { z } from 'zod';
import { jourAParis } from '../../../src/socle/dates.ts';
import { erreurDeDate } from '../../../src/demande/regles/champs.ts';
import { CONFIRMATION_HEURES, demandeSchema } from '../../../src/demande/regles/demande.ts';
import { compteursDuParcours, compterLEnvoi, lireFormulaire } from '../_shared/abus.ts';
import { envoyerCourriels } from '../_shared/envoi/boite-d-envoi.ts';
import { estUneAdresseReconnue } from '../_shared/confiance.ts';
import type { Traitement } from '../_shared/deps.ts';
import { json, refuserLesErreurs } from '../_shared/http.ts';
import { preparerLiens } from '../_shared/jetons.ts';
import { aMaintenant, repondreBilan } from '../_shared/liens.ts';
import { avecReferenceLibre, tirerReference } from '../_shared/references.ts';

const reponseSchema = z.object({
  statut: z.enum(['recue', 'limite', 'inconnu', 'ferme', 'heures', 'trop-tard']),
  reference: z.string().optional(),
  secondes: z.number().optional(),
  restantes: z.number().nullish(),
});

const APRES_LA_FIN = 'Le parcours finit avant cette date. Choisissez un début plus tôt.';

const recue = (reference: string) => json(202, { statut: 'recue', reference });

/** Reçoit une expression d'intérêt : rien ne part vers l'entreprise avant la confirmation par courriel. */
export const exprimerInteret: Traitement = async (requete, deps) => {
  const envoi = await lireFormulaire(
    requete,
    demandeSchema,
    () => recue(tirerReference('D')),
    deps,
  );
  if (envoi instanceof Response) return envoi;
  const { enveloppe, saisie: demande } = envoi;
  const debutLe = erreurDeDate(demande, jourAParis(deps.maintenant()));
  if (debutLe !== undefined) return refuserLesErreurs({ debutLe });
  const aCompter = await compterLEnvoi(requete, enveloppe, 'demande', [demande.courriel], deps);
  const parcours = await compteursDuParcours(requete, demande.parcoursId, deps);
  const [p_lien] = await preparerLiens(deps.config.secretLiens, 1);
  const reponse = await avecReferenceLibre(() =>
    deps.base.appeler(
      'demande_creer',
      {
        p_demande: {
          ...demande,
          id: crypto.randomUUID(),
          reference: tirerReference('D'),
          reconnue: estUneAdresseReconnue(demande.courriel),
        },
        p_lien,
        p_limites: [...aCompter, ...parcours],
        p_valable: `${CONFIRMATION_HEURES} hours`,
        ...aMaintenant(deps),
      },
      reponseSchema,
    ),
  );
  if (reponse.statut === 'trop-tard') return refuserLesErreurs({ debutLe: APRES_LA_FIN });
  if (reponse.statut !== 'recue') return repondreBilan(reponse);
  deps.enArriere(envoyerCourriels(deps));
  return recue(reponse.reference ?? '');
};
