import { describe, expect, it } from 'vitest';
import {
  bornesDesDates,
  creneauxAChoisir,
  enChamps,
  jourDuRendezVous,
  saisieDe,
  semainesAChoisir,
} from '../../../src/suivi/regles/actions-champs.ts';
import { MOTS_DES_ACTIONS, seRelit } from '../../../src/suivi/regles/actions-mots.ts';
import { ACTIONS_POSSIBLES } from '../../../src/suivi/regles/actions.ts';
import { LIEU } from '../../fabriques-suivi.ts';
import { enEtat } from '../../fabriques-etats.ts';

describe('les champs d’une action', () => {
  it('bornent ce qui s’est passé au fait d’avant, sinon au jour J', () => {
    const dates = (...dossier: Parameters<typeof enEtat>) => bornesDesDates(enEtat(...dossier), 30);
    expect(dates('convention-a-signer', 'tutrice').passe).toEqual({
      min: '2026-12-14',
      max: '2026-12-16',
    });
    expect(dates('reunion-prevue', 'tutrice').passe.min).toBe('2026-12-01');
    expect(dates('accueil-en-cours', 'entreprise').passe.min).toBe('2027-01-04');
    expect(dates('reponse-attendue', 'entreprise')).toMatchObject({
      creneau: { min: '2026-12-06', max: '2027-02-03' },
      report: { min: '2026-12-06', max: '2027-01-04' },
    });
  });

  it('proposent le jour du rendez-vous, une fois passé', () => {
    expect(jourDuRendezVous(enEtat('reunion-prevue', 'tutrice'))).toBeUndefined();
    const apres = enEtat('reunion-prevue', 'tutrice', '2026-12-15T09:00:00.000Z');
    expect(jourDuRendezVous(apres)).toBe('2026-12-14');
  });

  it('choisissent la dernière semaine oubliée, et disent ce qui est déclaré', () => {
    const { options, voulue } = semainesAChoisir(enEtat('accueil-en-cours', 'entreprise'));
    expect(voulue).toBe('2027-02-01');
    expect(Object.entries(options).slice(1, 3)).toEqual([
      ['2027-02-01', 'Du lundi 1er février 2027'],
      ['2027-01-25', 'Du lundi 25 janvier 2027 : 35 h'],
    ]);
  });

  it('ne laissent choisir qu’un créneau à venir', () => {
    const recu = enEtat('creneau-a-choisir', 'tutrice', '2026-12-14T10:00:00.000Z');
    expect(creneauxAChoisir(recu).map(({ inactive }) => inactive)).toEqual([true, false, false]);
  });
});

describe('ce qui part', () => {
  const champs = {
    cle: 'c',
    creneau1: null,
    creneau2: { jour: '2026-12-14', heure: '10:30' },
    creneau3: null,
    minutes: '45',
    precision: '',
  };

  it('range les créneaux remplis, et rend leurs erreurs à leurs champs', () => {
    expect(saisieDe('proposer-creneaux', champs)).toEqual({
      cle: 'c',
      creneaux: [{ debut: '2026-12-14T10:30', minutes: 45 }],
      lieu: {},
      precision: '',
    });
    expect(saisieDe('proposer-creneaux', { ...champs, lieu: LIEU })).toMatchObject({ lieu: LIEU });
    const erreurs = { 'creneaux.0.debut': 'Ce moment est passé.', precision: 'Trop long.' };
    expect(enChamps('proposer-creneaux', champs, erreurs)).toEqual({
      'creneau2.jour': 'Ce moment est passé.',
      precision: 'Trop long.',
    });
    const aucun = { ...champs, creneau2: null };
    expect(
      enChamps('proposer-creneaux', aucun, { creneaux: 'Proposez au moins un créneau.' }),
    ).toEqual({ 'creneau1.jour': 'Proposez au moins un créneau.' });
  });

  it('laisse les autres actions telles quelles', () => {
    expect(saisieDe('reporter', champs)).toBe(champs);
    expect(enChamps('reporter', champs, { motif: 'Dites pourquoi.' })).toEqual({
      motif: 'Dites pourquoi.',
    });
  });

  it('se relit avant, sauf ce qui n’écrit rien ; ce qui est définitif, toujours', () => {
    expect(ACTIONS_POSSIBLES.filter((action) => !seRelit(action))).toEqual([
      'ouvrir',
      'toujours-actuel',
      'confirmer-rapport',
      'confirmer-reponse',
      'ecarter-reponse',
      'signaler-absence',
      'retirer-absence',
      'relancer',
      'plus-moi',
      'redevenir-contact',
    ]);
    for (const action of ACTIONS_POSSIBLES)
      if (MOTS_DES_ACTIONS[action].definitive) expect(seRelit(action)).toBe(true);
  });
});
