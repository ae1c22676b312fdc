import { z } from 'zod';
import { actionsPermises } from '../../../src/suivi/regles/actions.ts';
import { PROPOSITION_HEURES } from '../../../src/demande/regles/demande.ts';
import { suivre } from '../../../src/suivi/regles/suivi.ts';
import { envoyerCourriels } from '../_shared/courriels/envoi.ts';
import type { Deps, Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';
import { empreinteDe, jetonDe, preparerLiens, type LienPret } from '../_shared/jetons.ts';
import { aMaintenant, bilanSchema, lireJeton, repondreBilan } from '../_shared/liens.ts';
import { ecritureDe } from '../_shared/suivi/action.ts';
import { ecrireUneAction, LIENS_D_UNE_ACTION } from '../_shared/suivi/ecriture.ts';
import { lireSuivi } from '../_shared/suivi/lecture.ts';
import { CALENDRIER, DELAIS } from '../_shared/suivi/regles.ts';

/** Quelqu'un peut agir entre la lecture du suivi et l'écriture : on relit, et l'on recommence. */
const ESSAIS = 3;

/** `suivi` : le lien de suivi de la tutrice, quand la demande est suivie ; il ne sort pas d'ici. */
const retraitSchema = bilanSchema.extend({ suivi: z.uuid().nullish() });

/**
 * Retire une demande suivie comme le fait sa page : chacun l'apprend, les agendas perdent la réunion.
 * @returns faux quand le suivi ne le permet plus : l'accueil a commencé
 */
async function retirerDuSuivi(empreinte: string, deps: Deps): Promise<boolean> {
  const cle = crypto.randomUUID();
  for (let essai = 1; essai <= ESSAIS; essai += 1) {
    const lu = await lireSuivi(empreinte, deps);
    if (lu.statut !== 'ouvert') return false;
    const instant = deps.maintenant();
    const avant = suivre(lu.evenements, instant, DELAIS, CALENDRIER);
    if (!actionsPermises(avant, 'tutrice', instant).includes('retirer')) return false;
    const liens = await preparerLiens(deps.config.secretLiens, LIENS_D_UNE_ACTION);
    const [relais] = liens as [LienPret, ...LienPret[]];
    const ordre = { action: 'retirer' as const, cle, vu: lu.vu, saisie: { precision: null } };
    const ecriture = ecritureDe(ordre, lu, avant, relais, deps);
    const { statut } = await ecrireUneAction(empreinte, ordre, ecriture, liens, deps);
    if (statut === 'fait') return true;
  }
  return false;
}

async function retirerAvantLeSuivi(empreinte: string, deps: Deps) {
  const [p_lien] = await preparerLiens(deps.config.secretLiens, 1);
  const { suivi, ...bilan } = await deps.base.appeler(
    'demande_retirer',
    {
      p_empreinte: empreinte,
      p_lien,
      p_valable: `${PROPOSITION_HEURES} hours`,
      ...aMaintenant(deps),
    },
    retraitSchema,
  );
  return { suivi, bilan };
}

/** Retire une demande : le parcours est libre aussitôt, et proposé à la personne suivante. */
export const traiter: Traitement = async (requete, deps) => {
  const recu = await lireJeton(requete);
  if (recu instanceof Response) return recu;
  const { suivi, bilan } = await retirerAvantLeSuivi(recu.empreinte, deps);
  if (bilan.statut !== 'active') {
    deps.enArriere(envoyerCourriels(deps));
    return repondreBilan(bilan);
  }
  // Un lien plus ancien que le suivi y mène : le jeton se recalcule de l'identifiant du lien.
  const empreinte = suivi && (await empreinteDe(await jetonDe(deps.config.secretLiens, suivi)));
  if (!empreinte || !(await retirerDuSuivi(empreinte, deps)))
    return json(409, { ...bilan, statut: 'interdite' });
  deps.enArriere(envoyerCourriels(deps));
  return repondreBilan((await retirerAvantLeSuivi(recu.empreinte, deps)).bilan);
};
