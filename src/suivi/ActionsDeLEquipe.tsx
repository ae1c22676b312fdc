import { Champ } from '../ui/Champ.tsx';
import type { ActionDite } from './action-dite.ts';
import { Precision } from './Precision.tsx';
import { heuresAuPlus } from '../heures/regles/limites.ts';
import { direDecompte, direHeures } from './regles/phrases.ts';

/** Les actions que l'équipe est seule à faire. */
export const ACTIONS_DE_L_EQUIPE = {
  'corriger-heures': {
    titre: 'Corriger les heures comptées',
    bouton: 'Enregistrer la correction',
    Champs: (champs) => {
      const { suivi } = champs.recu;
      if (suivi.fin === null) return null;
      return (
        <>
          <p>
            Décompté du parcours : {direDecompte(suivi.fin)}. Votre nombre remplace celui-ci, et ce
            qui attend. Chacun le reçoit, avec l’ancien et votre raison.
          </p>
          <Champ
            nom="heures"
            libelle="Heures faites en tout"
            aide={`${direHeures(heuresAuPlus(suivi, suivi.fin.le))} au plus, 0 si l’accueil n’a pas eu lieu.`}
            inputmode="decimal"
          />
          <Precision {...champs} libelle="Pourquoi cette correction" facultatif={false} />
        </>
      );
    },
  },
} as const satisfies Record<string, ActionDite>;
