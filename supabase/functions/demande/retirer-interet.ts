import { z } from 'zod';
import { envoyerCourriels } from '../_shared/envoi/boite-d-envoi.ts';
import type { Deps, Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';
import { empreinteDe, jetonDe } from '../_shared/jetons.ts';
import { aMaintenant, bilanSchema, lireJeton, repondreBilan } from '../_shared/liens.ts';
import { agirSurUnSuivi, type Issue } from '../_shared/suivi/agir.ts';

/** Quelqu'un peut agir entre la lecture du suivi et l'écriture : on relit, et l'on recommence. */
const ESSAIS = 3;

/** Ce qu'un retrait devait défaire : encore là après lui, c'est que le suivi ne le permet plus. */
const EN_COURS = ['a-verifier', 'active', 'en-attente', 'proposee'];

/** `suivi` : le lien de suivi de la tutrice, tant que la demande est en cours ; il ne sort pas d'ici. */
const retraitSchema = bilanSchema.extend({ suivi: z.uuid().nullish() });

/** Retire une demande suivie comme le fait sa page, si son suivi le permet : chacun l'apprend, les agendas changent. */
async function retirerDuSuivi(lien: string, deps: Deps): Promise<Issue | undefined> {
  // Un lien plus ancien que le suivi y mène : le jeton se recalcule de l'identifiant du lien.
  const empreinte = await empreinteDe(await jetonDe(deps.config.secretLiens, lien));
  const cle = crypto.randomUUID();
  const ordre = { action: 'retirer' as const, cle, vu: null, saisie: { precision: null } };
  for (let essai = 1; essai <= ESSAIS; essai += 1) {
    const issue = await agirSurUnSuivi(empreinte, ordre, deps);
    if (issue.statut !== 'depasse') return issue;
  }
  return undefined;
}

/** Retire une demande que personne n'a confirmée, et dit ce qu'elle est devenue ; confirmée, dit par quel lien agir. */
function retirerAvantLaConfirmation(empreinte: string, deps: Deps) {
  return deps.base.appeler(
    'demande_retirer',
    { p_empreinte: empreinte, ...aMaintenant(deps) },
    retraitSchema,
  );
}

/**
 * Retire une demande : le parcours est libre aussitôt, et proposé à la personne suivante. Une demande confirmée se retire
 * par son suivi, avec ses droits.
 */
export const retirerInteret: Traitement = async (requete, deps) => {
  const recu = await lireJeton(requete);
  if (recu instanceof Response) return recu;
  const avant = await retirerAvantLaConfirmation(recu.empreinte, deps);
  const issue = avant.suivi ? await retirerDuSuivi(avant.suivi, deps) : undefined;
  if (issue?.statut === 'limite') return repondreBilan(issue);
  // Relue : le même retrait, arrivé au même instant, a pu passer le premier, et la demande n'est plus en cours.
  const { suivi: _suivi, ...bilan } = avant.suivi
    ? await retirerAvantLaConfirmation(recu.empreinte, deps)
    : avant;
  deps.enArriere(envoyerCourriels(deps));
  return EN_COURS.includes(bilan.statut)
    ? json(409, { ...bilan, statut: 'interdite' })
    : repondreBilan(bilan);
};
