import { describe, expect, it } from 'vitest';
import { actionsPermises } from '../../../src/suivi/regles/actions.ts';
import type { RoleEcrit } from '../../../src/suivi/regles/mots.ts';
import { phraseDuTour } from '../../../src/suivi/regles/phrases.ts';
import { phraseDEvenement } from '../../../src/suivi/regles/phrases-evenements.ts';
import { dit, Journal } from './un-journal.ts';

const repondre = (
  journal: Journal,
  role: RoleEcrit = 'entreprise-1',
  champs: { a?: 'tutrice' | 'entreprise' | 'equipe'; autre?: boolean } = {},
) =>
  journal.ecrire('reponse-par-courriel', 'systeme', {
    role,
    a: 'tutrice',
    autre: false,
    ...champs,
  });

/** Tous les rappels jusqu'à ce jour, joués un par un. */
function jouer(journal: Journal, du: number, auJour: number): string[] {
  const tous: string[] = [];
  for (let jour = du; jour <= auJour; jour += 1) tous.push(...dit(journal.au(jour).relancer()));
  return tous;
}

describe('une réponse de l’entreprise par courriel', () => {
  it('attend qu’on la lise, jusqu’à un jour ouvré : la tutrice agit, l’entreprise n’est pas en retard', () => {
    const { suivi } = repondre(Journal.actif().au(2));
    expect(suivi).toMatchObject({
      etat: 'reponse-recue',
      prochaine: { qui: 'tutrice', avantLe: '2027-01-11' },
      reponseConfirmee: false,
    });
    expect(phraseDuTour(suivi, 'tutrice')).toBe(
      'C’est à vous : l’entreprise a répondu par courriel, dites ce qu’il en est',
    );
    expect(phraseDuTour(suivi, 'acheteur')).toContain('l’entreprise a répondu par courriel');
  });

  it('reçue par l’équipe, est à l’équipe', () => {
    const { suivi } = repondre(Journal.actif(), 'entreprise-2', { a: 'equipe' });
    expect(suivi.prochaine?.qui).toBe('equipe');
  });

  it('arrête les rappels de l’entreprise, et personne ne lit « pas de réponse »', () => {
    const rappels = jouer(repondre(Journal.actif().au(2)), 2, 40);
    expect(rappels.filter((rappel) => /^(entreprise|acheteur)/.test(rappel))).toEqual([]);
    expect(rappels).toContain('tutrice reponse');
    expect(rappels.some((rappel) => rappel.includes('manque'))).toBe(false);
  });

  it('dite telle, ne se redit pas, et garde la main à qui la note', () => {
    const journal = repondre(Journal.actif().au(2)).au(3).agir('tutrice', 'confirmer-reponse');
    expect(journal.suivi).toMatchObject({
      etat: 'reponse-recue',
      reponseConfirmee: true,
      prochaine: { qui: 'tutrice', avantLe: '2027-01-13' },
    });
    const { suivi, instant } = journal;
    expect(actionsPermises(suivi, 'tutrice', instant)).not.toContain('confirmer-reponse');
    expect(actionsPermises(suivi, 'tutrice', instant)).toContain('ecarter-reponse');
    expect(actionsPermises(suivi, 'entreprise', instant)).toContain('proposer-creneaux');
    expect(actionsPermises(suivi, 'entreprise', instant)).toContain('reporter');
    expect(actionsPermises(suivi, 'acheteur', instant)).not.toContain('relancer');
    expect(jouer(journal, 3, 40).filter((rappel) => rappel.startsWith('entreprise'))).toEqual([]);
  });

  it('écartée, rend à l’entreprise le délai qu’elle avait, à la même date', () => {
    const sans = Journal.actif().au(5).suivi;
    const journal = repondre(Journal.actif().au(2)).au(5).agir('tutrice', 'ecarter-reponse');
    expect(journal.suivi).toMatchObject({ etat: 'reponse-attendue', prochaine: sans.prochaine });
    expect(journal.suivi.ancre).toBe(sans.ancre);
    expect(dit(journal.au(7).relancer())).toContain('entreprise rappel');
  });

  it('écartée après un report, rend la date du report', () => {
    const reporte = Journal.actif()
      .au(1)
      .agir('entreprise-1', 'reporter', { jusquAu: '2027-01-20', motif: 'chantier' });
    const ecartee = repondre(reporte.au(2)).au(3).agir('tutrice', 'ecarter-reponse');
    expect(ecartee.suivi).toMatchObject({
      etat: 'reporte',
      prochaine: { qui: 'entreprise', avantLe: '2027-01-20' },
    });
  });

  it('seconde, avant qu’on ait lu la première, ne fait pas oublier le délai d’avant', () => {
    const deux = repondre(repondre(Journal.actif().au(2)).au(3), 'entreprise-2');
    expect(deux.suivi.prochaine?.avantLe).toBe('2027-01-11');
    expect(deux.au(4).agir('tutrice', 'ecarter-reponse').suivi.prochaine?.avantLe).toBe(
      Journal.actif().suivi.prochaine?.avantLe,
    );
  });

  it('« ce n’est plus moi » : le contact nommé a le délai entier', () => {
    const journal = repondre(Journal.actif().au(2)).au(4).agir('acheteur', 'nommer-contact', {
      role: 'entreprise-1',
      nom: 'Sam Essai',
      courriel: 'sam@entreprise.example',
    });
    expect(journal.suivi).toMatchObject({
      etat: 'reponse-attendue',
      prochaine: { qui: 'entreprise', avantLe: '2027-01-23' },
    });
  });

  it('quand on la disait injoignable : écartée, c’est encore à l’acheteur de nommer quelqu’un', () => {
    const perdu = { raison: 'plainte', entreprises: 0, acheteurs: 1 } as const;
    const journal = Journal.actif().ecrire('courriel-non-remis', 'systeme', {
      role: 'entreprise-1',
      ...perdu,
    });
    expect(repondre(journal.au(1)).suivi.etat).toBe('reponse-recue');
    expect(journal.au(2).agir('tutrice', 'ecarter-reponse').suivi.etat).toBe('contact-a-nommer');
  });

  it('ailleurs qu’en attente de sa réponse, se lit et ne change rien', () => {
    const CRENEAUX = { creneaux: [{ debut: '2027-01-13T10:30', minutes: 60 }] };
    const journal = Journal.actif().au(1).agir('entreprise-1', 'proposer-creneaux', CRENEAUX);
    const avant = journal.suivi;
    const apres = repondre(journal).suivi;
    expect({ ...apres, derniere: null }).toEqual({ ...avant, derniere: null });
    expect(apres.derniere?.evenement.genre).toBe('reponse-par-courriel');
  });

  it.each(['tutrice', 'acheteur', 'prescripteur'] as const)('de %s, ne change rien', (role) => {
    const { etat, prochaine } = Journal.actif().suivi;
    expect(repondre(Journal.actif(), role, { a: 'equipe' }).suivi).toMatchObject({
      etat,
      prochaine,
    });
  });

  it('laisse 48 heures à qui vient d’écrire, comme un geste', () => {
    const CRENEAUX = { creneaux: [{ debut: '2027-01-08T10:30', minutes: 60 }] };
    const journal = Journal.actif()
      .agir('entreprise-1', 'proposer-creneaux', CRENEAUX)
      .agir('tutrice', 'choisir-creneau', { debut: '2027-01-08T10:30' });
    journal.au(2);
    expect(dit(journal.dues)).toContain('entreprise veille-reunion');
    expect(dit(repondre(journal).dues)).not.toContain('entreprise veille-reunion');
  });

  it('se dit sans rien de ce qu’elle contient', () => {
    const phrases = repondre(Journal.actif(), 'entreprise-2', { autre: true })
      .ecrire('reponse-par-courriel', 'systeme', { role: 'tutrice', a: 'equipe', autre: false })
      .ecrire('absence-signalee', 'systeme', { role: 'entreprise-1' })
      .evenements.slice(-3)
      .map(phraseDEvenement);
    expect(phrases).toEqual([
      'L’entreprise a répondu par courriel, d’une autre adresse',
      'Le tuteur ou la tutrice a répondu par courriel',
      'Une réponse automatique signale sans doute une absence : le contact du marché, dans l’entreprise',
    ]);
  });
});

describe('une absence signalée', () => {
  it('n’arrête rien : ni le délai, ni les rappels', () => {
    const avec = Journal.actif()
      .au(3)
      .ecrire('absence-signalee', 'systeme', { role: 'entreprise-1' });
    const sans = Journal.actif().au(3);
    expect({ ...avec.suivi, derniere: null }).toEqual({ ...sans.suivi, derniere: null });
    expect(avec.suivi.derniere?.evenement.genre).not.toBe('absence-signalee');
    expect(dit(avec.dues)).toEqual(dit(sans.dues));
  });
});
