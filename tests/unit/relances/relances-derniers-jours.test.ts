import { expect, it } from 'vitest';
import { dit, Journal } from '../suivi/un-journal.ts';

it.each([0, 1, 2, 3, 4, 5, 6])(
  'le rappel des derniers jours part, quel que soit le jour de la mise en relation (J + %i)',
  (jourJ) => {
    // Un jour J le lundi : J + 12 et J + 13 sont un week-end, le rappel part le vendredi.
    const journal = new Journal()
      .au(jourJ)
      .ecrire('interet-confirme', 'tutrice', { heures: 300 })
      .ecrire('entreprise-contactee', 'systeme', { entreprises: 2, acheteurs: 1 });
    const partis = Array.from({ length: 14 }, (_, jour) =>
      dit(journal.au(jourJ + jour).relancer()),
    ).flat();
    expect(partis).toContain('entreprise derniers-jours');
  },
);

it('le dernier jour n’alerte personne : l’alerte attend le premier jour ouvré d’après', () => {
  // J + 17, le 22 janvier 2027, est un vendredi.
  const journal = Journal.actif()
    .au(3)
    .agir('entreprise-1', 'reporter', { jusquAu: '2027-01-22', motif: 'chantier' });
  const partisLe = (jour: number) => dit(journal.au(jour).relancer());
  expect(partisLe(15)).toEqual(['entreprise derniers-jours']);
  for (const jour of [17, 18, 19]) expect(partisLe(jour)).toEqual([]);
  expect(partisLe(20)).toContain('acheteur delai-manque !');
});
