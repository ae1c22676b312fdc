import { describe, expect, it } from 'vitest';
import type { Evenement } from '../../../src/suivi/regles/evenement.ts';
import { suivre } from '../../../src/suivi/regles/suivi.ts';
import { CALENDRIER, DELAIS, Journal } from './un-journal.ts';

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

describe('une demande active', () => {
  it('attend la réponse de l’entreprise, avant la date de la frise', () => {
    const { suivi } = Journal.actif();
    expect(suivi.etat).toBe('reponse-attendue');
    expect(suivi.prochaine).toEqual({
      qui: 'entreprise',
      quoi: 'reponse-attendue',
      avantLe: '2027-01-19',
      retardJours: 0,
    });
    expect(suivi.jourJ).toEqual({
      le: '2027-01-05',
      reponseLe: '2027-01-19',
      accueilLe: '2027-02-04',
    });
  });

  it('compte les jours de retard, et ceux passés depuis la dernière action', () => {
    const { suivi } = Journal.actif().au(17);
    expect(suivi.prochaine?.retardJours).toBe(3);
    expect(suivi.derniere?.ilYA).toBe(17);
    expect(suivi.derniere?.evenement.genre).toBe('entreprise-contactee');
  });

  it('n’attend pas l’accueil avant le jour où le jeune est disponible', () => {
    const journal = new Journal();
    journal.ecrire('interet-confirme', 'tutrice', { heures: 150 });
    const prevenus = { entreprises: 2, acheteurs: 1 };
    journal.ecrire('entreprise-contactee', 'systeme', { ...prevenus, debutLe: '2027-01-25' });
    expect(journal.suivi.jourJ?.accueilLe).toBe('2027-02-04');
    journal.ecrire('entreprise-contactee', 'systeme', { ...prevenus, debutLe: '2027-03-01' });
    expect(journal.suivi.jourJ?.accueilLe).toBe('2027-03-01');
    expect(journal.suivi.jourJ?.reponseLe).toBe('2027-01-19');
  });

  it('ne compte ni une ouverture ni un rappel pour une réponse', () => {
    const { suivi } = Journal.actif()
      .au(4)
      .agir('entreprise-1', 'ouvrir')
      .au(7)
      .ecrire('relance', 'systeme', { a: 'entreprise', palier: 'rappel', ancre: 1 });
    expect(suivi.etat).toBe('reponse-attendue');
    expect(suivi.ouvert).toBe(true);
    expect(suivi.ancre).toBe(1);
    expect(suivi.derniere?.evenement.genre).toBe('ouvert');
  });
});

describe('la réponse de l’entreprise', () => {
  it('donne des créneaux à choisir à la tutrice', () => {
    const { suivi } = Journal.actif()
      .au(2)
      .agir('entreprise-2', 'proposer-creneaux', { creneaux: [creneau('2027-01-20')] });
    expect(suivi.etat).toBe('creneau-a-choisir');
    expect(suivi.prochaine).toMatchObject({ qui: 'tutrice', avantLe: '2027-01-11' });
    expect(suivi.creneaux).toEqual([creneau('2027-01-20')]);
  });

  it('se choisit avant le dernier créneau, s’il est proche', () => {
    const { suivi } = Journal.actif()
      .au(2)
      .agir('entreprise-2', 'proposer-creneaux', { creneaux: [creneau('2027-01-08')] });
    expect(suivi.prochaine?.avantLe).toBe('2027-01-08');
  });

  it('peut être un report : la réponse est attendue à la date demandée', () => {
    const { suivi } = Journal.actif()
      .au(3)
      .agir('entreprise-1', 'reporter', { jusquAu: '2027-02-01', motif: 'chantier' });
    expect(suivi.etat).toBe('reporte');
    expect(suivi.prochaine).toMatchObject({ qui: 'entreprise', avantLe: '2027-02-01' });
    expect(suivi.jourJ?.reponseLe).toBe('2027-01-19');
  });

  it('peut être un changement de contact, qui ne déplace pas la date', () => {
    const { suivi } = Journal.actif()
      .au(3)
      .agir('entreprise-1', 'ouvrir')
      .agir('entreprise-1', 'changer-contact', {
        nom: 'Sam Essai',
        courriel: 'sam@entreprise.example',
      });
    expect(suivi.etat).toBe('reponse-attendue');
    expect(suivi.prochaine?.avantLe).toBe('2027-01-19');
    expect(suivi.ouvert).toBe(false);
  });
});

describe('un refus', () => {
  const refuser = (journal: Journal) =>
    journal.au(5).agir('entreprise-1', 'refuser', {
      motif: 'activite',
      precision: 'Le service ferme en mars.',
    });

  it('va à l’acheteur', () => {
    const { suivi } = refuser(Journal.actif());
    expect(suivi.etat).toBe('refus-a-trancher');
    expect(suivi.prochaine).toMatchObject({ qui: 'acheteur', avantLe: '2027-01-18' });
  });

  it('va à l’équipe quand personne ne suit le parcours chez l’acheteur', () => {
    expect(refuser(Journal.actif(150, 0)).suivi.prochaine?.qui).toBe('equipe');
  });

  it('n’est pas une fin tant que l’acheteur ne l’a pas confirmé', () => {
    const { suivi } = refuser(Journal.actif()).au(6).agir('acheteur', 'confirmer-refus');
    expect(suivi).toMatchObject({ etat: 'refuse', prochaine: null });
  });

  it.each([
    ['relance l’entreprise', 'relancer', {}],
    [
      'nomme un autre contact',
      'nommer-contact',
      { role: 'entreprise-1', nom: 'Sam Essai', courriel: 'sam@entreprise.example' },
    ],
  ] as const)('se lève quand l’acheteur %s : un délai entier recommence', (_, action, champs) => {
    const { suivi } = refuser(Journal.actif()).au(8).agir('prescripteur', action, champs);
    expect(suivi.etat).toBe('reponse-attendue');
    expect(suivi.prochaine).toMatchObject({ qui: 'entreprise', avantLe: '2027-01-27' });
    expect(suivi.jourJ?.reponseLe).toBe('2027-01-19');
  });

  it('reste à trancher quand l’acheteur passe seulement la main', () => {
    const { suivi } = refuser(Journal.actif())
      .au(6)
      .agir('acheteur', 'transmettre', { nom: 'Sam Essai', courriel: 'sam@acheteur.example' });
    expect(suivi.etat).toBe('refus-a-trancher');
  });

  it('reste à trancher quand l’entreprise change elle-même de contact', () => {
    const { suivi } = refuser(Journal.actif()).agir('entreprise-1', 'changer-contact', {
      nom: 'Sam Essai',
      courriel: 'sam@entreprise.example',
    });
    expect(suivi.etat).toBe('refus-a-trancher');
  });

  it('tombe si l’entreprise propose finalement des créneaux', () => {
    const { suivi } = refuser(Journal.actif())
      .au(6)
      .agir('entreprise-2', 'proposer-creneaux', { creneaux: [creneau('2027-01-20')] });
    expect(suivi.etat).toBe('creneau-a-choisir');
  });
});

describe('la liste d’attente', () => {
  const enListe = () => new Journal().ecrire('mise-en-attente', 'tutrice', { rang: 1 });

  it('n’attend personne', () => {
    expect(enListe().suivi).toMatchObject({
      etat: 'en-attente',
      prochaine: { qui: 'systeme', avantLe: null, retardJours: 0 },
    });
  });

  it('propose le parcours libéré à la suivante, qui l’accepte', () => {
    const journal = enListe().au(5).ecrire('proposition-au-suivant', 'systeme', {});
    expect(journal.suivi).toMatchObject({
      etat: 'proposee',
      prochaine: { qui: 'tutrice', avantLe: '2027-01-13' },
    });
    journal.au(6).ecrire('interet-confirme', 'tutrice', { heures: 300 });
    expect(journal.suivi).toMatchObject({
      etat: 'reponse-attendue',
      jourJ: { le: '2027-01-11', reponseLe: '2027-01-25' },
    });
  });

  it.each(['proposition-expiree', 'attente-close'] as const)('se ferme : %s', (genre) => {
    const { suivi } = enListe().au(5).ecrire(genre, 'systeme', {});
    expect(suivi).toMatchObject({ etat: 'retire', prochaine: null });
  });
});

describe('le journal', () => {
  it('vide, n’attend personne et n’a pas de dernière action', () => {
    const suivi = suivre([], new Date(), DELAIS, CALENDRIER);
    expect(suivi).toMatchObject({ etat: 'en-attente', derniere: null, ancre: 0 });
  });

  it('ne bouge plus après un retrait', () => {
    const journal = reunionPrevue().au(4).agir('tutrice', 'retirer');
    const { suivi } = journal;
    expect(suivi).toMatchObject({ etat: 'retire', prochaine: null, rendezVous: null });
    journal.ecrire('creneaux-proposes', 'entreprise', { creneaux: [creneau('2027-02-01')] });
    expect(journal.suivi).toEqual(suivi);
  });

  it('se lit dans l’ordre des rangs, et un rang reçu deux fois ne compte qu’une fois', () => {
    const { evenements, suivi, instant } = conventionASigner();
    const melange: Evenement[] = [...evenements, ...evenements].reverse();
    expect(suivre(melange, instant, DELAIS, CALENDRIER)).toEqual(suivi);
  });

  it('ignore un créneau que personne n’a proposé', () => {
    const journal = Journal.actif()
      .au(2)
      .agir('entreprise-2', 'proposer-creneaux', { creneaux: [creneau('2027-01-20')] })
      .ecrire('creneau-choisi', 'tutrice', creneau('2027-01-21'));
    expect(journal.suivi.etat).toBe('creneau-a-choisir');
  });
});
