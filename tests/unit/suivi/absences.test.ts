import { describe, expect, it } from 'vitest';
import { actionsPermises } from '../../../src/suivi/regles/actions.ts';
import { absencesDeSuite } from '../../../src/absences/regles/absences.ts';
import { phraseDesAbsences } from '../../../src/absences/regles/absences-mots.ts';
import { ROLES_DE_SUIVI, type RoleDeSuivi } from '../../../src/suivi/regles/mots.ts';
import { suivre } from '../../../src/suivi/regles/suivi.ts';
import { evenementsPour, journalPour, suiviPour } from '../../../src/suivi/regles/visibilite.ts';
import { accueilCommence } from './un-accueil.ts';
import { CALENDRIER, DELAIS, Journal } from './un-journal.ts';

/** Où en est le dossier pour ce rôle, comme le service le lui donne. */
const vuPar = (role: RoleDeSuivi, { evenements, instant }: Journal) =>
  suiviPour(role, suivre(journalPour(role, evenements), instant, DELAIS, CALENDRIER));

describe('une absence', () => {
  it('se signale une fois par jour, et se retire le jour même', () => {
    const journal = accueilCommence().au(14).agir('entreprise-2', 'signaler-absence');
    expect(journal.suivi.absences).toEqual(['2027-01-19']);
    expect(() => journal.agir('entreprise-1', 'signaler-absence')).toThrow('pas permise');
    journal.agir('entreprise-1', 'retirer-absence');
    expect(journal.suivi.absences).toEqual([]);
    journal.agir('entreprise-1', 'signaler-absence').au(15);
    const permises = actionsPermises(journal.suivi, 'entreprise', journal.instant);
    expect(permises).toContain('signaler-absence');
    expect(permises).not.toContain('retirer-absence');
  });

  it('ne se dit que pendant l’accueil, par l’entreprise ou l’équipe, et ne déplace rien', () => {
    const journal = accueilCommence().au(14);
    const avant = journal.suivi;
    for (const role of ROLES_DE_SUIVI)
      expect(actionsPermises(avant, role, journal.instant).includes('signaler-absence'), role).toBe(
        role === 'entreprise' || role === 'equipe',
      );
    const { prochaine, ancre, semaines } = journal.agir('equipe', 'signaler-absence').suivi;
    expect({ prochaine, ancre, semaines }).toEqual({
      prochaine: avant.prochaine,
      ancre: avant.ancre,
      semaines: avant.semaines,
    });
    expect(() => Journal.actif().agir('entreprise-1', 'signaler-absence')).toThrow('pas permise');
  });

  it('trois jours ouvrés de suite propose de se voir, week-end compris, jusqu’à un jour sans', () => {
    const journal = accueilCommence();
    for (const jour of [16, 17, 20]) journal.au(jour).agir('entreprise-2', 'signaler-absence');
    expect(journal.suivi.absencesDeSuite).toBe(3);
    expect(phraseDesAbsences(journal.suivi)).toContain('Absent 3 jours de suite');
    expect(journal.au(21).suivi.absencesDeSuite).toBe(3);
    expect(journal.au(22).suivi.absencesDeSuite).toBe(0);
    expect(phraseDesAbsences(journal.suivi)).toBeUndefined();
  });

  it('l’accueil fini, ou interrompu, ne propose plus de se voir', () => {
    const absent = () => {
      const journal = accueilCommence();
      for (const jour of [16, 17, 20]) journal.au(jour).agir('entreprise-2', 'signaler-absence');
      return journal;
    };
    const le = '2027-01-25';
    const fini = absent().agir('entreprise-2', 'terminer', { le, heures: '0' });
    expect(phraseDesAbsences(fini.suivi)).toBeUndefined();
    const interrompu = absent().agir('tutrice', 'interrompre', { le, motif: 'jeune' });
    expect(phraseDesAbsences(interrompu.suivi)).toBeUndefined();
  });

  it('un jour férié ou chômé n’interrompt pas la suite, et n’y compte pas', () => {
    const ferie = { ...CALENDRIER, feries: ['2027-01-20'] };
    const jours = ['2027-01-19', '2027-01-21', '2027-01-22'];
    expect(absencesDeSuite(jours, '2027-01-22', ferie)).toBe(3);
    expect(absencesDeSuite(jours, '2027-01-22', CALENDRIER)).toBe(2);
    expect(absencesDeSuite([...jours, '2027-01-23'], '2027-01-23', ferie)).toBe(3);
    expect(absencesDeSuite([], '2027-01-23', ferie)).toBe(0);
  });

  it('tue, laisse lire le geste d’avant : l’acheteur ne lit pas qu’il n’y en a aucun', () => {
    const journal = accueilCommence().au(14).agir('entreprise-2', 'signaler-absence');
    for (const role of ROLES_DE_SUIVI) {
      const vu = vuPar(role, journal);
      const sait = ['tutrice', 'entreprise', 'equipe'].includes(role);
      expect(vu.derniere?.evenement.genre, role).toBe(sait ? 'jeune-absent' : 'accueil-commence');
    }
  });

  it('reste entre ceux qui suivent le jeune : l’acheteur et la coordination n’en savent rien', () => {
    const journal = accueilCommence().au(14).agir('entreprise-2', 'signaler-absence');
    for (const role of ROLES_DE_SUIVI) {
      const sait = ['tutrice', 'entreprise', 'equipe'].includes(role);
      const vu = JSON.stringify([evenementsPour(role, journal.evenements), vuPar(role, journal)]);
      expect(vu.includes('"jeune-absent"'), role).toBe(sait);
      expect(vu.includes('"absences":["2027-01-19"]'), role).toBe(sait);
    }
  });
});
