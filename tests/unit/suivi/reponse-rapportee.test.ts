import { describe, expect, it } from 'vitest';
import { actionsPermises } from '../../../src/suivi/regles/actions.ts';
import { phraseDuTour } from '../../../src/suivi/regles/phrases.ts';
import { phraseDEvenement } from '../../../src/suivi/regles/phrases-evenements.ts';
import { phraseDeLaRapportee } from '../../../src/reponses/regles/rapportee.ts';
import { momentDe } from '../../../src/suivi/regles/visibilite.ts';
import { LIEU } from '../../fabriques-suivi.ts';
import { dit, Journal } from './un-journal.ts';

/* J + n, depuis le mardi 5 janvier 2027. */
const RENDEZ_VOUS = {
  canal: 'telephone',
  quoi: 'rendez-vous',
  le: '2027-01-14',
  heure: '14:30',
  lieu: LIEU,
};
const RAPPEL = { canal: 'telephone', quoi: 'rappel', le: '2027-01-20' };
const REFUS = {
  canal: 'courriel',
  quoi: 'refus',
  motif: 'activite',
  precision: 'Plus de chantier avant l’été.',
};
const PAS_LA_BONNE = { canal: 'telephone', quoi: 'mauvaise-personne' };

const aPropose = (evenements: Journal['evenements']) =>
  momentDe('reunion-prevue', evenements).aPropose;

const apres = (champs: object, jour = 2) =>
  Journal.actif()
    .au(jour)
    .agir('tutrice', 'rapporter-reponse', { ...champs });

/** Tout ce qui part jusqu'au jour dit, jour après jour. */
const partis = (journal: Journal, jusquA: number, depuis = 3) =>
  Array.from({ length: jusquA - depuis + 1 }, (_, rang) => depuis + rang).flatMap((jour) =>
    dit(journal.au(jour).relancer()).map((rappel) => `${jour} ${rappel}`),
  );

describe('un rendez-vous donné au téléphone', () => {
  it('vaut une réunion prévue, selon la tutrice, et plus aucun rappel de répondre', () => {
    const journal = apres(RENDEZ_VOUS);
    expect(journal.suivi).toMatchObject({
      etat: 'reunion-prevue',
      rendezVous: { debut: '2027-01-14T14:30', minutes: 60, version: 1 },
      rapportee: { quoi: 'rendez-vous', par: 'tutrice', confirmee: false },
    });
    expect(phraseDuTour(journal.suivi, 'acheteur')).toContain(
      'à 14 h 30, selon le tuteur ou la tutrice',
    );
    expect(partis(journal, 11)).toEqual([
      '8 tutrice veille-reunion',
      '8 entreprise veille-reunion',
      '10 tutrice lendemain-reunion',
    ]);
  });

  it('confirmé, ne dit plus d’où il vient, et donne un numéro plus grand à l’invitation', () => {
    const journal = apres(RENDEZ_VOUS).agir('entreprise-2', 'confirmer-rapport');
    expect(journal.suivi).toMatchObject({
      etat: 'reunion-prevue',
      rendezVous: { debut: '2027-01-14T14:30', version: 2 },
      rapportee: { confirmee: true },
    });
    expect(phraseDuTour(journal.suivi, 'acheteur')).not.toContain('selon');
    expect(phraseDeLaRapportee(journal.suivi, 'entreprise')).toBeUndefined();
    expect(() => journal.agir('entreprise-1', 'confirmer-rapport')).toThrow('pas permise');
    expect(() => journal.agir('tutrice', 'rapporter-reponse', { ...RAPPEL })).toThrow(
      'pas permise',
    );
  });

  it('se corrige par l’entreprise, ou par qui l’avait mal noté', () => {
    const corrige = apres(RENDEZ_VOUS).agir('entreprise-1', 'proposer-creneaux', {
      creneaux: [{ debut: '2027-01-15T10:00', minutes: 60 }],
    });
    expect(corrige.suivi).toMatchObject({
      etat: 'creneau-a-choisir',
      rendezVous: null,
      rapportee: null,
    });
    const renote = apres(RENDEZ_VOUS).agir('tutrice', 'rapporter-reponse', {
      ...RENDEZ_VOUS,
      le: '2027-01-18',
    });
    expect(renote.suivi.rendezVous).toMatchObject({ debut: '2027-01-18T14:30', version: 2 });
    expect(
      apres(RENDEZ_VOUS).agir('tutrice', 'rapporter-reponse', { ...RAPPEL }).suivi,
    ).toMatchObject({ etat: 'reporte', rendezVous: null });
  });

  it('ne donne pas les contacts de l’entreprise, sauf dit par elle ou par l’équipe', () => {
    const rapporte = apres(RENDEZ_VOUS);
    expect(aPropose(rapporte.evenements)).toBe(false);
    expect(aPropose(apres(RAPPEL).agir('entreprise-1', 'confirmer-rapport').evenements)).toBe(
      false,
    );
    expect(aPropose(rapporte.agir('entreprise-1', 'confirmer-rapport').evenements)).toBe(true);
    const parLEquipe = Journal.actif().agir('equipe', 'rapporter-reponse', { ...RENDEZ_VOUS });
    expect(aPropose(parLEquipe.evenements)).toBe(true);
  });

  it.each([
    ['un dimanche', { le: '2027-01-17' }, 'Choisissez un jour'],
    ['la nuit', { heure: '22:00' }, 'Choisissez une heure'],
    ['hier', { le: '2027-01-06' }, 'Ce moment est passé'],
    ['sans dire où venir', { lieu: undefined }, 'où venir'],
    ['sans numéro à appeler', { lieu: { ...LIEU, telephone: '' } }, 'le numéro à appeler'],
  ])('ne se note pas %s', (_, champs, dit) => {
    expect(() => apres({ ...RENDEZ_VOUS, ...champs })).toThrow(dit);
  });
});

describe('un appel annoncé', () => {
  it('n’alerte personne tant qu’il tient ; sans nouvelle, elle a encore quelques jours', () => {
    const journal = apres(RAPPEL);
    const { jourJ } = Journal.actif().suivi;
    expect(journal.suivi).toMatchObject({
      etat: 'reporte',
      jourJ,
      prochaine: { qui: 'entreprise', avantLe: '2027-01-25' },
    });
    expect(phraseDuTour(journal.suivi, 'tutrice')).toBe(
      'En attente de l’entreprise : elle a annoncé un appel le 20 janvier 2027, selon le tuteur ou la tutrice',
    );
    expect(partis(journal, 40)).toEqual([
      '16 tutrice lendemain-appel',
      '17 entreprise appel-attendu',
      '21 tutrice appel-manque',
      '21 entreprise appel-manque',
      '21 acheteur appel-manque !',
      '27 equipe equipe',
    ]);
  });

  it('confirmé par l’entreprise, garde ses dates', () => {
    const journal = apres(RAPPEL).agir('entreprise-1', 'confirmer-rapport');
    expect(journal.suivi).toMatchObject({
      etat: 'reporte',
      prochaine: { avantLe: '2027-01-25' },
      rapportee: { rappelLe: '2027-01-20', confirmee: true },
    });
    expect(actionsPermises(journal.suivi, 'entreprise', journal.instant)).not.toContain('reporter');
  });

  it('mal noté, se corrige par un report, qui ne s’enchaîne pas à un autre', () => {
    const journal = apres(RAPPEL).agir('entreprise-1', 'reporter', {
      jusquAu: '2027-01-25',
      motif: 'activite',
    });
    expect(journal.suivi).toMatchObject({ prochaine: { avantLe: '2027-01-25' }, rapportee: null });
    expect(() =>
      journal.agir('entreprise-1', 'reporter', { jusquAu: '2027-01-27', motif: 'activite' }),
    ).toThrow('pas permise');
  });

  it('se note pour aujourd’hui, ni pour hier, ni pour dans deux mois', () => {
    expect(apres({ ...RAPPEL, le: '2027-01-07' }).suivi.rapportee?.rappelLe).toBe('2027-01-07');
    expect(() => apres({ ...RAPPEL, le: '2027-01-06' })).toThrow('à venir');
    expect(() => apres({ ...RAPPEL, le: '2027-03-07' })).toThrow('moins de 30 jours');
  });
});

describe('la mauvaise personne', () => {
  it('est à remplacer par l’acheteur, qui le sait ; joindre l’ancienne n’y change rien', () => {
    const journal = apres(PAS_LA_BONNE);
    expect(journal.suivi).toMatchObject({
      etat: 'contact-a-nommer',
      prochaine: { qui: 'acheteur' },
    });
    expect(phraseDuTour(journal.suivi, 'acheteur')).toBe(
      'C’est à vous : nommez un autre contact dans l’entreprise, celui-ci n’est pas le bon, selon le tuteur ou la tutrice',
    );
    journal.ecrire('courriel-remis', 'systeme', { role: 'entreprise-1' });
    journal.agir('entreprise-1', 'ouvrir');
    expect(journal.suivi.etat).toBe('contact-a-nommer');
    expect(partis(journal, 12)).toEqual(['6 acheteur bon-contact']);
    expect(() => journal.agir('tutrice', 'rapporter-reponse', { ...PAS_LA_BONNE })).toThrow('déjà');
    journal.agir('acheteur', 'nommer-contact', {
      role: 'entreprise-1',
      nom: 'Sam Essai',
      courriel: 'sam@entreprise.example',
    });
    expect(journal.suivi).toMatchObject({ etat: 'reponse-attendue', rapportee: null });
  });

  it('va à l’équipe quand personne ne suit le parcours chez l’acheteur', () => {
    const journal = Journal.actif(150, 0).agir('tutrice', 'rapporter-reponse', { ...PAS_LA_BONNE });
    expect(journal.suivi.prochaine?.qui).toBe('equipe');
  });
});

describe('un refus rapporté', () => {
  it('va à qui tranche, dit selon la tutrice ; l’entreprise confirme, ou propose des dates', () => {
    const journal = apres(REFUS);
    expect(journal.suivi).toMatchObject({
      etat: 'refus-a-trancher',
      prochaine: { qui: 'acheteur' },
    });
    expect(phraseDuTour(journal.suivi, 'acheteur')).toBe(
      'C’est à vous : l’entreprise refuse, selon le tuteur ou la tutrice, décidez de la suite',
    );
    const permises = actionsPermises(journal.suivi, 'entreprise', journal.instant);
    expect(permises).toEqual(expect.arrayContaining(['confirmer-rapport', 'proposer-creneaux']));
    journal.agir('entreprise-1', 'confirmer-rapport');
    expect(journal.suivi).toMatchObject({
      etat: 'refus-a-trancher',
      rapportee: { confirmee: true },
    });
    expect(journal.evenements.slice(-2).map(phraseDEvenement)).toEqual([
      'Selon le tuteur ou la tutrice, l’entreprise a répondu par courriel : elle refuse (plus d’activité qui permette l’accueil)',
      'L’entreprise a confirmé son refus',
    ]);
  });

  it('demande sa raison', () => {
    expect(() => apres({ ...REFUS, precision: '' })).toThrow('raison du refus');
  });
});
