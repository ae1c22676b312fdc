import { actionsPermises } from '../../../src/suivi/regles/actions.ts';
import { PROPOSITION_HEURES } from '../../../src/demande/regles/demande.ts';
import { suivre } from '../../../src/suivi/regles/suivi.ts';
import { envoyerCourriels } from '../_shared/courriels/envoi.ts';
import type { Deps, Traitement } from '../_shared/deps.ts';
import { preparerLiens, type LienPret } from '../_shared/jetons.ts';
import { aMaintenant, bilanSchema, lireJeton, repondreBilan } from '../_shared/liens.ts';
import { ecritureDe } from '../_shared/suivi/action.ts';
import { ecrireUneAction, LIENS_D_UNE_ACTION } from '../_shared/suivi/ecriture.ts';
import { lireSuivi } from '../_shared/suivi/lecture.ts';
import { CALENDRIER, DELAIS } from '../_shared/suivi/regles.ts';

/**
 * Retire une demande déjà suivie comme le fait la page du suivi : les agendas perdent la réunion. Rend faux quand ce
 * lien n'est pas celui d'un suivi, ou que quelqu'un vient d'y agir : le retrait simple prend alors le relais.
 */
async function retirerDuSuivi(empreinte: string, deps: Deps): Promise<boolean> {
  const lu = await lireSuivi(empreinte, deps);
  if (lu.statut !== 'ouvert' || lu.role !== 'tutrice') return false;
  const instant = deps.maintenant();
  const avant = suivre(lu.evenements, instant, DELAIS, CALENDRIER);
  if (!actionsPermises(avant, 'tutrice', instant).includes('retirer')) return false;
  const liens = await preparerLiens(deps.config.secretLiens, LIENS_D_UNE_ACTION);
  const [relais] = liens as [LienPret, ...LienPret[]];
  const cle = crypto.randomUUID();
  const saisie = { precision: null };
  const ordre = { action: 'retirer' as const, cle, vu: lu.vu, saisie };
  const ecriture = ecritureDe(ordre, lu, avant, relais, deps);
  const { statut } = await ecrireUneAction(empreinte, ordre, ecriture, liens, deps);
  return statut === 'fait';
}

/** Retire une demande : le parcours est libre aussitôt, et proposé à la personne suivante. */
export const traiter: Traitement = async (requete, deps) => {
  const lu = await lireJeton(requete);
  if (lu instanceof Response) return lu;
  await retirerDuSuivi(lu.empreinte, deps);
  const [p_lien] = await preparerLiens(deps.config.secretLiens, 1);
  // Une demande déjà retirée ne l'est pas deux fois : cette étape rend alors seulement ce qu'elle est devenue.
  const bilan = await deps.base.appeler(
    'demande_retirer',
    {
      p_empreinte: lu.empreinte,
      p_lien,
      p_valable: `${PROPOSITION_HEURES} hours`,
      ...aMaintenant(deps),
    },
    bilanSchema,
  );
  deps.enArriere(envoyerCourriels(deps));
  return repondreBilan(bilan);
};
