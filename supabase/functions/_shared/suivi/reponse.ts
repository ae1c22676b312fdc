import { actionsPermises } from '../../../../src/suivi/regles/actions.ts';
import { ditDuDossier } from '../../../../src/suivi/regles/dit.ts';
import { suivre } from '../../../../src/suivi/regles/suivi.ts';
import { dossierVuSchema } from '../../../../src/suivi/regles/dossier.ts';
import type { SuiviRecu } from '../../../../src/suivi/regles/recu.ts';
import { phraseDEvenement } from '../../../../src/suivi/regles/phrases-evenements.ts';
import { roleDuLien } from '../../../../src/suivi/regles/mots.ts';
import {
  dossierPour,
  evenementsPour,
  momentDe,
  suiviPour,
} from '../../../../src/suivi/regles/visibilite.ts';
import type { Deps } from '../deps.ts';
import type { SuiviOuvert } from './lecture.ts';
import { CALENDRIER, DELAIS } from './regles.ts';

/** La réponse d'une lecture : où en est le suivi, ce que ce rôle peut y voir et y faire. */
export function corpsDuSuivi(lu: SuiviOuvert, deps: Deps, statut = 'ouvert'): SuiviRecu {
  const instant = deps.maintenant();
  const suivi = suivre(lu.evenements, instant, DELAIS, CALENDRIER);
  const maintenant = instant.toISOString();
  const role = roleDuLien(lu.role);
  const moment = momentDe(suivi.etat, lu.evenements);
  const montre = suiviPour(role, suivi);
  const dossier = dossierPour(lu.role, moment, dossierVuSchema.parse(lu.dossier));
  const actions = actionsPermises(suivi, role, instant);
  const evenements = evenementsPour(role, lu.evenements).map((evenement) => ({
    ...evenement,
    phrase: phraseDEvenement(evenement),
  }));
  const vus = { role, suivi: montre, actions, dossier, evenements, maintenant };
  return { ...vus, statut, roleDuLien: lu.role, vu: lu.vu, dit: ditDuDossier(vus) };
}
