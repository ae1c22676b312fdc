import { describe, expect, it } from 'vitest';
import { actionsPermises } from '../../../src/suivi/regles/actions.ts';
import { phraseDesHeures } from '../../../src/suivi/regles/phrases.ts';
import { phraseDEvenement } from '../../../src/suivi/regles/phrases-evenements.ts';
import { accueilEnCours, erreurs } from './un-accueil.ts';
import type { Journal } from './un-journal.ts';

describe('des heures dites par la tutrice seule', () => {
  const finie = () =>
    accueilEnCours(150)
      .agir('entreprise-2', 'declarer-heures', { lundi: '2027-01-18', heures: 17.5 })
      .agir('tutrice', 'terminer', { le: '2027-01-29', heures: 70 });

  it('sont gardées, et seules comptent celles que l’entreprise a déclarées', () => {
    const journal = finie();
    expect(journal.evenements.at(-1)?.donnees).toEqual({
      le: '2027-01-29',
      heures: 70,
      comptees: 18,
    });
    expect(journal.suivi.fin).toEqual({
      le: '2027-01-29',
      heures: 70,
      comptees: 18,
      aConfirmerLe: '2027-02-08',
    });
    const fin = journal.evenements.at(-1);
    expect(fin && phraseDEvenement(fin)).toBe(
      'L’accueil s’est terminé le 29 janvier 2027 : 70 h faites selon le tuteur ou la tutrice, à confirmer par l’entreprise',
    );
  });

  it('sont comptées sans réponse, et chacun le sait d’avance', () => {
    const journal = finie();
    expect(phraseDesHeures(journal.suivi)).toBe(
      'L’entreprise confirme les heures faites avant le 8 février 2027 ; sans réponse, elles sont comptées.',
    );
    journal.au(34).ecrire('heures-confirmees', 'systeme', { heures: 70 });
    expect(journal.suivi.fin).toMatchObject({ comptees: 70, aConfirmerLe: null });
    expect(phraseDesHeures(journal.suivi)).toBeUndefined();
    const dernier = journal.evenements.at(-1);
    expect(dernier && phraseDEvenement(dernier)).toBe(
      'Sans réponse de l’entreprise, 70 h faites sont comptées',
    );
  });

  it('ne rendent pas au parcours des heures que l’entreprise a déclarées', () => {
    const journal = accueilEnCours(150)
      .agir('entreprise-2', 'declarer-heures', { lundi: '2027-01-18', heures: 35 })
      .agir('tutrice', 'terminer', { le: '2027-01-29', heures: 0 });
    expect(journal.suivi.fin).toMatchObject({ heures: 0, comptees: 35, aConfirmerLe: null });
    const fin = journal.evenements.at(-1);
    expect(fin && phraseDEvenement(fin)).toMatch(
      /: 0 h faites selon le tuteur ou la tutrice, 35 h déclarées par l’entreprise$/,
    );
  });

  it('se confirment par l’entreprise ou l’équipe, avant ou après le bilan, une seule fois', () => {
    const peut = ({ suivi, instant }: Journal) =>
      (['entreprise', 'equipe', 'tutrice', 'acheteur'] as const).filter((role) =>
        actionsPermises(suivi, role, instant).includes('confirmer-heures'),
      );
    const avant = finie();
    expect(peut(avant)).toEqual(['entreprise', 'equipe']);
    expect(erreurs(avant, 'entreprise-2', 'confirmer-heures', { heures: 71 }).heures).toMatch(
      /^70 h au plus/,
    );
    expect(erreurs(avant, 'entreprise-2', 'confirmer-heures', { heures: 17 }).heures).toBe(
      '18 h sont déjà comptées : écrivez au moins ce nombre.',
    );
    avant.agir('entreprise-2', 'confirmer-heures', { heures: '63,5' });
    expect(avant.suivi).toMatchObject({
      etat: 'bilan-a-faire',
      fin: { heures: 70, comptees: 64, aConfirmerLe: null },
    });
    expect(peut(avant)).toEqual([]);
    const apres = finie().agir('tutrice', 'bilan', { le: '2027-02-01', suite: 'inconnue' });
    expect(peut(apres)).toEqual(['entreprise', 'equipe']);
    apres.agir('equipe', 'confirmer-heures', { heures: 70 });
    expect(apres.suivi).toMatchObject({ etat: 'termine', prochaine: null, fin: { comptees: 70 } });
    const dernier = apres.evenements.at(-1);
    expect(dernier && phraseDEvenement(dernier)).toBe('L’équipe CSF a confirmé 70 h faites');
  });

  it('dites par l’entreprise, ou déjà toutes déclarées, n’attendent personne', () => {
    const parElle = accueilEnCours().agir('entreprise-2', 'terminer', {
      le: '2027-01-29',
      heures: 60,
    });
    expect(parElle.suivi.fin).toMatchObject({ heures: 60, comptees: 60, aConfirmerLe: null });
    const declarees = accueilEnCours()
      .agir('entreprise-2', 'declarer-heures', { lundi: '2027-01-18', heures: 35 })
      .agir('tutrice', 'terminer', { le: '2027-01-29', heures: 35 });
    expect(declarees.evenements.at(-1)?.donnees).toEqual({ le: '2027-01-29', heures: 35 });
    expect(declarees.suivi.fin).toMatchObject({ comptees: 35, aConfirmerLe: null });
  });

  it('une fin d’avant cette règle garde les heures qu’elle a fait décompter', () => {
    const journal = accueilEnCours().ecrire('accueil-termine', 'tutrice', {
      heures: 140,
      le: '2027-01-29',
    });
    expect(journal.suivi.fin).toMatchObject({ comptees: 140, aConfirmerLe: null });
  });
});
