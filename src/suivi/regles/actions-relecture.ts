import type { Calendrier } from '../../calendrier/regles/calendrier.ts';
import { erreursDe, type Erreurs } from '../../socle/saisie.ts';
import type { ActionId } from './actions.ts';
import { enChamps, saisieDe } from './actions-champs.ts';
import { erreursDeSaisie } from './actions-controles.ts';
import { ACTIONS_SAISIES } from './actions-saisies.ts';
import type { SuiviRecu } from './recu.ts';

/* Les jours fériés sont l'affaire du service : la page ne connaît que les jours de la semaine. */
const SANS_FERIE: Calendrier = { feries: [], vacances: { zones: {}, academies: {} } };

/**
 * Ce qui relit le formulaire d'une action comme le service le ferait, pour ce dossier et à l'heure où il a été lu.
 * @param reportMaximum jours du report le plus lointain
 */
export function relectureDe(
  action: ActionId,
  { suivi, roleDuLien, maintenant }: Pick<SuiviRecu, 'suivi' | 'roleDuLien' | 'maintenant'>,
  reportMaximum: number,
) {
  const contexte = {
    suivi,
    lien: roleDuLien,
    instant: new Date(maintenant),
    delais: { reportMaximum },
    calendrier: SANS_FERIE,
  };
  return {
    schema: ACTIONS_SAISIES[action],
    relire: (champs: Record<string, unknown>): Erreurs => {
      const { cle: _, ...saisie } = saisieDe(action, champs);
      const lecture = ACTIONS_SAISIES[action].safeParse(saisie);
      const erreurs = lecture.success
        ? erreursDeSaisie(action, lecture.data, contexte)
        : erreursDe(lecture.error);
      return enChamps(action, champs, erreurs);
    },
  };
}
