import { Radios } from '../ui/Radios.tsx';
import type { ActionDite } from './action-dite.ts';
import { Precision } from './Precision.tsx';
import type { SuiviRecu } from './regles/recu.ts';
import { Relais } from './Relais.tsx';

const ROLES = [
  { valeur: 'entreprise-1', libelle: 'Le contact du marché', aide: 'Il a répondu au marché.' },
  { valeur: 'entreprise-2', libelle: 'Le tuteur entreprise', aide: 'Il accueille le jeune.' },
] as const;

/* Qui est parti, ou ne reçoit pas nos courriels, d'abord : c'est lui que l'on remplace. */
function aRemplacer({ nonRemis, partis }: SuiviRecu['suivi']) {
  const pourquoi = (valeur: (typeof ROLES)[number]['valeur']) => {
    if (partis.includes(valeur)) return ' Il dit que ce n’est plus lui.';
    return nonRemis.includes(valeur) ? ' Nos courriels ne lui arrivent pas.' : '';
  };
  return ROLES.map((role) => ({ ...role, aide: `${role.aide}${pourquoi(role.valeur)}` })).toSorted(
    (un, autre) => Number(pourquoi(autre.valeur) !== '') - Number(pourquoi(un.valeur) !== ''),
  );
}

/** Les actions de l'acheteur. */
export const ACTIONS_DE_L_ACHETEUR = {
  relancer: {
    titre: 'Relancer l’entreprise',
    bouton: 'Envoyer le rappel',
    Champs: () => (
      <p>
        Les contacts de l’entreprise reçoivent un rappel à votre nom, avec leur lien. Une relance
        par jour, au plus.
      </p>
    ),
  },
  'nommer-contact': {
    titre: 'Donner un nouveau contact dans l’entreprise',
    Champs: ({ bornes, recu: { suivi } }) => (
      <>
        <p>
          La nouvelle personne reçoit aussitôt le lien du dossier. L’ancien lien cesse de marcher.
          Appelez d’abord l’entreprise pour savoir qui prend le relais.
        </p>
        <Radios nom="role" legende="Qui cette personne remplace" options={aRemplacer(suivi)} />
        <Relais bornes={bornes} />
      </>
    ),
  },
  transmettre: {
    titre: 'Passer la main à un collègue',
    Champs: ({ bornes }) => (
      <>
        <p>
          Votre collègue suit ce parcours à votre place : son lien lui est envoyé, et le vôtre cesse
          de marcher.
        </p>
        <Relais bornes={bornes} telephone={false} />
      </>
    ),
  },
  'confirmer-refus': {
    titre: 'Confirmer le refus de l’entreprise',
    Champs: (champs) => (
      <>
        <p>
          La demande est close, et le tuteur ou la tutrice cherche un autre parcours. L’engagement
          du marché demeure : un autre jeune pourra être proposé.
        </p>
        <Precision {...champs} />
      </>
    ),
  },
} as const satisfies Record<string, ActionDite>;
