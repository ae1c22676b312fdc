import type { EtatDeSuivi } from '../src/suivi/regles/etats.ts';
import type { DonneesDe } from '../src/suivi/regles/evenement.ts';
import type { RoleDeLecteur, SuiviRecu } from '../src/suivi/regles/recu.ts';
import { ACCUEIL, DEBUT, JOURNAUX, reponse, type Fait } from './fabriques-etats.ts';
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

/** Un contact, celui du marché le plus souvent, dit que ce n'est plus lui ; `entreprises` : combien de collègues il reste à joindre. */
export function contactParti(
  lecteur: RoleDeLecteur,
  entreprises = 1,
  role: 'entreprise-1' | 'entreprise-2' = 'entreprise-1',
): SuiviRecu {
  const { faits, le } = JOURNAUX['reponse-attendue'];
  const donnees = { role, entreprises, acheteurs: 1 } as const;
  const parti: Fait = ['contact-parti', 'entreprise', donnees, le];
  return reponse(unJournal(...faits, parti), lecteur, le);
}

/** Ce que l'entreprise a répondu au téléphone, tel que la tutrice le rapporte. */
export function repondueAuTelephone(
  role: RoleDeLecteur,
  donnees: DonneesDe<'reponse-rapportee'> = {
    canal: 'telephone',
    quoi: 'rendez-vous',
    creneau: { debut: '2026-12-14T10:30', minutes: 60 },
  },
): SuiviRecu {
  const dite: Fait = ['reponse-rapportee', 'tutrice', donnees, '2026-12-07T10:00:00.000Z'];
  return reponse(unJournal(...DEBUT, dite), role, '2026-12-08T09:00:00.000Z');
}

/** Le jeune n'est pas venu, `jours` jours ouvrés de suite jusqu'à aujourd'hui. */
export function absentDeSuite(role: RoleDeLecteur, jours: number): SuiviRecu {
  const dites = ['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10']
    .slice(-jours)
    .map((le): Fait => ['jeune-absent', 'entreprise', { le }, `${le}T08:10:00.000Z`]);
  return reponse(unJournal(...ACCUEIL, ...dites), role, '2027-02-10T09:00:00.000Z');
}
