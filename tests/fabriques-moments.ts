import type { EtatDeSuivi } from '../src/suivi/regles/etats.ts';
import type { RoleDeLecteur, SuiviRecu } from '../src/suivi/regles/recu.ts';
import { ACCUEIL, JOURNAUX, reponse, type Fait } from './fabriques-etats.ts';
import { unJournal } from './fabriques-suivi.ts';

/* Des moments d'un dossier que son état ne dit pas à lui seul. */

/** La tutrice ne fait plus rien dans cet état : le service vient de lui demander si c'est toujours d'actualité. */
export function questionPosee(
  role: RoleDeLecteur,
  etat: EtatDeSuivi = 'reponse-attendue',
): SuiviRecu {
  const donnees = { palier: 'actualite', ancre: 1, closeLe: '2027-01-18' } as const;
  const question: Fait = ['actualite-demandee', 'systeme', donnees, '2027-01-11T09:00:00.000Z'];
  const journal = unJournal(...JOURNAUX[etat].faits, question);
  return reponse(journal, role, '2027-01-12T09:00:00.000Z');
}

/** L'entreprise ne peut accueillir qu'à la rentrée : elle attend l'accord de la tutrice. */
export function debutPropose(role: RoleDeLecteur): SuiviRecu {
  const { faits, le } = JOURNAUX['reponse-attendue'];
  const propose: Fait = ['debut-propose', 'entreprise', { aPartirDu: '2027-09-06' }, le];
  return reponse(unJournal(...faits, propose), role, le);
}

/** La tutrice a noté la fin, et 300 h ; l'entreprise en avait déclaré 140. */
export function finDiteParLaTutrice(role: RoleDeLecteur): SuiviRecu {
  const fin: Fait = [
    'accueil-termine',
    'tutrice',
    { heures: 300, le: '2027-03-05', comptees: 140 },
    '2027-03-05T16:00:00.000Z',
  ];
  return reponse(unJournal(...ACCUEIL, fin), role, '2027-03-08T09:00:00.000Z');
}

/** Le contact du marché dit que ce n'est plus lui ; `entreprises` : combien de collègues il reste à joindre. */
export function contactParti(role: RoleDeLecteur, entreprises = 1): SuiviRecu {
  const { faits, le } = JOURNAUX['reponse-attendue'];
  const donnees = { role: 'entreprise-1', entreprises, acheteurs: 1 } as const;
  const parti: Fait = ['contact-parti', 'entreprise', donnees, le];
  return reponse(unJournal(...faits, parti), role, le);
}
