import { actionsPermises } from '../../../../src/suivi/regles/actions.ts';
import { suivre } from '../../../../src/suivi/regles/suivi.ts';
import { dossierVuSchema } from '../../../../src/suivi/regles/dossier.ts';
import type { SuiviRecu } from '../../../../src/suivi/regles/recu.ts';
import { phraseDEvenement } from '../../../../src/suivi/regles/phrases-evenements.ts';
import { roleDuLien } from '../../../../src/suivi/regles/mots.ts';
import {
  aProposeUnCreneau,
  dossierPour,
  evenementsPour,
  suiviPour,
} from '../../../../src/suivi/regles/visibilite.ts';
import type { Deps } from '../deps.ts';
import type { SuiviOuvert } from './lecture.ts';
import { CALENDRIER, DELAIS } from './regles.ts';

/** La réponse d'une lecture : où en est le suivi, ce que ce rôle peut y voir et y faire. */
export function corpsDuSuivi(lu: SuiviOuvert, deps: Deps, statut = 'ouvert'): SuiviRecu {
  const instant = deps.maintenant();
  const suivi = suivre(lu.evenements, instant, DELAIS, CALENDRIER);
  const role = roleDuLien(lu.role);
  const moment = { etat: suivi.etat, aPropose: aProposeUnCreneau(lu.evenements) };
  return {
    statut,
    role,
    roleDuLien: lu.role,
    vu: lu.vu,
    maintenant: instant.toISOString(),
    suivi: suiviPour(role, suivi),
    actions: actionsPermises(suivi, role, instant),
    dossier: dossierPour(lu.role, moment, dossierVuSchema.parse(lu.dossier)),
    evenements: evenementsPour(role, lu.evenements).map((evenement) => ({
      ...evenement,
      phrase: phraseDEvenement(evenement),
    })),
  };
}
