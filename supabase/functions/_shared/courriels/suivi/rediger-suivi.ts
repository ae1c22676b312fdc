import { apresDeuxPoints } from '../../../../../src/socle/typographie.ts';
import { direMoment } from '../../../../../src/suivi/regles/phrases.ts';
import { enToutesLettres } from '../dates.ts';
import type { Contexte, Redacteur } from '../donnees.ts';
import type { Attente, DONNEES_DU_SUIVI } from './donnees-suivi.ts';
import * as contacts from '../contacts.tsx';
import { invitation } from './invitation.ts';
import { SuiviLiens } from '../mes-liens.tsx';
import * as relances from './relances.tsx';
import { estPassee } from './pieces.tsx';
import * as suivi from './suivi.tsx';

function objetDAttente(
  nouvelle: string,
  attente: Attente | null,
  reference: string,
  contexte: Contexte,
): string {
  if (!attente?.aVous) return `${nouvelle} (${reference})`;
  if (attente.vers) return `À vous de jouer : ${apresDeuxPoints(nouvelle)} (${reference})`;
  if (estPassee(attente, contexte))
    return `À vous de jouer, délai dépassé : ${apresDeuxPoints(nouvelle)} (${reference})`;
  const avant =
    attente.avantLe === null ? '' : `, au plus tard le ${enToutesLettres(attente.avantLe)}`;
  return `À vous de jouer${avant} : ${apresDeuxPoints(nouvelle)} (${reference})`;
}

/* Une question a déjà sa ponctuation. */
const suiviDeDeuxPoints = (titre: string) => (titre.endsWith('?') ? titre : `${titre} :`);

export const REDACTEURS_DU_SUIVI: {
  [G in keyof typeof DONNEES_DU_SUIVI]: Redacteur<G>;
} = {
  'suivi-nouvelle': {
    objet: ({ nouvelle, objet = nouvelle, attente, reference }, contexte) =>
      // Une question demande déjà ce qui est à faire.
      objet.endsWith('?')
        ? `${objet} (${reference})`
        : objetDAttente(objet, attente, reference, contexte),
    Corps: suivi.SuiviNouvelle,
  },
  'suivi-rendez-vous': {
    objet: ({ annule, action, debut, reference }) => {
      const posee =
        action === 'confirmer-rapport' ? 'À confirmer, réunion' : 'Réunion de présentation';
      return `${annule ? 'Réunion annulée' : posee} : ${direMoment(debut)} (${reference})`;
    },
    Corps: suivi.SuiviRendezVous,
    pieces: (rendezVous, contexte) => [invitation(rendezVous, contexte)],
  },
  'suivi-relais': {
    objet: ({ attente, reference }, contexte) =>
      objetDAttente('on vous confie un accueil', attente, reference, contexte),
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
    objet: ({ items }) => {
      const [premier] = items;
      return items.length === 1 && premier !== undefined
        ? `${suiviDeDeuxPoints(relances.titreDuRappel(premier))} ${premier.parcours.intitule} (${premier.reference})`
        : `${items.length} suivis vous attendent`;
    },
    Corps: relances.SuiviRelance,
  },
  'suivi-liens': {
    objet: () => 'Vos liens personnels de suivi',
    Corps: SuiviLiens,
  },
};
