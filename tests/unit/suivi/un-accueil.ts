import type { ActionId } from '../../../src/suivi/regles/actions.ts';
import { ACTIONS_SAISIES, type Saisie } from '../../../src/suivi/regles/actions-saisies.ts';
import { erreursDeSaisie } from '../../../src/suivi/regles/actions-controles.ts';
import type { RoleDeLien } from '../../../src/suivi/regles/mots.ts';
import { CALENDRIER, DELAIS, Journal } from './un-journal.ts';

/** Ce que le service répondrait à cette saisie, champ par champ. */
export function erreurs(
  { suivi, instant }: Journal,
  lien: RoleDeLien,
  action: ActionId,
  champs: Record<string, unknown>,
) {
  const saisie = ACTIONS_SAISIES[action].parse(champs) as Saisie<ActionId>;
  const contexte = { suivi, lien, instant, delais: DELAIS, calendrier: CALENDRIER };
  return erreursDeSaisie(action, saisie, contexte);
}

/** Réunion le 11 janvier, convention le 12, accueil depuis le lundi 18 : on est ce jour-là, J + 13. */
export const accueilCommence = (heures?: number): Journal =>
  Journal.actif(heures)
    .au(6)
    .agir('tutrice', 'noter-reunion', { le: '2027-01-11' })
    .au(7)
    .agir('tutrice', 'signer-convention', { le: '2027-01-12' })
    .au(13)
    .agir('entreprise-2', 'commencer', { le: '2027-01-18' });

/** Réunion le 8 janvier, convention le 12, accueil depuis le lundi 18 : on est le lundi 1er février. */
export function accueilEnCours(heures = 150): Journal {
  return Journal.actif(heures)
    .au(3)
    .agir('tutrice', 'noter-reunion', { le: '2027-01-08' })
    .au(7)
    .agir('tutrice', 'signer-convention', { le: '2027-01-12' })
    .au(13)
    .agir('entreprise-2', 'commencer', { le: '2027-01-18' })
    .au(27);
}
