import { describe, expect, it } from 'vitest';
import { actionsPermises } from '../../../src/suivi/regles/actions.ts';
import { phraseDEvenement } from '../../../src/suivi/regles/phrases-evenements.ts';
import { Journal } from './un-journal.ts';

const creneau = (jour: string, heure = '10:30') => ({ debut: `${jour}T${heure}`, minutes: 60 });

/** Une demande dont la réunion est prévue le mercredi 13 janvier 2027. */
function reunionPrevue(): Journal {
  return Journal.actif()
    .au(2)
    .agir('entreprise-2', 'proposer-creneaux', {
      creneaux: [creneau('2027-01-12'), creneau('2027-01-13')],
    })
    .au(3)
    .agir('tutrice', 'choisir-creneau', { debut: '2027-01-13T10:30' });
}

function conventionASigner(): Journal {
  return reunionPrevue().au(8).agir('tutrice', 'noter-reunion', { le: '2027-01-13' });
}

function accueilEnCours(): Journal {
  return conventionASigner()
    .au(10)
    .agir('tutrice', 'signer-convention', { le: '2027-01-15' })
    .au(20)
    .agir('entreprise-2', 'commencer', { le: '2027-01-25' });
}

describe('la réunion', () => {
  it('attend un compte rendu après le jour choisi', () => {
    const { suivi } = reunionPrevue();
    expect(suivi.etat).toBe('reunion-prevue');
    expect(suivi.prochaine).toMatchObject({ qui: 'tutrice', avantLe: '2027-01-15' });
    expect(suivi.rendezVous).toEqual({ ...creneau('2027-01-13'), version: 1 });
  });

  it('annulée puis reprise, porte un numéro plus grand', () => {
    const journal = reunionPrevue()
      .au(4)
      .agir('entreprise-2', 'proposer-creneaux', {
        creneaux: [creneau('2027-01-18')],
      });
    expect(journal.suivi.rendezVous).toBeNull();
    journal.agir('tutrice', 'choisir-creneau', { debut: '2027-01-18T10:30' });
    expect(journal.suivi.rendezVous?.version).toBe(3);
  });

  it('manquée, fait attendre d’autres créneaux', () => {
    const { suivi } = reunionPrevue()
      .au(9)
      .agir('tutrice', 'reunion-manquee', { absent: 'entreprise' });
    expect(suivi.etat).toBe('reponse-attendue');
    expect(suivi.prochaine).toMatchObject({ qui: 'entreprise', avantLe: '2027-01-19' });
  });

  it('ne se dit pas manquée avant son heure', () => {
    const journal = reunionPrevue();
    journal.instant = new Date('2027-01-13T09:29:00Z');
    expect(actionsPermises(journal.suivi, 'tutrice', journal.instant)).not.toContain(
      'reunion-manquee',
    );
    journal.instant = new Date('2027-01-13T09:30:00Z');
    expect(actionsPermises(journal.suivi, 'tutrice', journal.instant)).toContain('reunion-manquee');
  });

  it('tenue sans créneau choisi ici, compte quand même', () => {
    const { suivi } = Journal.actif().au(6).agir('tutrice', 'noter-reunion', { le: '2027-01-08' });
    expect(suivi.etat).toBe('convention-a-signer');
  });

  it('tenue, fait attendre la convention', () => {
    const { suivi } = conventionASigner();
    expect(suivi.etat).toBe('convention-a-signer');
    expect(suivi.prochaine).toMatchObject({ qui: 'tutrice', avantLe: '2027-01-20' });
  });
});

describe('l’accueil', () => {
  it('est attendu avant la date de la frise, une fois la convention signée', () => {
    const { suivi } = conventionASigner()
      .au(10)
      .agir('tutrice', 'signer-convention', { le: '2027-01-15' });
    expect(suivi.etat).toBe('accueil-a-commencer');
    expect(suivi.prochaine).toMatchObject({ qui: 'entreprise', avantLe: '2027-02-04' });
  });

  it('commencé, a une fin prévue selon les heures', () => {
    const { suivi } = accueilEnCours();
    expect(suivi.etat).toBe('accueil-en-cours');
    expect(suivi.accueilDepuis).toBe('2027-01-25');
    // 150 h : cinq semaines, du 25 janvier au 28 février.
    expect(suivi.prochaine).toMatchObject({ qui: 'entreprise', avantLe: '2027-02-28' });
  });

  it('garde les heures de chaque semaine, la dernière déclaration comptant seule', () => {
    const { suivi } = accueilEnCours()
      .au(27)
      .agir('entreprise-2', 'declarer-heures', { lundi: '2027-01-25', heures: 35 })
      .agir('entreprise-2', 'declarer-heures', { lundi: '2027-01-25', heures: 28 });
    expect(suivi.semaines).toEqual({ '2027-01-25': 28 });
  });

  it('interrompu, revient à la tutrice ; repris, il dure les heures qui restent', () => {
    const journal = accueilEnCours()
      .au(27)
      .agir('entreprise-2', 'declarer-heures', { lundi: '2027-01-25', heures: 35 })
      .agir('tutrice', 'interrompre', { le: '2027-02-01', motif: 'vacances' });
    expect(journal.suivi.etat).toBe('interrompu');
    expect(journal.suivi.prochaine).toMatchObject({ qui: 'tutrice', avantLe: '2027-02-15' });
    journal.au(34).agir('tutrice', 'reprendre', { le: '2027-02-08' });
    // 115 h restent : quatre semaines.
    expect(journal.suivi.prochaine).toMatchObject({ qui: 'entreprise', avantLe: '2027-03-07' });
  });

  it('terminé par l’entreprise, compte les heures déclarées', () => {
    const journal = accueilEnCours()
      .au(27)
      .agir('entreprise-2', 'declarer-heures', { lundi: '2027-01-25', heures: 35 })
      .au(34)
      .agir('entreprise-2', 'declarer-heures', { lundi: '2027-02-01', heures: 30 })
      .agir('entreprise-2', 'terminer', { le: '2027-02-05' });
    expect(journal.evenements.at(-1)?.donnees).toEqual({ le: '2027-02-05', heures: 65 });
  });

  it('compte une demi-heure dans la semaine, et décompte l’heure commencée du parcours', () => {
    const journal = accueilEnCours()
      .au(27)
      .agir('entreprise-2', 'declarer-heures', { lundi: '2027-01-25', heures: '17,5' });
    expect(journal.suivi.semaines).toEqual({ '2027-01-25': 17.5 });
    expect(journal.evenements.map((evenement) => phraseDEvenement(evenement)).at(-1)).toMatch(
      /a déclaré 17,5 h pour la semaine du 25 janvier 2027$/,
    );
    journal.au(34).agir('entreprise-2', 'terminer', { le: '2027-02-05' });
    expect(journal.evenements.at(-1)?.donnees).toEqual({ le: '2027-02-05', heures: 18 });
  });

  it('terminé, laisse dix jours ouvrés pour le bilan', () => {
    const { suivi } = accueilEnCours()
      .au(75)
      .agir('tutrice', 'terminer', { le: '2027-03-19', heures: 150 });
    expect(suivi.etat).toBe('bilan-a-faire');
    // Le lundi de Pâques (29 mars) ne compte pas.
    expect(suivi.prochaine).toMatchObject({ qui: 'tutrice', avantLe: '2027-04-05' });
  });

  it('finit avec le bilan', () => {
    const { suivi } = accueilEnCours()
      .au(60)
      .agir('tutrice', 'terminer', { le: '2027-03-05', heures: 150 })
      .agir('tutrice', 'bilan', { le: '2027-03-06', suite: 'apprentissage' });
    expect(suivi).toMatchObject({ etat: 'termine', prochaine: null });
  });

  it('terminé par l’équipe à la main, même sans convention, attend le bilan', () => {
    const { suivi } = Journal.actif().au(40).ecrire('accueil-termine', 'equipe', { heures: 150 });
    expect(suivi.etat).toBe('bilan-a-faire');
  });
});

describe('le retrait', () => {
  const peutRetirer = ({ suivi, instant }: Journal) =>
    (['tutrice', 'equipe'] as const).map((role) =>
      actionsPermises(suivi, role, instant).includes('retirer'),
    );

  it('reste possible jusqu’à l’accueil, jamais quand il a commencé', () => {
    for (const avant of [Journal.actif(), reunionPrevue(), conventionASigner()])
      expect(peutRetirer(avant), avant.suivi.etat).toEqual([true, true]);
    const signee = conventionASigner()
      .au(10)
      .agir('tutrice', 'signer-convention', { le: '2027-01-15' });
    expect(peutRetirer(signee)).toEqual([true, true]);
    expect(peutRetirer(accueilEnCours())).toEqual([false, false]);
    const interrompu = accueilEnCours()
      .au(22)
      .agir('tutrice', 'interrompre', { le: '2027-01-27', motif: 'vacances' });
    expect(peutRetirer(interrompu)).toEqual([false, false]);
  });
});
