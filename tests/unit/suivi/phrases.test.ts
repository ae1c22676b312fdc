import { describe, expect, it } from 'vitest';
import type { EtatDeSuivi } from '../../../src/suivi/regles/etats.ts';
import type { RoleDeSuivi } from '../../../src/suivi/regles/mots.ts';
import { direCreneau, direDuree, phraseDuTour } from '../../../src/suivi/regles/phrases.ts';
import { phraseDEvenement } from '../../../src/suivi/regles/phrases-evenements.ts';
import { Journal } from './un-journal.ts';

const CRENEAUX = {
  creneaux: [
    { debut: '2027-01-13T10:30', minutes: 60 },
    { debut: '2027-01-14T09:00', minutes: 60 },
  ],
};
const REFUS = { motif: 'activite', precision: 'Le service ferme en mars.' };

/** Chaque état, par le chemin le plus court. */
const PARTIES: Record<EtatDeSuivi, () => Journal> = {
  'en-attente': () => new Journal().ecrire('mise-en-attente', 'tutrice', { rang: 2 }),
  proposee: () => PARTIES['en-attente']().ecrire('proposition-au-suivant', 'systeme', {}),
  'a-verifier': () =>
    new Journal().ecrire('verification-demandee', 'systeme', {
      par: 'coordination',
      relaisLe: '2027-01-06',
      gardeeJusquAu: '2027-01-11',
    }),
  'reponse-attendue': () => Journal.actif(),
  reporte: () =>
    Journal.actif().agir('entreprise-1', 'reporter', { jusquAu: '2027-02-01', motif: 'chantier' }),
  'reponse-recue': () =>
    Journal.actif().ecrire('reponse-par-courriel', 'systeme', {
      role: 'entreprise-1',
      a: 'tutrice',
      autre: false,
    }),
  'contact-a-nommer': () => {
    const perdu = { raison: 'rebond', entreprises: 0, acheteurs: 1 } as const;
    return Journal.actif().ecrire('courriel-non-remis', 'systeme', {
      role: 'entreprise-1',
      ...perdu,
    });
  },
  'refus-a-trancher': () => Journal.actif().agir('entreprise-1', 'refuser', REFUS),
  'creneau-a-choisir': () => Journal.actif().agir('entreprise-2', 'proposer-creneaux', CRENEAUX),
  'reunion-prevue': () =>
    PARTIES['creneau-a-choisir']().agir('tutrice', 'choisir-creneau', {
      debut: '2027-01-13T10:30',
    }),
  'convention-a-signer': () =>
    PARTIES['reunion-prevue']().au(8).agir('tutrice', 'noter-reunion', { le: '2027-01-13' }),
  'accueil-a-commencer': () =>
    PARTIES['convention-a-signer']().agir('tutrice', 'signer-convention', { le: '2027-01-13' }),
  'accueil-en-cours': () =>
    PARTIES['accueil-a-commencer']().agir('entreprise-2', 'commencer', { le: '2027-01-13' }),
  interrompu: () =>
    PARTIES['accueil-en-cours']().agir('tutrice', 'interrompre', {
      le: '2027-01-13',
      motif: 'vacances',
    }),
  'bilan-a-faire': () =>
    PARTIES['accueil-en-cours']().agir('tutrice', 'terminer', { le: '2027-01-13', heures: 7 }),
  termine: () =>
    PARTIES['bilan-a-faire']().agir('tutrice', 'bilan', {
      le: '2027-01-13',
      suite: 'apprentissage',
    }),
  refuse: () => PARTIES['refus-a-trancher']().agir('acheteur', 'confirmer-refus'),
  retire: () => Journal.actif().agir('tutrice', 'retirer'),
};

const dire = (etat: EtatDeSuivi, role: RoleDeSuivi) => {
  const { suivi } = PARTIES[etat]();
  expect(suivi.etat).toBe(etat);
  return phraseDuTour(suivi, role);
};

describe('ce que lit la personne qui doit agir', () => {
  it.each([
    ['proposee', 'tutrice', 'acceptez le parcours libéré, par le lien reçu par courriel'],
    ['reponse-attendue', 'entreprise', 'proposez des créneaux pour rencontrer le jeune'],
    ['reporte', 'entreprise', 'proposez des créneaux, ou recevez le jeune à la date annoncée'],
    ['refus-a-trancher', 'acheteur', 'l’entreprise refuse, décidez de la suite'],
    ['creneau-a-choisir', 'tutrice', 'choisissez un créneau'],
    [
      'reunion-prevue',
      'tutrice',
      'allez à la réunion de présentation, puis dites ici si elle a eu lieu',
    ],
    ['convention-a-signer', 'tutrice', 'faites signer la convention, puis dites-le ici'],
    ['accueil-a-commencer', 'entreprise', 'accueillez le jeune, puis dites-le ici'],
    [
      'accueil-en-cours',
      'entreprise',
      'déclarez les heures de chaque semaine, puis la fin de l’accueil',
    ],
    ['interrompu', 'tutrice', 'l’accueil est interrompu, dites s’il reprend ou s’il se termine'],
    ['bilan-a-faire', 'tutrice', 'faites le bilan croisé avec le tuteur entreprise'],
  ] as const)('%s, %s : %s', (etat, role, geste) =>
    expect(dire(etat, role)).toBe(`C’est à vous : ${geste}`),
  );
});

describe('ce que lisent les autres', () => {
  it.each([
    ['en-attente', 'tutrice', 'En liste d’attente : le parcours est pris par un autre jeune'],
    [
      'reponse-attendue',
      'tutrice',
      'En attente de l’entreprise : elle doit proposer des créneaux de rencontre',
    ],
    [
      'refus-a-trancher',
      'entreprise',
      'En attente de l’acheteur : l’entreprise refuse, la suite est à décider',
    ],
    [
      'creneau-a-choisir',
      'coordination',
      'En attente du tuteur ou de la tutrice : un créneau est à choisir',
    ],
    [
      'reunion-prevue',
      'entreprise',
      'En attente du tuteur ou de la tutrice : la réunion de présentation est prévue le mercredi 13 janvier 2027 à 10 h 30',
    ],
    ['termine', 'acheteur', 'Terminé : le bilan croisé est fait'],
    ['refuse', 'tutrice', 'Terminé : le refus de l’entreprise est confirmé'],
    ['retire', 'equipe', 'Terminé : la demande est retirée'],
  ] as const)('%s, %s', (etat, role, phrase) => expect(dire(etat, role)).toBe(phrase));

  it('distinguent une attente close d’un retrait', () => {
    const { suivi } = PARTIES['en-attente']().ecrire('attente-close', 'systeme', {});
    expect(phraseDuTour(suivi, 'tutrice')).toBe('Terminé : ce parcours n’accueille plus de jeune');
  });
});

describe('l’histoire d’un dossier', () => {
  it('se lit phrase à phrase', () => {
    const phrases = PARTIES.termine().evenements.map((evenement) => phraseDEvenement(evenement));
    expect(phrases).toEqual([
      'Le tuteur ou la tutrice a confirmé son intérêt',
      'La demande est envoyée à l’entreprise (2 personnes) et à l’acheteur',
      'L’entreprise a proposé 2 créneaux',
      'Le tuteur ou la tutrice a choisi le mercredi 13 janvier 2027 à 10 h 30',
      'La réunion de présentation a eu lieu le 13 janvier 2027',
      'La convention a été signée le 13 janvier 2027',
      'L’accueil a commencé le 13 janvier 2027',
      'L’accueil s’est terminé le 13 janvier 2027 : 7 h faites selon le tuteur ou la tutrice, à confirmer par l’entreprise',
      'Le bilan croisé a été fait le 13 janvier 2027 (suite : apprentissage)',
    ]);
  });

  it.each([
    [
      'reporte',
      'L’entreprise a demandé un report jusqu’au 1er février 2027 : le chantier ou le service n’a pas commencé',
    ],
    ['refus-a-trancher', 'L’entreprise a refusé : plus d’activité qui permette l’accueil'],
    ['refuse', 'L’acheteur a confirmé le refus'],
    ['interrompu', 'L’accueil a été interrompu le 13 janvier 2027 : vacances ou fermeture'],
    ['retire', 'Le tuteur ou la tutrice a retiré la demande'],
    ['en-attente', 'La demande prend rang : 2 sur la liste d’attente'],
  ] as const)('%s', (etat, phrase) => {
    const dernier = PARTIES[etat]().evenements.at(-1);
    expect(dernier && phraseDEvenement(dernier)).toBe(phrase);
  });

  it('dit à qui part un rappel, et qui relance à la main', () => {
    const journal = Journal.actif().au(15);
    journal.relancer();
    journal.agir('acheteur', 'relancer');
    expect(journal.evenements.slice(2).map((evenement) => phraseDEvenement(evenement))).toEqual([
      'Rappel envoyé à l’entreprise',
      'L’acheteur a été alerté : le délai n’est pas tenu',
      'Rappel envoyé au tuteur ou à la tutrice',
      'L’acheteur a relancé l’entreprise',
    ]);
  });

  it('ne répète pas « autre raison », que la précision dit mieux', () => {
    const { evenements } = Journal.actif().agir('entreprise-1', 'refuser', {
      ...REFUS,
      motif: 'autre',
    });
    const dernier = evenements.at(-1);
    expect(dernier && phraseDEvenement(dernier)).toBe('L’entreprise a refusé');
  });
});

describe('un créneau', () => {
  it('se dit avec son jour, son heure et sa durée', () => {
    expect(direCreneau({ debut: '2027-03-01T09:00', minutes: 90 })).toBe(
      'lundi 1er mars 2027 à 9 h (1 h 30)',
    );
    expect(direCreneau({ debut: '2027-03-02T14:05', minutes: 45 })).toBe(
      'mardi 2 mars 2027 à 14 h 05 (45 minutes)',
    );
    expect(direDuree(65)).toBe('1 h 05');
  });
});
