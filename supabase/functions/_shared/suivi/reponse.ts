import { actionsPermises } from '../../../../src/suivi/regles/actions.ts';
import { suivre } from '../../../../src/suivi/regles/suivi.ts';
import { dossierVuSchema, type DossierVu } from '../../../../src/suivi/regles/dossier.ts';
import type { SuiviRecu } from '../../../../src/suivi/regles/recu.ts';
import { roleDuLien } from '../../../../src/suivi/regles/mots.ts';
import type { Deps } from '../deps.ts';
import type { SuiviOuvert } from './lecture.ts';
import { CALENDRIER, DELAIS } from './regles.ts';

/** Vrai quand l'entreprise a répondu, elle-même ou par l'équipe : ouvrir la page ne compte pas. */
const aRepondu = ({ evenements }: SuiviOuvert) =>
  evenements.some(
    ({ auteur, genre }) =>
      (auteur === 'entreprise' && genre !== 'ouvert') || genre === 'creneaux-proposes',
  );

/**
 * Ce que ce rôle peut voir du dossier. N'importe qui peut demander un parcours : la tutrice ne connaît les personnes
 * de l'entreprise et du marché qu'une fois que l'entreprise lui a répondu.
 */
function dossierVu(lu: SuiviOuvert): DossierVu {
  const vu = dossierVuSchema.parse(lu.dossier);
  return roleDuLien(lu.role) !== 'tutrice' || aRepondu(lu) ? vu : { ...vu, contacts: [] };
}

/** La réponse d'une lecture : où en est le suivi, ce que ce rôle peut y voir et y faire. */
export function corpsDuSuivi(lu: SuiviOuvert, deps: Deps, statut = 'ouvert'): SuiviRecu {
  const instant = deps.maintenant();
  const suivi = suivre(lu.evenements, instant, DELAIS, CALENDRIER);
  const role = roleDuLien(lu.role);
  return {
    statut,
    role,
    roleDuLien: lu.role,
    vu: lu.vu,
    maintenant: instant.toISOString(),
    suivi,
    actions: actionsPermises(suivi, role, instant),
    dossier: dossierVu(lu),
    evenements: lu.evenements,
  };
}
