import type { Contexte, Redacteur } from '../donnees.ts';
import type { Attente, DONNEES_DU_SUIVI } from './donnees-suivi.ts';
import * as contacts from '../contacts.tsx';
import { invitation } from './invitation.ts';
import { SuiviLiens } from '../mes-liens.tsx';
import { composerObjet, momentCourt } from '../objet.ts';
import * as relances from './relances.tsx';
import * as suivi from './suivi.tsx';

function objetDAttente(
  nouvelle: string,
  { attente, parcours }: { attente: Attente | null; parcours: { intitule: string } },
  { maintenant }: Contexte,
): string {
  // Ce qui est à faire passe avant ce qui vient d'arriver : le courriel le dit ensuite.
  if (!attente?.aVous || attente.geste === undefined)
    return composerObjet({ quoi: nouvelle, parcours, maintenant });
  const auPlusTard = attente.vers ? null : attente.avantLe;
  return composerObjet({ quoi: attente.geste, auPlusTard, parcours, maintenant });
}

export const REDACTEURS_DU_SUIVI: {
  [G in keyof typeof DONNEES_DU_SUIVI]: Redacteur<G>;
} = {
  'suivi-nouvelle': {
    objet: (donnees, contexte) =>
      // Un objet écrit pour elle dit déjà ce qui est à faire.
      donnees.objet === undefined
        ? objetDAttente(donnees.nouvelle, donnees, contexte)
        : composerObjet({ ...donnees, quoi: donnees.objet, maintenant: contexte.maintenant }),
    Corps: suivi.SuiviNouvelle,
  },
  'suivi-rendez-vous': {
    objet: ({ annule, action, debut, parcours }, { maintenant }) => {
      const posee = action === 'confirmer-rapport' ? 'À confirmer, réunion' : 'Réunion';
      const quoi = `${annule ? 'Réunion annulée' : posee} ${momentCourt(debut)}`;
      return composerObjet({ quoi, parcours, maintenant });
    },
    Corps: suivi.SuiviRendezVous,
    pieces: (rendezVous, contexte) => [invitation(rendezVous, contexte)],
  },
  'suivi-relais': {
    objet: ({ parcours }, { maintenant }) =>
      composerObjet({ quoi: 'On vous confie un accueil', parcours, maintenant }),
    Corps: suivi.SuiviRelais,
  },
  'contact-designe': {
    objet: ({ parcours }) => `Vous êtes le nouveau contact : ${contacts.deQuoi(parcours)}`,
    Corps: contacts.ContactDesigne,
  },
  'contact-remplace': {
    objet: ({ parcours }) => `Vous n’êtes plus le contact : ${contacts.deQuoi(parcours)}`,
    Corps: contacts.ContactRemplace,
  },
  'suivi-relance': {
    objet: ({ items }, { maintenant }) => {
      const [premier] = items;
      if (premier === undefined) return 'Vos suivis';
      const { parcours } = premier;
      if (items.length === 1) {
        const { attente, retardJours } = premier;
        const aTemps = attente?.aVous && !attente.vers && retardJours === 0;
        const auPlusTard = aTemps ? attente.avantLe : null;
        return composerObjet({
          quoi: relances.titreDuRappel(premier),
          auPlusTard,
          parcours,
          maintenant,
        });
      }
      return composerObjet({ quoi: relances.titreDesRappels(items), parcours, maintenant });
    },
    Corps: relances.SuiviRelance,
  },
  'suivi-liens': {
    objet: () => 'Vos liens personnels de suivi',
    Corps: SuiviLiens,
  },
};
