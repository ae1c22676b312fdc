import { describe, expect, it } from 'vitest';
import { actionsPermises } from '../../../src/suivi/regles/actions.ts';
import type { RoleEcrit } from '../../../src/suivi/regles/mots.ts';
import { phraseDuTour } from '../../../src/suivi/regles/phrases.ts';
import { phraseDEvenement } from '../../../src/suivi/regles/phrases-evenements.ts';
import { phraseDesNonRemis } from '../../../src/suivi/regles/phrases-en-plus.ts';
import { dit, Journal } from './un-journal.ts';
import { ajouterJours } from '../../../src/socle/dates.ts';

const NEUF = { role: 'entreprise-1', nom: 'Andrea Exemple', courriel: 'andrea@entreprise.example' };
const CRENEAUX = { creneaux: [{ debut: '2027-01-13T10:30', minutes: 60 }] };

/** Un courriel perdu, et qui il reste à joindre. */
const perdre = (
  journal: Journal,
  role: RoleEcrit,
  entreprises: number,
  acheteurs = 1,
  raison: 'rebond' | 'plainte' = 'rebond',
) => {
  journal.contacts = { entreprises, acheteurs };
  return journal.ecrire('courriel-non-remis', 'systeme', { role, raison, entreprises, acheteurs });
};

/** Plus personne de l'entreprise ne reçoit rien. */
const injoignable = (acheteurs = 1) =>
  perdre(perdre(Journal.actif(), 'entreprise-1', 1, acheteurs), 'entreprise-2', 0, acheteurs);

describe('un contact de l’entreprise que nos courriels n’atteignent pas', () => {
  it('n’arrête rien tant que l’autre les reçoit : c’est toujours à l’entreprise de répondre', () => {
    const journal = perdre(Journal.actif(), 'entreprise-1', 1);
    expect(journal.suivi).toMatchObject({
      etat: 'reponse-attendue',
      nonRemis: ['entreprise-1'],
      prochaine: { qui: 'entreprise', avantLe: '2027-01-19' },
    });
    // Son dernier geste reste celui d'une personne.
    expect(journal.suivi.derniere?.evenement.genre).toBe('entreprise-contactee');
    expect(phraseDesNonRemis(journal.suivi)).toBe(
      'Nos courriels n’arrivent pas au contact du marché dans l’entreprise.',
    );
  });

  it('seul, ou avec l’autre : l’acheteur a trois jours pour en nommer un', () => {
    const { suivi, instant } = injoignable();
    expect(suivi).toMatchObject({
      etat: 'contact-a-nommer',
      injoignable: true,
      prochaine: { qui: 'acheteur', avantLe: '2027-01-08' },
    });
    expect(actionsPermises(suivi, 'acheteur', instant)).toContain('nommer-contact');
    expect(actionsPermises(suivi, 'acheteur', instant)).not.toContain('relancer');
    expect(phraseDuTour(suivi, 'tutrice')).toBe(
      'En attente de l’acheteur : nos courriels n’arrivent pas à l’entreprise, un autre contact est à y nommer',
    );
    expect(phraseDuTour(suivi, 'acheteur')).toContain('C’est à vous');
  });

  it('sans acheteur joignable, c’est à l’équipe ; un nouvel acheteur reprend la main', () => {
    expect(injoignable(0).suivi.prochaine?.qui).toBe('equipe');
    const journal = perdre(injoignable(), 'acheteur', 0, 0);
    expect(journal.suivi.prochaine?.qui).toBe('equipe');
    journal.ecrire('contact-change', 'equipe', { role: 'acheteur' });
    expect(journal.suivi).toMatchObject({ nonRemis: ['entreprise-1', 'entreprise-2'] });
    expect(journal.suivi.prochaine?.qui).toBe('acheteur');
  });

  it('ne reçoit plus de rappel, et l’entreprise n’est pas dite en retard', () => {
    const journal = injoignable().au(2);
    expect(dit(journal.dues)).toEqual([]);
    expect(dit(journal.au(3).dues)).toEqual(['acheteur contact']);
    journal.relancer();
    // Plus tard, l'équipe ; jamais l'entreprise, ni la tutrice, pour un retard qui n'est pas le sien.
    expect(dit(journal.au(14).dues)).toEqual(['equipe equipe']);
  });

  it('pendant un accueil, l’accueil reste ce qu’il est ; le remplaçant se nomme aussi', () => {
    const journal = Journal.actif()
      .agir('entreprise-2', 'proposer-creneaux', CRENEAUX)
      .agir('tutrice', 'choisir-creneau', { debut: '2027-01-13T10:30' });
    perdre(perdre(journal, 'entreprise-1', 1), 'entreprise-2', 0);
    expect(journal.suivi).toMatchObject({ etat: 'reunion-prevue', injoignable: true });
    expect(actionsPermises(journal.suivi, 'acheteur', journal.instant)).toContain('nommer-contact');
    // Redevenir l'affaire de l'entreprise, sans personne à qui l'écrire, c'est celle de l'acheteur.
    journal.agir('tutrice', 'ecarter-creneaux');
    expect(journal.suivi).toMatchObject({
      etat: 'contact-a-nommer',
      prochaine: { qui: 'acheteur' },
    });
  });
});

describe('le délai, une fois un contact nommé', () => {
  it('jamais atteinte, l’entreprise a le sien entier, et l’accueil se compte du même jour', () => {
    const journal = injoignable().au(10).agir('acheteur', 'nommer-contact', NEUF);
    const { suivi, jour } = journal;
    expect(suivi).toMatchObject({
      etat: 'reponse-attendue',
      injoignable: false,
      nonRemis: ['entreprise-2'],
      prochaine: { qui: 'entreprise', avantLe: ajouterJours(jour, 14) },
      jourJ: {
        le: '2027-01-05',
        reponseLe: ajouterJours(jour, 14),
        accueilLe: ajouterJours(jour, 30),
      },
    });
  });

  it('déjà atteinte, la réponse repart entière, et la date de l’accueil ne bouge pas', () => {
    const journal = Journal.actif().ecrire('courriel-remis', 'systeme', { role: 'entreprise-1' });
    const avant = journal.suivi.jourJ;
    perdre(perdre(journal, 'entreprise-1', 1, 1, 'plainte'), 'entreprise-2', 0);
    journal.au(10).agir('equipe', 'nommer-contact', NEUF);
    expect(journal.suivi).toMatchObject({
      atteinte: true,
      prochaine: { avantLe: ajouterJours(journal.jour, 14) },
      jourJ: avant,
    });
  });

  it('un courriel arrivé, ou une page ouverte, redonne la main à l’entreprise', () => {
    const remis = injoignable().au(2).ecrire('courriel-remis', 'systeme', { role: 'entreprise-2' });
    expect(remis.suivi).toMatchObject({
      etat: 'reponse-attendue',
      nonRemis: ['entreprise-1'],
      remis: ['entreprise-2'],
      atteinte: true,
    });
    const ouvert = injoignable().au(2).agir('entreprise-1', 'ouvrir');
    expect(ouvert.suivi).toMatchObject({ etat: 'reponse-attendue', nonRemis: ['entreprise-2'] });
  });
});

it('chaque sort d’un courriel se dit en une phrase', () => {
  const phrases = perdre(
    perdre(
      Journal.actif().ecrire('courriel-remis', 'systeme', { role: 'entreprise-2' }),
      'prescripteur',
      2,
    ),
    'entreprise-2',
    1,
    1,
    'plainte',
  )
    .evenements.slice(2)
    .map((evenement) => phraseDEvenement(evenement));
  expect(phrases).toEqual([
    'Le courriel est arrivé au tuteur entreprise',
    'Le courriel n’est pas arrivé au prescripteur du marché',
    'Nos courriels n’arrivent plus au tuteur entreprise (classés indésirables)',
  ]);
});
