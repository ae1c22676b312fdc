import { describe, expect, it } from 'vitest';
import { ACTIONS_SAISIES } from '../../../src/suivi/regles/actions-saisies.ts';
import { actionsPermises } from '../../../src/suivi/regles/actions.ts';
import { decompteDe } from '../../../src/heures/regles/heures-comptees.ts';
import { ROLES_DE_SUIVI } from '../../../src/suivi/regles/mots.ts';
import { phraseDEvenement } from '../../../src/suivi/regles/phrases-evenements.ts';
import { phraseDesHeures } from '../../../src/suivi/regles/phrases-en-plus.ts';
import { csvDeLaPreuve, preuveDExecution } from '../../../src/preuve/regles/preuve-execution.ts';
import { unSuivi } from '../../fabriques-suivi.ts';
import { accueilEnCours, erreurs } from './un-accueil.ts';
import type { Journal } from './un-journal.ts';

const precision = 'Le relevé signé en dit moins.';

/** La tutrice a dit 70 h, l'entreprise en avait déclaré 18 (17,5 h) : elles attendent. */
const enAttente = () =>
  accueilEnCours(150)
    .agir('entreprise-2', 'declarer-heures', { lundi: '2027-01-18', heures: 17.5 })
    .agir('tutrice', 'terminer', { le: '2027-01-29', heures: 70 });

const comptees = () => enAttente().au(34).ecrire('heures-confirmees', 'systeme', { heures: 70 });

const corriger = (journal: Journal, heures: unknown) =>
  journal.agir('equipe', 'corriger-heures', { heures, precision });

const derniere = ({ evenements }: Journal) => {
  const evenement = evenements.at(-1);
  return evenement && phraseDEvenement(evenement);
};

describe('des heures corrigées par l’équipe', () => {
  it('remplacent celles que le service a comptées seul, vers le bas ou vers le haut, jusqu’à aucune', () => {
    const journal = comptees();
    for (const [saisies, heures] of [
      ['17,5', 18],
      [0, 0],
      [69, 69],
    ] as const) {
      corriger(journal, saisies);
      expect(journal.suivi.fin).toMatchObject({ heures: 70, comptees: heures });
    }
    expect(derniere(journal)).toBe(
      'L’équipe CSF a corrigé les heures comptées : 69 h au lieu de 0 h',
    );
  });

  it('remplacent celles que l’entreprise a confirmées, et après le bilan aussi', () => {
    const journal = enAttente()
      .agir('entreprise-2', 'confirmer-heures', { heures: 70 })
      .agir('tutrice', 'bilan', { le: '2027-02-01', suite: 'inconnue' });
    corriger(journal, 35);
    expect(journal.suivi).toMatchObject({ etat: 'termine', prochaine: null });
    expect(journal.suivi.fin && decompteDe(journal.suivi.fin)).toEqual({
      heures: 35,
      aConfirmer: 0,
    });
  });

  it('règlent celles qui attendaient : plus personne n’a rien à confirmer', () => {
    const journal = enAttente();
    expect(journal.suivi.fin && decompteDe(journal.suivi.fin)).toEqual({
      heures: 18,
      aConfirmer: 52,
    });
    corriger(journal, 18);
    expect(derniere(journal)).toMatch(/: 18 h au lieu de 70 h$/);
    expect(phraseDesHeures(journal.suivi)).toBeUndefined();
    expect(actionsPermises(journal.suivi, 'entreprise', journal.instant)).not.toContain(
      'confirmer-heures',
    );
    // Une réponse arrivée après ne revient pas dessus.
    journal.ecrire('heures-confirmees', 'entreprise', { heures: 70 });
    expect(journal.suivi.fin).toMatchObject({ comptees: 18, aConfirmerLe: null });
  });

  it('ne sont l’affaire que de l’équipe, une fois l’accueil fini', () => {
    const { suivi, instant } = enAttente();
    const peuvent = ROLES_DE_SUIVI.filter((role) =>
      actionsPermises(suivi, role, instant).includes('corriger-heures'),
    );
    expect(peuvent).toEqual(['equipe']);
    const enCours = accueilEnCours();
    expect(actionsPermises(enCours.suivi, 'equipe', enCours.instant)).not.toContain(
      'corriger-heures',
    );
  });

  it('restent dans ce que la demande prévoit, et dans ce que les semaines permettent', () => {
    const trop = (journal: Journal, heures: number) =>
      erreurs(journal, 'equipe', 'corriger-heures', { heures, precision }).heures;
    expect(trop(enAttente(), 71)).toBe('70 h au plus : 2 semaines de 35 h ont commencé.');
    const court = accueilEnCours(35).agir('tutrice', 'terminer', { le: '2027-01-29', heures: 35 });
    expect(trop(court, 36)).toBe('35 h au plus : c’est ce que la demande prévoit.');
    expect(trop(comptees(), 70)).toBe('C’est le nombre déjà noté : écrivez-en un autre.');
    expect(trop(enAttente(), 70)).toBe(
      'C’est le nombre déjà noté : écrivez-en un autre, ou confirmez les heures faites.',
    );
    expect(trop(comptees(), 0)).toBeUndefined();
  });

  it.each([
    ['', 'la raison de la correction'],
    ['Erreur.', 'la raison de la correction'],
    ['Voir avec sam@lycee.example pour le relevé', 'adresse électronique'],
    ['Il est suivi en psychiatrie, il n’est pas venu.', 'santé'],
  ])('demandent une raison, relue comme un message : « %s » est refusé', (texte, attendu) => {
    const lecture = ACTIONS_SAISIES['corriger-heures'].safeParse({ heures: 35, precision: texte });
    expect(lecture.error?.issues.map(({ message }) => message).join(' ')).toContain(attendu);
  });

  it('sont celles que le dossier d’exécution prouve, avec celles d’avant et sans la raison', () => {
    const preuveDe = ({ evenements, suivi }: Journal) =>
      preuveDExecution(
        unSuivi({
          evenements: evenements.map((evenement) => ({
            ...evenement,
            precision,
            phrase: phraseDEvenement(evenement),
          })),
          suivi,
        }),
        { commune: 'Nanterre (92)', domaine: 'Logistique' },
        [],
      );
    const decompte = (journal: Journal) =>
      preuveDe(journal).faits.find(({ terme }) => terme === 'Décompté du parcours')?.valeur;
    expect(decompte(accueilEnCours())).toBeUndefined();
    expect(decompte(enAttente())).toBe('18 h, et 52 h à confirmer');
    const journal = corriger(comptees(), 35);
    expect(decompte(journal)).toBe('35 h');
    const csv = csvDeLaPreuve(preuveDe(journal));
    expect(csv).toContain('Heures faites corrigées : 35 h en tout, au lieu de 70 h');
    expect(csv).not.toContain(precision);
  });
});
