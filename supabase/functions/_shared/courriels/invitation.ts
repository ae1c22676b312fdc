import { createEvents, type DateArray } from 'ics';
import { instantDeParis } from './dates.ts';
import type { Contexte, DonneesDe } from './donnees.ts';

function enUtc(instant: Date): DateArray {
  return [
    instant.getUTCFullYear(),
    instant.getUTCMonth() + 1,
    instant.getUTCDate(),
    instant.getUTCHours(),
    instant.getUTCMinutes(),
  ];
}

/** Un nom tel qu'un paramètre iCalendar l'admet : ni guillemet ni signe de commande, que rien ne peut y échapper. */
const entreGuillemets = (nom: string) => nom.replace(/["\p{Cc}]/gu, ' ');

/**
 * L'invitation iCalendar d'une réunion de présentation : METHOD:REQUEST pour la poser ou la déplacer, CANCEL pour
 * l'annuler. L'identifiant est celui de la demande : un agenda remplace la réunion au lieu d'en ajouter une.
 * Seul qui reçoit y figure comme invité : une invitation transmise ne donne l'adresse de personne d'autre.
 */
export function invitation(rendezVous: DonneesDe<'suivi-rendez-vous'>, contexte: Contexte) {
  const { reference, parcours, annule } = rendezVous;
  const method = annule ? 'CANCEL' : 'REQUEST';
  const { error, value } = createEvents(
    [
      {
        uid: `${reference}-reunion@clause-sociale-de-formation`,
        sequence: rendezVous.sequence,
        start: enUtc(instantDeParis(rendezVous.debut)),
        startInputType: 'utc',
        startOutputType: 'utc',
        duration: { minutes: rendezVous.minutes },
        title: `CSF : réunion de présentation (${reference})`,
        description: `Le jeune, son tuteur ou sa tutrice et l’entreprise se rencontrent. Parcours : ${parcours.intitule}`,
        status: annule ? 'CANCELLED' : 'CONFIRMED',
        busyStatus: 'BUSY',
        organizer: { name: 'Équipe CSF', email: contexte.equipe },
        attendees: [
          {
            name: entreGuillemets(rendezVous.destinataireNom ?? rendezVous.invite),
            email: rendezVous.invite,
            rsvp: false,
            partstat: 'ACCEPTED',
            role: 'REQ-PARTICIPANT',
          },
        ],
        ...(annule
          ? {}
          : {
              alarms: [
                {
                  action: 'display' as const,
                  description: 'CSF : réunion de présentation',
                  // En heures : la bibliothèque écrit des jours seuls d'une façon que la norme n'admet pas.
                  trigger: { hours: 24, before: true },
                },
              ],
            }),
      },
    ],
    { productId: 'clause-sociale-de-formation', method },
  );
  if (error || !value) throw error ?? new Error('Invitation impossible à écrire.');
  // La bibliothèque y met l'heure de l'essai ; un courriel réessayé doit être le même, octet pour octet.
  const instant = contexte.maintenant.toISOString().replace(/[-:]|\.\d{3}/g, '');
  return {
    nom: annule ? `annulation-${reference}.ics` : `reunion-${reference}.ics`,
    type: `text/calendar; charset=utf-8; method=${method}`,
    contenu: value.replace(/^DTSTAMP:.*$/gm, `DTSTAMP:${instant}`),
  };
}
