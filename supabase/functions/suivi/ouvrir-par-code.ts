import { z } from 'zod';
import { codeSchema, JOURS_DU_CODE } from '../../../src/lien/regles/code.ts';
import { ajouterJours, jourAParis } from '../../../src/socle/dates.ts';
import { compterLEnvoi, compteursDeLaReference, lireFormulaire } from '../_shared/abus.ts';
import type { Deps, Traitement } from '../_shared/deps.ts';
import { json, refuserLesErreurs } from '../_shared/http.ts';
import { codeDe, jetonDe } from '../_shared/jetons.ts';
import { aMaintenant, repondreBilan } from '../_shared/liens.ts';

/** Liens essayés au moins, vrais ou non : une référence inconnue prend le même temps qu'une autre. */
const LIENS = 12;

const reponseSchema = z.object({
  statut: z.enum(['lus', 'limite']),
  secondes: z.number().optional(),
  liens: z.array(z.uuid()).default([]),
});

/* Une seule phrase, que la référence existe ou non. */
const refuser = () =>
  refuserLesErreurs({
    code: `Ce code n’ouvre pas cette référence. Vérifiez les deux sur le dernier courriel : un code vaut ${JOURS_DU_CODE} jours au plus.`,
  });

/** Le lien dont c'est le code, s'il est de ceux qui valent encore. */
async function lienDuCode(
  liens: readonly string[],
  code: string,
  { config, maintenant }: Deps,
): Promise<string | undefined> {
  const aujourdhui = jourAParis(maintenant());
  const jours = Array.from({ length: JOURS_DU_CODE + 1 }, (_, ilYA) =>
    ajouterJours(aujourdhui, -ilYA),
  );
  const leurres = Array.from({ length: Math.max(0, LIENS - liens.length) }, () =>
    crypto.randomUUID(),
  );
  const codes = await Promise.all(
    [...liens, ...leurres].flatMap((id) =>
      jours.map(async (jour) => ({ id, code: await codeDe(config.secretLiens, id, jour) })),
    ),
  );
  const trouve = codes.find((essaye) => essaye.code === code)?.id;
  return trouve !== undefined && liens.includes(trouve) ? trouve : undefined;
}

/** Rend le jeton d'un lien à qui tape la référence et le code de son courriel : il ouvre alors ce que le lien ouvre. */
export const ouvrirParCode: Traitement = async (requete, deps) => {
  const envoi = await lireFormulaire(requete, codeSchema, refuser, deps);
  if (envoi instanceof Response) return envoi;
  const { enveloppe, saisie } = envoi;
  const reponse = await deps.base.appeler(
    'liens_de_reference',
    {
      p_reference: saisie.reference,
      p_limites: [
        ...(await compterLEnvoi(requete, enveloppe, 'code', [], deps)),
        ...(await compteursDeLaReference(saisie.reference, deps)),
      ],
      ...aMaintenant(deps),
    },
    reponseSchema,
  );
  if (reponse.statut === 'limite')
    return repondreBilan({ statut: 'limite', secondes: reponse.secondes });
  const lien = await lienDuCode(reponse.liens, saisie.code, deps);
  if (lien === undefined) return refuser();
  return json(200, { statut: 'ouvert', jeton: await jetonDe(deps.config.secretLiens, lien) });
};
