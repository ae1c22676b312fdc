import { describe, expect, it } from 'vitest';
import { actionsPermises } from '../../../src/suivi/regles/actions.ts';
import { phraseDeLaDate } from '../../../src/rencontre/regles/phrases-dates.ts';
import { phraseDEvenement } from '../../../src/suivi/regles/phrases-evenements.ts';
import { Journal } from './un-journal.ts';

const SEPTEMBRE = '2027-09-06';
const proposer = (le = SEPTEMBRE) =>
  Journal.actif().au(3).agir('entreprise-2', 'proposer-debut', { le });
const permises = (journal: Journal, role: 'tutrice' | 'entreprise') =>
  actionsPermises(journal.suivi, role, journal.instant);

describe('un début d’accueil convenu', () => {
  it('se propose sans refuser : rien ne change avant l’accord de la tutrice', () => {
    const journal = proposer();
    expect(journal.suivi).toMatchObject({
      etat: 'reponse-attendue',
      aAccepter: { quoi: 'debut', date: SEPTEMBRE },
      jourJ: { accueilLe: Journal.actif().suivi.jourJ?.accueilLe },
    });
    expect(phraseDeLaDate(journal.suivi)).toMatch(/à partir du 6 septembre 2027/);
    expect(permises(journal, 'tutrice')).toContain('accepter-date');
    expect(permises(journal, 'entreprise')).not.toContain('accepter-date');
  });

  it('accepté, il remplace la date de l’accueil, jusqu’aux rappels', () => {
    const journal = proposer().agir('tutrice', 'accepter-date');
    expect(journal.suivi).toMatchObject({ aAccepter: null, jourJ: { accueilLe: SEPTEMBRE } });
    journal
      .agir('entreprise-2', 'proposer-creneaux', {
        creneaux: [{ debut: '2027-01-13T10:30', minutes: 60 }],
      })
      .agir('tutrice', 'choisir-creneau', { debut: '2027-01-13T10:30' })
      .au(9)
      .agir('tutrice', 'noter-reunion', { le: '2027-01-13' })
      .agir('tutrice', 'signer-convention', { le: '2027-01-14' });
    expect(journal.suivi.prochaine).toMatchObject({
      quoi: 'accueil-a-commencer',
      avantLe: SEPTEMBRE,
    });
    // En mars, où l'accueil aurait été en retard, personne n'est relancé.
    expect(journal.au(60).dues).toEqual([]);
    const [evenement] = journal.evenements.filter(({ genre }) => genre === 'date-acceptee');
    expect(evenement && phraseDEvenement(evenement)).toBe(
      'Le tuteur ou la tutrice a accepté l’accueil à partir du 6 septembre 2027',
    );
  });

  it('se propose aussi une fois la convention signée', () => {
    const journal = Journal.actif()
      .au(9)
      .agir('tutrice', 'noter-reunion', { le: '2027-01-13' })
      .agir('tutrice', 'signer-convention', { le: '2027-01-14' })
      .agir('entreprise-1', 'proposer-debut', { le: SEPTEMBRE })
      .agir('tutrice', 'accepter-date');
    expect(journal.suivi.prochaine?.avantLe).toBe(SEPTEMBRE);
  });

  it('écarté, les dates restent, et une autre peut se proposer', () => {
    const journal = proposer().agir('tutrice', 'ecarter-date');
    expect(journal.suivi).toMatchObject({
      aAccepter: null,
      jourJ: { accueilLe: Journal.actif().suivi.jourJ?.accueilLe },
    });
    journal.agir('entreprise-2', 'proposer-debut', { le: '2027-06-01' });
    expect(journal.suivi.aAccepter?.date).toBe('2027-06-01');
  });

  it('laisse le temps de proposer des créneaux, une seule fois', () => {
    const journal = Journal.actif()
      .au(10)
      .agir('entreprise-2', 'proposer-debut', { le: SEPTEMBRE });
    const repousse = journal.suivi.prochaine?.avantLe ?? '';
    expect(repousse > (Journal.actif().suivi.prochaine?.avantLe ?? '')).toBe(true);
    journal.agir('tutrice', 'ecarter-date').au(14);
    journal.agir('entreprise-2', 'proposer-debut', { le: '2027-10-04' });
    expect(journal.suivi.prochaine?.avantLe).toBe(repousse);
  });

  it.each([
    ['2027-01-08', 'à venir'],
    ['2027-01-20', 'au plus tard le'],
    ['2027-07-14', 'non férié'],
    ['2027-09-05', 'lundi au vendredi'],
    ['2028-02-01', 'moins d’un an'],
  ])('refuse le %s : %s', (le, raison) => {
    expect(() => proposer(le)).toThrow(raison);
  });

  it('n’attend plus rien quand l’entreprise refuse', () => {
    const journal = proposer().agir('entreprise-1', 'refuser', {
      motif: 'autre',
      precision: 'Le service ferme en mars.',
    });
    expect(journal.suivi.aAccepter).toBeNull();
  });
});

describe('un report', () => {
  const REPORT = { jusquAu: '2027-02-01', motif: 'activite' };

  it('dans le délai, vaut aussitôt', () => {
    expect(Journal.actif().au(5).agir('entreprise-1', 'reporter', REPORT).suivi.etat).toBe(
      'reporte',
    );
  });

  it('après le délai, attend l’accord de la tutrice', () => {
    const journal = Journal.actif().au(16);
    expect(journal.suivi.reportAAccorder).toBe(true);
    journal.agir('entreprise-1', 'reporter', REPORT);
    expect(journal.suivi).toMatchObject({
      etat: 'reponse-attendue',
      aAccepter: { quoi: 'report', date: '2027-02-01' },
    });
    expect(journal.suivi.prochaine?.retardJours).toBeGreaterThan(0);
    journal.agir('tutrice', 'accepter-date');
    expect(journal.suivi).toMatchObject({
      etat: 'reporte',
      aAccepter: null,
      prochaine: { avantLe: '2027-02-01', retardJours: 0 },
    });
  });

  it('écarté, le retard demeure ; des créneaux proposés le rendent inutile', () => {
    const ecarte = Journal.actif().au(16).agir('entreprise-1', 'reporter', REPORT);
    ecarte.agir('tutrice', 'ecarter-date');
    expect(ecarte.suivi).toMatchObject({ etat: 'reponse-attendue', aAccepter: null });
    const propose = Journal.actif().au(16).agir('entreprise-1', 'reporter', REPORT);
    propose.agir('entreprise-1', 'proposer-creneaux', {
      creneaux: [{ debut: '2027-01-27T10:30', minutes: 60 }],
    });
    expect(propose.suivi).toMatchObject({ etat: 'creneau-a-choisir', aAccepter: null });
  });

  it('le dernier jour du délai est encore dans le délai', () => {
    const { reponseLe = '' } = Journal.actif().suivi.jourJ ?? {};
    const dernier = Journal.actif();
    dernier.instant = new Date(`${reponseLe}T09:00:00.000Z`);
    expect(dernier.suivi.reportAAccorder).toBe(false);
  });
});
