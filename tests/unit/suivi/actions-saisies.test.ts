import { describe, expect, it } from 'vitest';
import { avertissementsDe } from '../../../src/anonymisation/regles/vigilance.ts';
import { ACTIONS_POSSIBLES, type ActionId } from '../../../src/suivi/regles/actions.ts';
import { ACTIONS_SAISIES } from '../../../src/suivi/regles/actions-saisies.ts';
import { erreurDeCreneau } from '../../../src/rencontre/regles/creneaux.ts';
import { erreursDe } from '../../../src/socle/saisie.ts';
import { CALENDRIER, Journal } from './un-journal.ts';

const erreurs = (action: ActionId, champs: object) => {
  const lu = ACTIONS_SAISIES[action].safeParse(champs);
  return lu.success ? {} : erreursDe(lu.error);
};

const creneau = (debut: string) => ({ debut });
const creneaux = (...debuts: string[]) => ({ creneaux: debuts.map(creneau) });

describe('ce que la page envoie', () => {
  it('a un schéma par action, qui refuse un champ de trop', () => {
    expect(Object.keys(ACTIONS_SAISIES).sort()).toEqual([...ACTIONS_POSSIBLES].sort());
    for (const action of ACTIONS_POSSIBLES)
      expect(erreurs(action, { surprise: 1 })).toHaveProperty('formulaire');
  });

  it('dit, pour chaque champ, ce qui manque', () => {
    expect(erreurs('proposer-creneaux', {})).toEqual({ creneaux: 'Proposez au moins un créneau.' });
    expect(erreurs('reporter', { jusquAu: '' })).toEqual({
      jusquAu: 'Écrivez une date, jour, mois et année.',
      motif: 'Dites pourquoi.',
    });
    expect(Object.keys(erreurs('changer-contact', {}))).toEqual(['nom', 'courriel']);
    expect(Object.keys(erreurs('nommer-contact', {}))).toEqual(['role', 'nom', 'courriel']);
    expect(Object.keys(erreurs('bilan', {}))).toEqual(['le', 'suite']);
    expect(Object.keys(erreurs('declarer-heures', {}))).toEqual(['lundi', 'heures']);
  });

  it('garde une heure de réunion par défaut, et pas plus de trois créneaux différents', () => {
    const lue = ACTIONS_SAISIES['proposer-creneaux'].parse(creneaux('2027-01-20T10:30'));
    expect(lue).toEqual({
      creneaux: [{ debut: '2027-01-20T10:30', minutes: 60 }],
      precision: null,
    });
    const quatre = creneaux(
      '2027-01-20T10:30',
      '2027-01-21T10:30',
      '2027-01-22T10:30',
      '2027-01-25T10:30',
    );
    expect(erreurs('proposer-creneaux', quatre)).toHaveProperty('creneaux');
    const memes = creneaux('2027-01-20T10:30', '2027-01-20T10:30');
    expect(erreurs('proposer-creneaux', memes)).toEqual({
      creneaux: 'Deux créneaux sont au même moment.',
    });
    for (const faux of ['2027-02-30T10:30', '2027-01-20 10:30', '2027-01-20T24:00', ''])
      expect(erreurs('proposer-creneaux', creneaux(faux))).toEqual({
        'creneaux.0.debut': 'Choisissez un jour et une heure.',
      });
  });

  it('déclare des heures à la demi-heure près, d’un lundi, de 0 à 35', () => {
    const declarer = (heures: unknown, lundi = '2027-01-25') => ({ lundi, heures });
    for (const heures of ['35', '17,5', '17.5 h', ' 17 h 30 ', 17.5, 0, '0'])
      expect(erreurs('declarer-heures', declarer(heures))).toEqual({});
    expect(ACTIONS_SAISIES['declarer-heures'].parse(declarer('17,5 h')).heures).toBe(17.5);
    expect(erreurs('declarer-heures', declarer(35, '2027-01-26'))).toHaveProperty('lundi');
    for (const heures of [-1, 36, 7.25, '7,25', '35,5', 'sept', '-1', true, []])
      expect(erreurs('declarer-heures', declarer(heures)).heures).toMatch(
        /^Écrivez un nombre d’heures, à la demi-heure près, de 0 à 35/,
      );
  });

  it('décompte un accueil en heures entières : une heure commencée compte', () => {
    const terminer = (heures: unknown) =>
      ACTIONS_SAISIES.terminer.parse({ le: '2027-01-25', heures }).heures;
    expect(terminer('262,5')).toBe(263);
    expect(terminer('262 h')).toBe(262);
    expect(terminer(0)).toBe(0);
  });

  it('lit une année de deux chiffres, tapée ou rendue par un champ de date', () => {
    for (const le of ['14/01/27', '14.1.2027', '0027-01-14'])
      expect(ACTIONS_SAISIES['noter-reunion'].parse({ le }).le).toBe('2027-01-14');
    const lue = ACTIONS_SAISIES['proposer-creneaux'].parse(creneaux('0027-01-20T10:30'));
    expect(lue.creneaux[0]?.debut).toBe('2027-01-20T10:30');
    expect(erreurs('noter-reunion', { le: '0227-01-14' }).le).toMatch(/son année/);
  });

  it('ne prend pas une case vide pour zéro heure', () => {
    expect(erreurs('declarer-heures', { lundi: '2027-01-25', heures: '' })).toHaveProperty(
      'heures',
    );
    expect(erreurs('declarer-heures', { lundi: '2027-01-25', heures: null })).toHaveProperty(
      'heures',
    );
    expect(ACTIONS_SAISIES.terminer.parse({ le: '2027-01-25', heures: '' }).heures).toBeNull();
  });

  it('motive un refus en quelques mots', () => {
    expect(erreurs('refuser', { motif: 'activite' })).toHaveProperty('precision');
    expect(erreurs('refuser', { motif: 'activite', precision: 'Non.' })).toHaveProperty(
      'precision',
    );
    expect(erreurs('refuser', { motif: 'activite', precision: 'Le service ferme.' })).toEqual({});
  });

  it('bloque une coordonnée dans une précision, et avertit d’un nom ou d’un sujet interdit', () => {
    const precision = 'Appelez le 06 39 98 00 01 demain.';
    for (const action of ['noter-reunion', 'retirer', 'refuser', 'interrompre'] as const)
      expect(erreurs(action, { le: '2027-01-08', motif: 'autre', precision })).toHaveProperty(
        'precision',
      );
    expect(avertissementsDe('Sa mère est malade.')).toHaveLength(2);
    expect(erreurs('retirer', { precision: 'Sa mère est malade.' })).toHaveProperty('precision');
    expect(erreurs('retirer', { precision: 'Le jeune Kevin renonce.' })).toEqual({});
    expect(avertissementsDe('Le service ferme en mars.')).toEqual([]);
  });

  it('ne dépasse pas cinq cents signes de précision', () => {
    expect(erreurs('relancer', { precision: 'a '.repeat(300) })).toHaveProperty('precision');
    expect(ACTIONS_SAISIES.relancer.parse({ precision: '  ' })).toEqual({ precision: null });
  });
});

describe('un créneau', () => {
  const maintenant = '2027-01-05T09:00';
  it.each([
    ['2027-01-05T09:00', 'Ce moment est passé.'],
    ['2027-01-05T09:30', undefined],
    ['2027-01-09T10:00', 'Choisissez un jour du lundi au vendredi, non férié.'],
    ['2027-01-06T07:45', 'Choisissez une heure entre 8 h et 18 h.'],
    ['2027-01-06T08:00', undefined],
    ['2027-01-06T18:00', undefined],
    ['2027-01-06T18:15', 'Choisissez une heure entre 8 h et 18 h.'],
    ['2027-03-05T10:00', undefined],
    ['2027-03-08T10:00', 'Choisissez une date à moins de 60 jours.'],
  ])('%s : %s', (debut, erreur) =>
    expect(erreurDeCreneau(debut, maintenant, CALENDRIER)).toBe(erreur),
  );
});

describe('ce que la date et le dossier interdisent', () => {
  it.each([
    ['un créneau un samedi', 'entreprise-2', 'proposer-creneaux', creneaux('2027-01-16T10:30')],
    ['un report passé', 'entreprise-1', 'reporter', { jusquAu: '2027-01-05', motif: 'chantier' }],
    [
      'un report trop long',
      'entreprise-1',
      'reporter',
      { jusquAu: '2027-02-09', motif: 'chantier' },
    ],
    ['une réunion à venir', 'tutrice', 'noter-reunion', { le: '2027-01-10' }],
    ['une réunion d’avant la demande', 'tutrice', 'noter-reunion', { le: '2027-01-04' }],
  ] as const)('%s', (_, lien, action, champs) => {
    expect(() => Journal.actif().au(4).agir(lien, action, champs)).toThrow(/^\{"/);
  });

  it('un créneau qui n’est pas proposé, ou qui est passé', () => {
    const journal = Journal.actif()
      .au(1)
      .agir('entreprise-2', 'proposer-creneaux', creneaux('2027-01-07T10:30', '2027-01-20T10:30'));
    const choisir = (debut: string) => () => journal.agir('tutrice', 'choisir-creneau', { debut });
    expect(choisir('2027-01-21T10:30')).toThrow('un des créneaux proposés');
    journal.au(3);
    expect(choisir('2027-01-07T10:30')).toThrow('Ce moment est passé.');
    choisir('2027-01-20T10:30')();
    expect(journal.suivi.etat).toBe('reunion-prevue');
  });

  it('des heures d’une semaine d’avant l’accueil ou à venir, et une fin sans heures', () => {
    const journal = Journal.actif()
      .au(6)
      .agir('tutrice', 'noter-reunion', { le: '2027-01-11' })
      .agir('tutrice', 'signer-convention', { le: '2027-01-11' })
      .agir('entreprise-2', 'commencer', { le: '2027-01-11' })
      .au(9);
    const declarer = (lundi: string) => () =>
      journal.agir('entreprise-2', 'declarer-heures', { lundi, heures: 30 });
    expect(declarer('2027-01-04')).toThrow('n’avait pas commencé');
    expect(declarer('2027-01-18')).toThrow('n’a pas commencé');
    expect(() => journal.agir('entreprise-2', 'terminer', { le: '2027-01-14' })).toThrow('heures');
    declarer('2027-01-11')();
    expect(() => journal.agir('tutrice', 'terminer', { le: '2027-01-14' })).toThrow('heures');
    journal.agir('entreprise-2', 'terminer', { le: '2027-01-14' });
    expect(journal.suivi.etat).toBe('bilan-a-faire');
  });

  it('un contact change le sien, et un acheteur passe son propre rôle', () => {
    const personne = { nom: 'Sam Essai', courriel: 'sam@entreprise.example' };
    const role = (journal: Journal) => journal.evenements.at(-1)?.donnees;
    expect(role(Journal.actif().agir('entreprise-2', 'changer-contact', personne))).toEqual({
      role: 'entreprise-2',
    });
    expect(role(Journal.actif().agir('prescripteur', 'transmettre', personne))).toEqual({
      role: 'prescripteur',
    });
    expect(role(Journal.actif().agir('equipe', 'transmettre', personne))).toEqual({
      role: 'acheteur',
    });
  });
});
