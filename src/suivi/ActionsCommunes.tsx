import { Champ } from '../ui/Champ.tsx';
import type { ActionDite } from './action-dite.ts';
import { heuresDeclarees } from '../heures/regles/heures-comptees.ts';

/** Les actions que l'entreprise et la tutrice partagent. */
export const ACTIONS_COMMUNES = {
  commencer: {
    titre: 'Noter que l’accueil a commencé',
    Champs: ({ dates }) => (
      <Champ nom="le" libelle="Premier jour du jeune" type="date" {...dates.passe} />
    ),
  },
  terminer: {
    titre: 'Noter que l’accueil est terminé',
    Champs: ({ dates, recu: { suivi, role } }) => (
      <>
        <p>
          {role === 'tutrice'
            ? 'Les heures que l’entreprise a déclarées sont décomptées du parcours, les autres quand elle les confirme. Le parcours se rouvre s’il en reste.'
            : 'Les heures faites sont décomptées du parcours, qui se rouvre s’il en reste.'}{' '}
          Il reste ensuite à faire le bilan croisé.
        </p>
        <Champ nom="le" libelle="Dernier jour du jeune" type="date" {...dates.passe} />
        <Champ
          nom="heures"
          libelle="Heures faites en tout"
          aide="Une semaine commencée compte pour une semaine entière."
          inputmode="decimal"
          valeur={Object.keys(suivi.semaines).length > 0 ? String(heuresDeclarees(suivi)) : ''}
        />
      </>
    ),
  },
} as const satisfies Record<string, ActionDite>;
