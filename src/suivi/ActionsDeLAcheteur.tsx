import { Champ } from '../ui/Champ.tsx';
import { Radios } from '../ui/Radios.tsx';
import type { ActionDite } from './action-dite.ts';
import { Precision } from './Precision.tsx';
import { heuresDeclarees } from './regles/heures-comptees.ts';
import type { SuiviRecu } from './regles/recu.ts';
import { Relais } from './Relais.tsx';

const ROLES = [
  { valeur: 'entreprise-1', libelle: 'Le contact du marché', aide: 'Il a répondu au marché.' },
  { valeur: 'entreprise-2', libelle: 'Le tuteur entreprise', aide: 'Il accueille le jeune.' },
] as const;

/* Les personnes à qui nos courriels n'arrivent pas d'abord : ce sont elles que l'on remplace. */
function aRemplacer({ nonRemis }: SuiviRecu['suivi']) {
  const perdu = ({ valeur }: (typeof ROLES)[number]) => nonRemis.includes(valeur);
  return ROLES.toSorted((un, autre) => Number(perdu(autre)) - Number(perdu(un))).map((role) =>
    perdu(role) ? { ...role, aide: `${role.aide} Nos courriels ne lui arrivent pas.` } : role,
  );
}

/** Les actions de l'acheteur, et celles que plusieurs rôles partagent. */
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
