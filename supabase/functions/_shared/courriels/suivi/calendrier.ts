import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  type ICalCalendarData,
  type ICalEventData,
} from 'ical-generator';
import { ajouterJours } from '../../../../../src/socle/dates.ts';
import type { Resume } from '../../../../../src/suivi/regles/dossier.ts';
import type { Contexte } from '../donnees.ts';
import { echeances } from '../dates.ts';

const HEURE = 3600;

/* La bibliothèque n'écrit bien que « \n » : un autre saut, seul, couperait la ligne en deux. */
function avecSautsSimples<T>(valeur: T): T {
  const propre = (contenu: unknown): unknown => {
    if (typeof contenu === 'string')
      return contenu
        .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
        .replace(/(?!\n)\p{Cc}/gu, ' ');
    if (Array.isArray(contenu)) return contenu.map(propre);
    if (typeof contenu !== 'object' || contenu === null || contenu instanceof Date) return contenu;
    return Object.fromEntries(
      Object.entries(contenu).map(([nom, valeurDuNom]) => [nom, propre(valeurDuNom)]),
    );
  };
  return propre(valeur) as T;
}

/** Le texte d'un fichier .ics (RFC 5545). La bibliothèque ne termine pas la dernière ligne ; la norme le demande. */
export function enICalendar(entete: ICalCalendarData, events: ICalEventData[]): string {
  const prodId = '//Clause sociale de formation//Suivi//FR';
  return `${ical({ prodId, scale: 'GREGORIAN', ...avecSautsSimples({ ...entete, events }) }).toString()}\r\n`;
}

/** Un rappel à l'écran, tant d'heures avant. */
export function rappel(heures: number, description: string) {
  return { type: ICalAlarmType.display, trigger: heures * HEURE, description };
}

/**
 * Les deux échéances d'une demande, en fichier .ics : des journées entières, avec un rappel deux jours avant.
 * L'identifiant dépend de la référence : le même fichier rouvert ne fait pas de doublon.
 */
export function calendrierDesEcheances(resume: Resume, contexte: Contexte): string {
  const { reponseLe, commenceLe, plusTard } = echeances(resume, contexte);
  const evenement = (cle: string, le: string, titre: string): ICalEventData => ({
    id: `${resume.reference}-${cle}@clause-sociale-de-formation`,
    // Un courriel réessayé doit être le même, octet pour octet : pas l'heure de l'essai.
    stamp: contexte.maintenant,
    start: le,
    end: ajouterJours(le, 1),
    allDay: true,
    summary: titre,
    description: `Demande ${resume.reference}, parcours ${resume.parcours.id} : ${resume.parcours.intitule}`,
    url: `${contexte.site}/parcours/${resume.parcours.id}/`,
    busystatus: ICalEventBusyStatus.FREE,
    alarms: [rappel(48, titre)],
  });
  return enICalendar({ method: ICalCalendarMethod.PUBLISH, name: 'Clause sociale de formation' }, [
    evenement('reponse', reponseLe, 'CSF : réponse de l’entreprise au plus tard'),
    evenement(
      'accueil',
      commenceLe,
      plusTard === undefined
        ? 'CSF : accueil du jeune au plus tard'
        : 'CSF : le jeune peut être accueilli',
    ),
  ]);
}
