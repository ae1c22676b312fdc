import { describe, expect, it } from 'vitest';
import { peutEtreRelance } from '../../../src/calendrier/regles/calendrier.ts';
import { ajouterJours, ecartJours } from '../../../src/socle/dates.ts';
import { actionsPermises } from '../../../src/suivi/regles/actions.ts';
import { DORMANTS, ETATS_DE_SUIVI } from '../../../src/suivi/regles/etats.ts';
import type { RoleEcrit } from '../../../src/suivi/regles/mots.ts';
import { phraseDuTour } from '../../../src/suivi/regles/phrases.ts';
import { phraseDEvenement } from '../../../src/suivi/regles/phrases-evenements.ts';
import { phraseDuSommeil } from '../../../src/suivi/regles/phrases-en-plus.ts';
import { preuveDExecution } from '../../../src/preuve/regles/preuve-execution.ts';
import { estAClore } from '../../../src/relances/regles/sommeil.ts';
import { questionPosee } from '../../fabriques-moments.ts';
import { CALENDRIER, DELAIS, dit, Journal } from './un-journal.ts';
import { jouer, pourToutePartie } from './une-partie.ts';

const { apres, reponse } = DELAIS.actualite;
const creneau = (jour: string) => ({ debut: `${jour}T10:30`, minutes: 60 });
const enAttente = () => new Journal().ecrire('mise-en-attente', 'tutrice', { rang: 2 });
const reponseParCourriel = (journal: Journal, role: RoleEcrit = 'tutrice') =>
  journal.ecrire('reponse-par-courriel', 'systeme', { role, a: 'equipe', autre: false });
const aClore = ({ suivi, instant }: Journal) => estAClore(suivi, instant);

/** Le premier jour, depuis J, où la question part. */
function jourDeLaQuestion(journal: Journal, depuis = 0): number | undefined {
  for (let jour = depuis; jour <= depuis + 120; jour += 1)
    if (dit(journal.au(jour).dues).includes('tutrice actualite')) return jour;
  return undefined;
}

/** La demande où la question vient de partir, ce jour-là. */
function demandee(journal: Journal, jour: number): Journal {
  expect(dit(journal.au(jour).relancer())).toContain('tutrice actualite');
  return journal;
}

describe('une demande où la tutrice ne fait plus rien', () => {
  it('reçoit la question au bout de 30 jours, puis se clôt 7 jours plus tard', () => {
    for (const journal of [Journal.actif(), enAttente()]) {
      expect(dit(journal.au(apres - 1).dues)).not.toContain('tutrice actualite');
      demandee(journal, apres);
      expect(journal.suivi.closeLe).toBe(ajouterJours(journal.jour, reponse));
      expect(dit(journal.au(apres + 1).dues)).not.toContain('tutrice actualite');
      expect(aClore(journal.au(apres + reponse - 1))).toBe(false);
      expect(aClore(journal.au(apres + reponse))).toBe(true);
      journal.ecrire('demande-endormie', 'systeme', {});
      expect(journal.suivi).toMatchObject({ etat: 'retire', closeLe: null, prochaine: null });
      expect(aClore(journal)).toBe(false);
      expect(phraseDuTour(journal.suivi, 'entreprise')).toMatch(/sans réponse/);
    }
  });

  it('se réveille aussi quand elle répond par courriel, mais ni à son répondeur, ni à la réponse d’un autre', () => {
    const acheteur = (journal: Journal) => reponseParCourriel(journal, 'acheteur');
    const repondeur = (journal: Journal) =>
      journal.ecrire('absence-signalee', 'systeme', { role: 'tutrice' });
    for (const debut of [() => Journal.actif(), enAttente]) {
      const relancee = () => demandee(debut(), apres).au(apres + 2);
      const reveillee = reponseParCourriel(relancee());
      expect(reveillee.suivi.closeLe).toBeNull();
      expect(aClore(reveillee.au(apres + reponse))).toBe(false);
      for (const autre of [acheteur, repondeur])
        expect(aClore(autre(relancee()).au(apres + reponse))).toBe(true);
    }
  });

  it('se réveille à tout geste de la tutrice, et 30 jours recommencent', () => {
    const reponses = [
      (journal: Journal) => journal.agir('tutrice', 'toujours-actuel'),
      (journal: Journal) => journal.agir('tutrice', 'noter-reunion', { le: journal.jour }),
      (journal: Journal) => reponseParCourriel(journal),
    ];
    for (const repondre of reponses) {
      const journal = repondre(demandee(Journal.actif(), apres).au(apres + 2));
      expect(journal.suivi.closeLe).toBeNull();
      expect(aClore(journal.au(apres + reponse))).toBe(false);
      expect(jourDeLaQuestion(journal, apres + 3)).toBeGreaterThanOrEqual(apres + 2 + apres);
    }
  });

  it('se réveille, dans la liste d’attente aussi, quand elle répond par courriel', () => {
    const journal = reponseParCourriel(demandee(enAttente(), apres).au(apres + 2));
    expect(journal.suivi).toMatchObject({ etat: 'en-attente', closeLe: null });
    expect(aClore(journal.au(apres + reponse))).toBe(false);
  });

  it('ne se réveille pas pour ce que font les autres', () => {
    const journal = demandee(Journal.actif(), apres);
    journal.agir('entreprise-1', 'ouvrir').agir('acheteur', 'relancer');
    reponseParCourriel(journal, 'entreprise-1');
    journal.agir('entreprise-1', 'proposer-creneaux', { creneaux: [creneau('2027-02-19')] });
    expect(aClore(journal.au(apres + reponse))).toBe(true);
    const silencieuse = Journal.actif();
    silencieuse
      .au(20)
      .agir('entreprise-1', 'proposer-creneaux', { creneaux: [creneau('2027-02-19')] });
    expect(jourDeLaQuestion(silencieuse, 21)).toBe(apres);
  });

  it('attend la date convenue : un rendez-vous, un report, le jour où le jeune peut commencer', () => {
    const rendezVous = Journal.actif()
      .agir('entreprise-1', 'proposer-creneaux', { creneaux: [creneau('2027-01-25')] })
      .agir('tutrice', 'choisir-creneau', { debut: '2027-01-25T10:30' });
    // J + 20, puis trente jours : le 24 février tombe dans les vacances de Rennes.
    expect(jourDeLaQuestion(rendezVous)).toBe(ecartJours('2027-01-05', '2027-03-08'));
    const report = { jusquAu: '2027-01-18', motif: 'chantier' };
    const reporte = Journal.actif().au(3).agir('entreprise-1', 'reporter', report);
    expect(jourDeLaQuestion(reporte, 4)).toBe(ecartJours('2027-01-05', '2027-02-17'));
    const plusTard = Journal.actif();
    plusTard.debutLe = '2027-02-11';
    expect(jourDeLaQuestion(plusTard)).toBe(ecartJours('2027-01-05', '2027-02-11'));
  });

  it('n’est plus interrogée quand elle accorde un report : une date est convenue', () => {
    const journal = demandee(Journal.actif(), apres);
    journal.agir('entreprise-1', 'reporter', { jusquAu: '2027-03-01', motif: 'activite' });
    // Passé le délai de réponse, ce n'est encore qu'une demande : la question tient.
    expect(journal.suivi.closeLe).not.toBeNull();
    journal.agir('tutrice', 'accepter-date');
    expect(journal.suivi.closeLe).toBeNull();
    expect(journal.suivi.silence.depuis).toBe('2027-03-01');
    expect(aClore(journal.au(apres + reponse))).toBe(false);
  });

  it('n’est ni interrogée ni close un jour où l’on ne lui écrit pas', () => {
    // J + 30 des vacances de Rennes : du 20 février au 7 mars.
    const journal = new Journal('2027-01-22').ecrire('interet-confirme', 'tutrice', {
      heures: 150,
    });
    journal.instant = new Date('2027-02-22T08:00:00Z');
    expect(dit(journal.dues)).not.toContain('tutrice actualite');
    const veille = new Journal('2027-01-19').ecrire('interet-confirme', 'tutrice', { heures: 150 });
    veille.instant = new Date('2027-02-18T08:00:00Z');
    veille.relancer();
    expect(veille.suivi.closeLe).toBe('2027-03-08');
  });

  it('n’a pas d’autre rappel tant qu’elle n’a pas répondu ; les autres en ont', () => {
    const journal = Journal.actif()
      .au(6)
      .agir('tutrice', 'noter-reunion', { le: '2027-01-11' })
      .au(7)
      .agir('tutrice', 'signer-convention', { le: '2027-01-12' });
    expect(dit(journal.au(37).relancer())).toEqual([
      'tutrice actualite',
      'entreprise accueil-manque',
      'acheteur accueil-manque !',
      'equipe equipe',
    ]);
    expect(journal.au(38).dues).toEqual([]);
    journal.agir('tutrice', 'toujours-actuel');
    expect(dit(journal.au(41).dues)).toContain('tutrice accueil-manque');
  });

  it('n’est plus interrogée une fois l’accueil commencé, ni quand un parcours lui est proposé', () => {
    const commence = Journal.actif()
      .agir('tutrice', 'noter-reunion', { le: '2027-01-05' })
      .agir('tutrice', 'signer-convention', { le: '2027-01-05' });
    demandee(commence, apres).agir('entreprise-2', 'commencer', { le: commence.jour });
    expect(commence.suivi.closeLe).toBeNull();
    expect(jourDeLaQuestion(commence, apres)).toBeUndefined();
    const proposee = demandee(enAttente(), apres).ecrire('proposition-au-suivant', 'systeme', {});
    expect(proposee.suivi.closeLe).toBeNull();
    expect(jourDeLaQuestion(proposee, apres)).toBeUndefined();
  });
});

describe('à tout moment d’un suivi relancé chaque matin', () => {
  it('on ne demande qu’à qui se tait depuis 30 jours avant l’accueil, et son geste répond', () => {
    let questions = 0;
    pourToutePartie(
      (journal, coups) => {
        for (const coup of coups) {
          const action = jouer(journal, { ...coup, heures: coup.heures * 4 });
          if (action && journal.evenements.at(-1)?.auteur === 'tutrice')
            expect(journal.suivi.closeLe).toBeNull();
          const { suivi, jour, instant, academie } = journal;
          if (suivi.closeLe !== null) expect(DORMANTS).toContain(suivi.etat);
          const peutRepondre = actionsPermises(suivi, 'tutrice', instant).includes(
            'toujours-actuel',
          );
          expect(peutRepondre).toBe(suivi.closeLe !== null);
          if (estAClore(suivi, instant)) return;
          const question = journal.relancer().find(({ genre }) => genre === 'actualite-demandee');
          if (!question) continue;
          questions += 1;
          expect(suivi.closeLe).toBeNull();
          expect(DORMANTS).toContain(suivi.etat);
          const sien = journal.evenements.findLast(({ auteur }) => auteur === 'tutrice');
          expect(ecartJours((sien?.le ?? '').slice(0, 10), jour)).toBeGreaterThanOrEqual(apres);
          expect(ecartJours(jour, question.closeLe ?? '')).toBeGreaterThanOrEqual(reponse);
          expect(peutEtreRelance('tutrice', question.closeLe ?? '', academie, CALENDRIER)).toBe(
            true,
          );
        }
      },
      { numRuns: 150, seed: 2027 },
    );
    expect(questions).toBeGreaterThan(5);
  });
});

describe('la question', () => {
  it('ne se pose qu’à la tutrice, avant l’accueil, et nulle part ailleurs', () => {
    for (const etat of ETATS_DE_SUIVI) {
      const { actions, suivi } = questionPosee('tutrice', etat);
      expect(actions.includes('toujours-actuel'), etat).toBe(DORMANTS.includes(etat));
      expect(suivi.closeLe !== null, etat).toBe(DORMANTS.includes(etat));
      for (const role of ['entreprise', 'acheteur', 'equipe'] as const)
        expect(questionPosee(role, etat).actions).not.toContain('toujours-actuel');
    }
  });

  it('se dit : ce qui arrive sans réponse, au journal et dans le dossier d’exécution', () => {
    expect(phraseDuSommeil('2027-02-11')).toBe(
      'Sans réponse de votre part, la demande est close le jeudi 11 février 2027 : votre place va à un autre jeune.',
    );
    const journal = demandee(Journal.actif(), apres).agir('tutrice', 'toujours-actuel');
    const siens = journal.evenements.filter(({ genre }) => genre.includes('actualite'));
    expect(siens.map(phraseDEvenement)).toEqual([
      'Le service a demandé si c’est toujours d’actualité',
      'Le tuteur ou la tutrice a dit que c’est toujours d’actualité',
    ]);
    journal.ecrire('demande-endormie', 'systeme', {});
    const evenements = journal.evenements.map((evenement) => ({ ...evenement, precision: null }));
    const { etapes } = preuveDExecution(
      { ...questionPosee('acheteur'), evenements },
      { commune: '', domaine: '' },
      [],
    );
    const dites = etapes.filter(({ quoi }) => /actualité|sans réponse/.test(quoi));
    expect(dites.map(({ qui, quoi }) => `${qui} : ${quoi}`)).toEqual([
      'Service : Question posée : demande toujours d’actualité ?',
      'Tuteur ou tutrice : Demande dite toujours d’actualité',
      'Service : Demande close par le service, sans réponse du tuteur ou de la tutrice',
    ]);
  });
});
