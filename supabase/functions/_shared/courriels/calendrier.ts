import { createEvents, type DateArray, type EventAttributes } from 'ics';
import { ajouterJours } from '../../../../src/socle/dates.ts';
import type { Resume } from '../../../../src/suivi/regles/dossier.ts';
import type { Contexte } from './donnees.ts';
import { echeances } from './dates.ts';

function jour(date: string): DateArray {
  const [annee = 0, mois = 0, numero = 0] = date.split('-').map(Number);
  return [annee, mois, numero];
}

/**
 * Les deux échéances d'une demande, en fichier .ics : des journées entières, avec un rappel deux jours avant.
 * L'identifiant dépend de la référence : le même fichier rouvert ne fait pas de doublon.
 */
export function calendrierDesEcheances(resume: Resume, contexte: Contexte): string {
  const { reponseLe, commenceLe, plusTard } = echeances(resume, contexte);
  const evenement = (cle: string, le: string, titre: string): EventAttributes => ({
    uid: `${resume.reference}-${cle}@clause-sociale-de-formation`,
    start: jour(le),
    end: jour(ajouterJours(le, 1)),
    title: titre,
    description: `Demande ${resume.reference}, parcours ${resume.parcours.id} : ${resume.parcours.intitule}`,
    url: `${contexte.site}/parcours/${resume.parcours.id}/`,
    busyStatus: 'FREE',
    alarms: [{ action: 'display', description: titre, trigger: { hours: 48, before: true } }],
  });
  const { error, value } = createEvents(
    [
      evenement('reponse', reponseLe, 'CSF : réponse de l’entreprise au plus tard'),
      evenement(
        'accueil',
        commenceLe,
        plusTard === undefined
          ? 'CSF : accueil du jeune au plus tard'
          : 'CSF : le jeune peut être accueilli',
      ),
    ],
    { productId: 'clause-sociale-de-formation', calName: 'Clause sociale de formation' },
  );
  if (error || !value) throw error ?? new Error('Calendrier impossible à écrire.');
  // La bibliothèque y met l'heure de l'essai ; un courriel réessayé doit être le même, octet pour octet.
  const instant = contexte.maintenant.toISOString().replace(/[-:]|\.\d{3}/g, '');
  return value.replace(/^DTSTAMP:.*$/gm, `DTSTAMP:${instant}`);
}
