import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
} from 'ical-generator';
import { enICalendar, rappel } from './calendrier.ts';
import { instantDeParis } from '../../../../../src/socle/dates.ts';
import type { Contexte, DonneesDe } from '../donnees.ts';

/** La bibliothèque écrirait un guillemet comme le veut la RFC 6868, que bien des agendas ne lisent pas. */
const entreGuillemets = (nom: string) => nom.replace(/["\p{Cc}\u2028\u2029]/gu, ' ');

/** Ce que l'on cherche dans son agenda, devant la porte. */
function surPlace({ lieu }: DonneesDe<'suivi-rendez-vous'>): string[] {
  if (!lieu) return [];
  const { demander, telephone, apporter } = lieu;
  return [
    `À l’arrivée, demander : ${demander}`,
    `Le jour même, appeler : ${telephone}`,
    ...(apporter === null ? [] : [`À apporter : ${apporter}`]),
  ];
}

/**
 * L'invitation iCalendar d'une réunion de présentation : METHOD:REQUEST pour la poser ou la déplacer, CANCEL pour
 * l'annuler. L'identifiant est celui de la demande : un agenda remplace la réunion au lieu d'en ajouter une.
 * Seul qui reçoit y figure comme invité : une invitation transmise ne donne l'adresse de personne d'autre.
 */
export function invitation(rendezVous: DonneesDe<'suivi-rendez-vous'>, contexte: Contexte) {
  const { reference, parcours, annule, selon } = rendezVous;
  const pose = selon ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
  const method = annule ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const debut = instantDeParis(rendezVous.debut);
  const contenu = enICalendar({ method }, [
    {
      id: `${reference}-reunion@clause-sociale-de-formation`,
      sequence: rendezVous.sequence,
      // Un courriel réessayé doit être le même, octet pour octet : pas l'heure de l'essai.
      stamp: contexte.maintenant,
      start: debut,
      end: new Date(debut.getTime() + rendezVous.minutes * 60_000),
      summary: `CSF : réunion de présentation (${reference})${selon ? `, ${selon}` : ''}`,
      description: [
        `Le jeune, son tuteur ou sa tutrice et l’entreprise se rencontrent. Parcours : ${parcours.intitule}`,
        ...surPlace(rendezVous),
      ].join('\n'),
      ...(rendezVous.lieu ? { location: rendezVous.lieu.adresse } : {}),
      status: annule ? ICalEventStatus.CANCELLED : pose,
      busystatus: ICalEventBusyStatus.BUSY,
      organizer: { name: 'Équipe CSF', email: contexte.equipe },
      attendees: [
        {
          name: entreGuillemets(rendezVous.destinataireNom ?? rendezVous.invite),
          email: rendezVous.invite,
          rsvp: false,
          status: ICalAttendeeStatus.ACCEPTED,
          role: ICalAttendeeRole.REQ,
        },
      ],
      alarms: annule ? [] : [rappel(24, 'CSF : réunion de présentation')],
    },
  ]);
  return {
    nom: annule ? `annulation-${reference}.ics` : `reunion-${reference}.ics`,
    type: `text/calendar; charset=utf-8; method=${method}`,
    contenu,
  };
}
