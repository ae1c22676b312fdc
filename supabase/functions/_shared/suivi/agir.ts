import { actionsDuLien } from '../../../../src/relais/regles/droits.ts';
import { suivre } from '../../../../src/suivi/regles/suivi.ts';
import {
  estUneRemise,
  estUneReponse,
  estUnRappelAutomatique,
} from '../../../../src/suivi/regles/mots.ts';
import type { Erreurs } from '../../../../src/socle/saisie.ts';
import { envoyerCourriels } from '../envoi/boite-d-envoi.ts';
import type { Deps } from '../deps.ts';
import { preparerLiens, type LienPret } from '../jetons.ts';
import { reconstruire } from '../reconstruction.ts';
import { ecritureDe, erreursDeLOrdre, type Ordre } from './action.ts';
import { chercherAilleurs } from './ailleurs.ts';
import { ecrireUneAction, LIENS_D_UNE_ACTION } from './ecriture.ts';
import { lireSuivi, type SuiviOuvert } from './lecture.ts';
import { CALENDRIER, DELAIS } from './regles.ts';

/** Après un refus, la tutrice cherche ailleurs. */
const REFUS: readonly string[] = ['refuser', 'confirmer-refus'];

/** Ce qu'une action est devenue. */
export type Issue =
  | { statut: 'fait' | 'interdite' | 'depasse' | 'lien-inconnu' | 'lien-expire' }
  | { statut: 'limite'; secondes?: number | undefined }
  | { statut: 'erreurs'; erreurs: Erreurs };

/** Ce que ce lien permet maintenant, et où en est le suivi. */
function droitsDe({ evenements, role, cede }: SuiviOuvert, deps: Deps) {
  const instant = deps.maintenant();
  const suivi = suivre(evenements, instant, DELAIS, CALENDRIER);
  return { suivi, actions: actionsDuLien(suivi, role, instant, cede) };
}

/** Vrai tant que l'accueil n'a pas commencé. */
export const peutSeRetirer = (lu: SuiviOuvert, deps: Deps) =>
  droitsDe(lu, deps).actions.includes('retirer');

/**
 * Vrai si cet envoi est déjà écrit : sa réponse s'était perdue. Rien n'a été vu avant le rang -1 : la base ne peut
 * donc rien écrire, elle reconnaît la clé ou dit que le suivi a changé.
 */
async function estDejaFait(empreinte: string, cle: string, deps: Deps): Promise<boolean> {
  const { statut } = await ecrireUneAction(
    empreinte,
    { cle, vu: -1 },
    { evenements: [] },
    [],
    deps,
  );
  return statut === 'fait';
}

/** Ce qui s'est passé depuis que la personne a ouvert sa page, hors rappels, ouvertures, arrivées de courriels et réponses : la dernière fois. */
export function depuis({ evenements }: SuiviOuvert, vu: number) {
  return evenements.findLast(
    (evenement) =>
      evenement.id > vu &&
      evenement.genre !== 'ouvert' &&
      !estUneRemise(evenement.genre) &&
      !estUneReponse(evenement.genre) &&
      !estUnRappelAutomatique(evenement),
  );
}

/**
 * Fait une action sur un suivi : une seule fois, et seulement si personne n'a agi entre-temps. C'est la seule porte :
 * tout ce qui arrive à une demande confirmée passe par ici, avec les mêmes droits.
 * @param vu dernier événement que la personne avait sous les yeux ; null pour agir sur ce qui vient d'être lu
 */
export async function agirSurUnSuivi(
  empreinte: string,
  { vu, ...demande }: Omit<Ordre, 'vu'> & { vu: number | null },
  deps: Deps,
): Promise<Issue> {
  const lu = await lireSuivi(empreinte, deps);
  const dejaFait = () => estDejaFait(empreinte, demande.cle, deps);
  if (lu.statut !== 'ouvert') return (await dejaFait()) ? { statut: 'fait' } : lu;
  const ordre = { ...demande, vu: vu ?? lu.vu };
  const { suivi: avant, actions } = droitsDe(lu, deps);
  const aJour = depuis(lu, ordre.vu) === undefined;
  if (!aJour || !actions.includes(ordre.action)) {
    if (await dejaFait()) return { statut: 'fait' };
    return { statut: aJour ? 'interdite' : 'depasse' };
  }
  const erreurs = erreursDeLOrdre(ordre, lu, deps);
  if (Object.keys(erreurs).length > 0) return { statut: 'erreurs', erreurs };
  const liens = await preparerLiens(deps.config.secretLiens, LIENS_D_UNE_ACTION);
  const [relais] = liens as [LienPret, ...LienPret[]];
  const ailleurs = REFUS.includes(ordre.action) ? await chercherAilleurs(lu.dossier, deps) : null;
  const ecriture = ecritureDe(ordre, lu, avant, relais, ailleurs ?? undefined, deps);
  const { statut, secondes } = await ecrireUneAction(empreinte, ordre, ecriture, liens, deps);
  if (statut === 'limite') return { statut, secondes };
  if (statut === 'fait') deps.enArriere(envoyerCourriels(deps));
  // La liste du site tait un parcours pourvu : rouvert par une correction, il doit y revenir.
  if (statut === 'fait' && ordre.action === 'corriger-heures') deps.enArriere(reconstruire(deps));
  return { statut };
}
