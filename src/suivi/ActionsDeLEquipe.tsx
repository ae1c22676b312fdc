import { Champ } from '../ui/Champ.tsx';
import type { ActionDite } from './action-dite.ts';
import { Precision } from './Precision.tsx';
import { heuresAuPlus } from './regles/limites.ts';
import { direHeures } from './regles/phrases.ts';
import type { FinDAccueil } from './regles/etats.ts';

function ceQuiCompte({ heures, comptees, aConfirmerLe }: FinDAccueil): string {
  const decomptees = `${direHeures(comptees)} sont décomptées du parcours`;
  if (aConfirmerLe === null) return `${decomptees}.`;
  return `Le tuteur ou la tutrice a noté ${direHeures(heures)} en tout ; ${decomptees}, le reste attend une réponse.`;
}

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
            {ceQuiCompte(suivi.fin)} Votre nombre les remplace, et le parcours rend ou retire la
            différence. Chacun reçoit l’ancien nombre, le nouveau et votre raison.
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
