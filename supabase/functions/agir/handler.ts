import { actionsPermises } from '../../../src/suivi/regles/actions.ts';
import { suivre } from '../../../src/suivi/regles/suivi.ts';
import { estUnRappelAutomatique, roleDuLien } from '../../../src/suivi/regles/mots.ts';
import { envoyerCourriels } from '../_shared/courriels/envoi.ts';
import type { Deps, Traitement } from '../_shared/deps.ts';
import { json, refuserLesErreurs } from '../_shared/http.ts';
import { preparerLiens, type LienPret } from '../_shared/jetons.ts';
import { lireJeton, repondreBilan } from '../_shared/liens.ts';
import { ecritureDe, erreursDeLOrdre, lireOrdre, type Ordre } from '../_shared/suivi/action.ts';
import { ecrireUneAction, LIENS_D_UNE_ACTION } from '../_shared/suivi/ecriture.ts';
import { lireSuivi, type SuiviOuvert } from '../_shared/suivi/lecture.ts';
import { CALENDRIER, DELAIS } from '../_shared/suivi/regles.ts';
import { corpsDuSuivi } from '../_shared/suivi/reponse.ts';

/**
 * Vrai si cet envoi est déjà écrit : sa réponse s'était perdue. Rien n'a été vu avant le rang -1 : la base ne peut
 * donc rien écrire, elle reconnaît la clé ou dit que le suivi a changé.
 */
async function estDejaFait(empreinte: string, { cle }: Ordre, deps: Deps): Promise<boolean> {
  const rejoue = { auteur: 'systeme', evenements: [] };
  const { statut } = await ecrireUneAction(empreinte, { cle, vu: -1 }, rejoue, [], deps);
  return statut === 'fait';
}

/** Ce qui s'est passé depuis que la personne a ouvert sa page, hors rappels et ouvertures : la dernière fois. */
function depuis({ evenements }: SuiviOuvert, vu: number) {
  return evenements.findLast(
    (evenement) =>
      evenement.id > vu && evenement.genre !== 'ouvert' && !estUnRappelAutomatique(evenement),
  );
}

function depasse(lu: SuiviOuvert, vu: number, deps: Deps): Response {
  const dernier = depuis(lu, vu) ?? lu.evenements.at(-1);
  const par = dernier && { auteur: dernier.auteur, genre: dernier.genre, le: dernier.le };
  return json(409, { ...corpsDuSuivi(lu, deps, 'depasse'), ...(par ? { par } : {}) });
}

/** Le suivi tel qu'il est maintenant. Qui vient de passer la main n'a plus de lien : il reste « fait ». */
async function repondre(empreinte: string, statut: string, vu: number, deps: Deps) {
  const lu = await lireSuivi(empreinte, deps);
  if (lu.statut !== 'ouvert') return statut === 'fait' ? json(200, { statut }) : repondreBilan(lu);
  return statut === 'depasse' ? depasse(lu, vu, deps) : json(200, corpsDuSuivi(lu, deps, statut));
}

/** Fait une action sur un suivi : une seule fois, et seulement si personne n'a agi entre-temps. */
export const traiter: Traitement = async (requete, deps) => {
  const envoi = await lireJeton(requete);
  if (envoi instanceof Response) return envoi;
  const { empreinte } = envoi;
  const ordre = lireOrdre(envoi.champs);
  if ('erreurs' in ordre) return refuserLesErreurs(ordre.erreurs);
  const lu = await lireSuivi(empreinte, deps);
  if (lu.statut !== 'ouvert')
    return (await estDejaFait(empreinte, ordre, deps))
      ? json(200, { statut: 'fait' })
      : repondreBilan(lu);
  const instant = deps.maintenant();
  const avant = suivre(lu.evenements, instant, DELAIS, CALENDRIER);
  const permise = actionsPermises(avant, roleDuLien(lu.role), instant).includes(ordre.action);
  const aJour = depuis(lu, ordre.vu) === undefined;
  if (!permise || !aJour) {
    if (await estDejaFait(empreinte, ordre, deps)) return json(200, corpsDuSuivi(lu, deps, 'fait'));
    return aJour ? json(409, corpsDuSuivi(lu, deps, 'interdite')) : depasse(lu, ordre.vu, deps);
  }
  const erreurs = erreursDeLOrdre(ordre, lu, deps);
  if (Object.keys(erreurs).length > 0) return refuserLesErreurs(erreurs);
  const liens = await preparerLiens(deps.config.secretLiens, LIENS_D_UNE_ACTION);
  const [relais] = liens as [LienPret, ...LienPret[]];
  const ecriture = ecritureDe(ordre, lu, avant, relais, deps);
  const { statut } = await ecrireUneAction(empreinte, ordre, ecriture, liens, deps);
  if (statut === 'fait') deps.enArriere(envoyerCourriels(deps));
  return statut === 'fait' || statut === 'depasse'
    ? repondre(empreinte, statut, ordre.vu, deps)
    : repondreBilan({ statut });
};
