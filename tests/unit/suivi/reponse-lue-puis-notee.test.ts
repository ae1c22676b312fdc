import { describe, expect, it } from 'vitest';
import { phraseDeLaRapportee } from '../../../src/reponses/regles/rapportee.ts';
import { actionsPermises } from '../../../src/suivi/regles/actions.ts';
import { boutons } from '../../../src/suivi/regles/dit.ts';
import { LIEU } from '../../fabriques-suivi.ts';
import { dit, Journal } from './un-journal.ts';

/* J + n, depuis le mardi 5 janvier 2027. */
const RENDEZ_VOUS = { quoi: 'rendez-vous', le: '2027-01-14', heure: '14:30', lieu: LIEU };
const RAPPEL = { canal: 'telephone', quoi: 'rappel', le: '2027-01-20' };
const DELAI = { canal: 'telephone', quoi: 'report', le: '2027-01-25' };
const PAR_COURRIEL = { role: 'entreprise-1', a: 'tutrice', autre: false } as const;

const repondre = (journal: Journal) =>
  journal.ecrire('reponse-par-courriel', 'systeme', PAR_COURRIEL);

const partis = (journal: Journal, du: number, auJour: number) =>
  Array.from({ length: auJour - du + 1 }, (_, rang) => du + rang).flatMap((jour) =>
    dit(journal.au(jour).relancer()).map((rappel) => `${jour} ${rappel}`),
  );

describe('un courriel lu, puis noté', () => {
  it('« c’est une réponse », et ce qu’elle dit se note : le bouton vient en tête', () => {
    const journal = repondre(Journal.actif().au(2)).au(3).agir('tutrice', 'confirmer-reponse');
    for (const role of ['tutrice', 'equipe'] as const)
      expect(actionsPermises(journal.suivi, role, journal.instant)).toContain('rapporter-reponse');
    const permises = actionsPermises(journal.suivi, 'tutrice', journal.instant);
    expect(boutons(permises, journal.suivi, 'tutrice').principale).toBe('rapporter-reponse');
    journal.agir('tutrice', 'rapporter-reponse', { canal: 'courriel', ...RENDEZ_VOUS });
    expect(journal.suivi).toMatchObject({
      etat: 'reunion-prevue',
      rapportee: { quoi: 'rendez-vous', confirmee: false },
    });
  });

  it('se note aussi sans passer par là', () => {
    const journal = repondre(Journal.actif().au(2)).agir('tutrice', 'rapporter-reponse', {
      ...RAPPEL,
      canal: 'courriel',
    });
    expect(journal.suivi).toMatchObject({ etat: 'reporte', rapportee: { quoi: 'rappel' } });
  });

  it('écarté, rend l’appel que l’on avait noté', () => {
    const journal = repondre(
      Journal.actif()
        .au(2)
        .agir('tutrice', 'rapporter-reponse', { ...RAPPEL })
        .au(3),
    );
    expect(journal.suivi).toMatchObject({ etat: 'reponse-recue', rapportee: null });
    journal.agir('tutrice', 'ecarter-reponse');
    expect(journal.suivi).toMatchObject({
      etat: 'reporte',
      rapportee: { quoi: 'rappel', rappelLe: '2027-01-20' },
      prochaine: { avantLe: '2027-01-25' },
    });
  });

  it('écarté, laisse à nommer le contact que l’on disait n’être pas le bon', () => {
    const journal = repondre(
      Journal.actif()
        .au(2)
        .agir('tutrice', 'rapporter-reponse', { canal: 'telephone', quoi: 'mauvaise-personne' })
        .au(3),
    ).agir('tutrice', 'ecarter-reponse');
    expect(journal.suivi).toMatchObject({
      etat: 'contact-a-nommer',
      rapportee: { quoi: 'mauvaise-personne' },
    });
  });
});

describe('un délai demandé au téléphone', () => {
  it('vaut un report ; passé ce jour, personne ne lit « pas répondu »', () => {
    const journal = Journal.actif().au(2).agir('tutrice', 'rapporter-reponse', DELAI);
    expect(journal.suivi).toMatchObject({
      etat: 'reporte',
      prochaine: { qui: 'entreprise', avantLe: '2027-01-25' },
    });
    const rappels = partis(journal, 3, 25);
    expect(rappels).toContain('21 acheteur report-manque !');
    expect(rappels.join()).not.toContain('delai-manque');
  });

  it('passé l’échéance, la tutrice l’accepte en le notant ; l’équipe le lui demande', () => {
    const tard = () => Journal.actif().au(16);
    const noter = (role: 'tutrice' | 'equipe') => () =>
      tard().agir(role, 'rapporter-reponse', DELAI);
    expect(noter('tutrice')().suivi.etat).toBe('reporte');
    expect(noter('equipe')).toThrow('Le délai est passé');
  });

  it('remplace le délai qui attendait son accord', () => {
    const journal = Journal.actif()
      .au(16)
      .agir('entreprise-1', 'reporter', { jusquAu: '2027-02-01', motif: 'activite' });
    expect(journal.suivi.aAccepter).toEqual({ quoi: 'report', date: '2027-02-01' });
    journal.agir('tutrice', 'rapporter-reponse', { ...RAPPEL, le: '2027-01-26' });
    expect(journal.suivi).toMatchObject({ etat: 'reporte', aAccepter: null });
  });
});

describe('nos courriels n’arrivent à personne dans l’entreprise', () => {
  const injoignable = () => {
    const perdu = { raison: 'rebond', acheteurs: 1 } as const;
    return Journal.actif()
      .au(1)
      .ecrire('courriel-non-remis', 'systeme', { role: 'entreprise-1', entreprises: 1, ...perdu })
      .ecrire('courriel-non-remis', 'systeme', { role: 'entreprise-2', entreprises: 0, ...perdu });
  };

  it('un appel annoncé se note, et une adresse reste à trouver, au même jour', () => {
    const avant = injoignable().suivi;
    const { etat, prochaine } = injoignable().agir('tutrice', 'rapporter-reponse', RAPPEL).suivi;
    expect({ etat, prochaine }).toEqual({ etat: 'contact-a-nommer', prochaine: avant.prochaine });
  });

  it('un rendez-vous tient, et la page ne promet pas de courriel', () => {
    const champs = { canal: 'telephone', ...RENDEZ_VOUS };
    const { suivi } = injoignable().agir('tutrice', 'rapporter-reponse', champs);
    expect(suivi.etat).toBe('reunion-prevue');
    expect(phraseDeLaRapportee(suivi, 'tutrice')).toBe(
      'C’est noté. Nos courriels n’arrivent pas à l’entreprise : elle ne peut pas le confirmer.',
    );
  });
});

describe('le silence de la tutrice', () => {
  it('rapporter est un geste d’elle, et rien n’est attendu avant le jour donné', () => {
    const journal = Journal.actif().au(2).agir('tutrice', 'rapporter-reponse', RAPPEL);
    expect(journal.suivi.silence.depuis).toBe('2027-01-20');
    const refus = { canal: 'telephone', quoi: 'refus', motif: 'activite' };
    journal
      .au(3)
      .agir('tutrice', 'rapporter-reponse', { ...refus, precision: 'Plus de chantier.' });
    expect(journal.suivi.silence.depuis).toBe('2027-01-20');
  });

  it('un rendez-vous que l’équipe rapporte compte aussi', () => {
    const champs = { canal: 'telephone', ...RENDEZ_VOUS };
    const journal = Journal.actif().au(2).agir('equipe', 'rapporter-reponse', champs);
    expect(journal.suivi.silence.depuis).toBe('2027-01-14');
  });
});
