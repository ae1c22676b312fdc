import { describe, expect, it } from 'vitest';
import { estOuvre } from '../../../src/calendrier/regles/calendrier.ts';
import { accueilCommence } from '../suivi/un-accueil.ts';
import { CALENDRIER, dit, Journal } from '../suivi/un-journal.ts';

const creneau = (jour: string) => ({ debut: `${jour}T10:30`, minutes: 60 });

/** Ce qui part chaque jour, de J à J + `jours`, pour les seuls jours où quelque chose part. */
function calendrierDesRappels(
  journal: Journal,
  jours: number,
  depuis = 0,
): Record<number, string[]> {
  const partis: Record<number, string[]> = {};
  for (let jour = depuis; jour <= jours; jour += 1) {
    const rappels = dit(journal.au(jour).relancer());
    if (rappels.length > 0) partis[jour] = rappels;
  }
  return partis;
}

function reunionPrevue(le = '2027-01-14'): Journal {
  return Journal.actif()
    .au(1)
    .agir('entreprise-2', 'proposer-creneaux', { creneaux: [creneau(le)] })
    .au(2)
    .agir('tutrice', 'choisir-creneau', { debut: `${le}T10:30` });
}

describe('le silence d’une entreprise', () => {
  it('se voit : rappels, alerte de l’acheteur, puis l’équipe', () => {
    expect(calendrierDesRappels(Journal.actif(), 60)).toEqual({
      3: ['entreprise ouverture (second-contact)'],
      7: ['entreprise rappel', 'tutrice ailleurs'],
      // J + 12 tombe un dimanche : le rappel part le lundi.
      13: ['entreprise derniers-jours'],
      15: ['entreprise delai-manque', 'acheteur delai-manque !', 'tutrice delai-manque'],
      21: ['equipe equipe'],
      30: ['tutrice actualite'],
    });
  });

  it('va à l’équipe quand personne ne suit le parcours chez l’acheteur', () => {
    const journal = Journal.actif(150, 0).au(15);
    expect(dit(journal.dues)).toEqual([
      'entreprise delai-manque',
      'equipe delai-manque',
      'tutrice delai-manque',
    ]);
  });

  it('ne se dit pas à une entreprise sans adresse', () => {
    const journal = Journal.actif();
    journal.contacts = { entreprises: 0, acheteurs: 1 };
    expect(dit(journal.au(15).dues)).toEqual(['acheteur delai-manque !', 'tutrice delai-manque']);
  });

  it('n’écrit pas au second contact s’il n’y en a pas, ni si la demande est ouverte', () => {
    const seul = Journal.actif();
    seul.contacts = { entreprises: 1, acheteurs: 1 };
    expect(dit(seul.au(3).dues)).toEqual(['entreprise ouverture']);
    expect(Journal.actif().au(1).agir('entreprise-1', 'ouvrir').au(3).dues).toEqual([]);
  });

  it('ne rattrape pas les rappels manqués : le plus haut seulement', () => {
    const partis = dit(Journal.actif().au(13).dues);
    expect(partis).toEqual(['entreprise derniers-jours', 'tutrice ailleurs']);
    expect(dit(Journal.actif().au(24).dues)).toEqual([
      'entreprise delai-manque',
      'acheteur delai-manque !',
      'tutrice delai-manque',
      'equipe equipe',
    ]);
  });

  it('après un report, ne recommence pas les premiers rappels', () => {
    const journal = Journal.actif()
      .au(6)
      .agir('entreprise-1', 'reporter', { jusquAu: '2027-02-01', motif: 'chantier' });
    // Report demandé jusqu'à J + 27, un lundi : le rappel des derniers jours part le vendredi.
    expect(calendrierDesRappels(journal, 40, 7)).toEqual({
      24: ['entreprise derniers-jours'],
      28: ['entreprise delai-manque', 'acheteur delai-manque !', 'tutrice delai-manque'],
      34: ['equipe equipe'],
    });
  });
});

describe('qui vient d’agir', () => {
  it('n’est pas relancé pendant 48 heures', () => {
    const journal = Journal.actif().au(14).agir('acheteur', 'relancer');
    expect(dit(journal.au(15).dues)).toEqual(['entreprise delai-manque', 'tutrice delai-manque']);
    expect(dit(journal.au(17).dues)).toContain('acheteur delai-manque !');
  });

  it('a seulement ouvert la page : il n’a pas agi', () => {
    const journal = Journal.actif().au(6).agir('entreprise-1', 'ouvrir');
    expect(dit(journal.au(7).dues)).toEqual(['entreprise rappel', 'tutrice ailleurs']);
  });

  it('ne reçoit plus les rappels de l’attente d’avant', () => {
    const journal = Journal.actif().au(13);
    expect(dit(journal.dues)).toEqual(['entreprise derniers-jours', 'tutrice ailleurs']);
    journal.agir('entreprise-1', 'proposer-creneaux', { creneaux: [creneau('2027-01-25')] });
    expect(journal.dues).toEqual([]);
  });
});

describe('les jours sans rappel', () => {
  it('sont les week-ends et les jours fériés', () => {
    const partis = calendrierDesRappels(Journal.actif(), 100);
    for (const jour of Object.keys(partis))
      expect(estOuvre(new Journal().au(Number(jour)).jour, CALENDRIER)).toBe(true);
    // 1er mai 2027, un samedi ; 6 mai, l'Ascension.
    const ascension = Journal.actif();
    ascension.instant = new Date('2027-05-06T07:00:00Z');
    expect(ascension.dues).toEqual([]);
  });

  it('sont aussi, pour une tutrice, les vacances de son académie', () => {
    // Créneaux proposés le 18 février ; la zone B est en vacances du 20 février au 7 mars, la zone A jusqu'au 28.
    const aChoisir = (academie: string) => {
      const journal = Journal.actif();
      Object.assign(journal, { academie, debutLe: '2027-04-01' });
      journal
        .au(44)
        .agir('entreprise-1', 'proposer-creneaux', { creneaux: [creneau('2027-03-25')] });
      return Object.keys(calendrierDesRappels(journal, 80, 45)).map(
        (jour) => new Journal().au(Number(jour)).jour,
      );
    };
    expect(aChoisir('rennes')).toEqual(['2027-03-01', '2027-03-08']);
    expect(aChoisir('lyon')).toEqual(['2027-03-01']);
    // La Corse fixe son calendrier : aucun rappel n'y attend.
    expect(aChoisir('corse')).toEqual(['2027-02-22', '2027-03-01']);
  });
});

describe('les étapes suivantes', () => {
  it('rappellent le choix d’un créneau, puis préviennent l’équipe', () => {
    const journal = Journal.actif()
      .au(1)
      .agir('entreprise-1', 'proposer-creneaux', { creneaux: [creneau('2027-01-22')] });
    // J + 4 tombe un samedi.
    expect(calendrierDesRappels(journal, 29, 2)).toEqual({
      6: ['tutrice creneau'],
      13: ['equipe equipe'],
    });
  });

  it('rappellent la réunion la veille, et demandent le lendemain si elle a eu lieu', () => {
    expect(calendrierDesRappels(reunionPrevue(), 30, 3)).toEqual({
      8: ['tutrice veille-reunion', 'entreprise veille-reunion'],
      10: ['tutrice lendemain-reunion'],
      20: ['equipe equipe'],
    });
  });

  it('rappellent le vendredi une réunion du lundi', () => {
    const partis = calendrierDesRappels(reunionPrevue('2027-01-18'), 12, 3);
    expect(partis).toEqual({ 10: ['tutrice veille-reunion', 'entreprise veille-reunion'] });
  });

  it('rappellent la convention', () => {
    const journal = Journal.actif().au(6).agir('tutrice', 'noter-reunion', { le: '2027-01-11' });
    expect(calendrierDesRappels(journal, 30, 7)).toEqual({
      13: ['tutrice convention'],
      20: ['equipe equipe'],
    });
  });

  it('rappellent l’accueil avant sa date, et alertent l’acheteur quand elle est manquée', () => {
    const journal = Journal.actif()
      .au(6)
      .agir('tutrice', 'noter-reunion', { le: '2027-01-11' })
      .au(7)
      .agir('tutrice', 'signer-convention', { le: '2027-01-12' });
    // J + 25 tombe un samedi.
    expect(calendrierDesRappels(journal, 45, 8)).toEqual({
      27: ['entreprise avant-accueil', 'tutrice avant-accueil'],
      31: ['entreprise accueil-manque', 'tutrice accueil-manque', 'acheteur accueil-manque !'],
      // Le même jour, le tuteur ou la tutrice s'est tu depuis un mois.
      37: ['tutrice actualite', 'equipe equipe'],
    });
  });

  it('font faire un point toutes les quatre semaines, puis disent la fin prévue', () => {
    const journal = accueilCommence(450);
    journal.academie = 'corse';
    // 450 h : treize semaines, du 18 janvier au 18 avril.
    expect(calendrierDesRappels(journal, 125, 14)).toEqual({
      41: ['tutrice point-1', 'entreprise point-1'],
      69: ['tutrice point-2', 'entreprise point-2'],
      97: ['tutrice point-3', 'entreprise point-3'],
      104: ['tutrice fin-prevue', 'entreprise fin-prevue'],
      111: ['equipe equipe'],
    });
  });

  it('ne refont pas un point juste après une reprise', () => {
    const journal = accueilCommence(450);
    journal.au(41).relancer();
    journal
      .au(42)
      .agir('tutrice', 'interrompre', { le: '2027-02-15', motif: 'autre' })
      .au(45)
      .agir('tutrice', 'reprendre', { le: '2027-02-19' });
    expect(Object.keys(calendrierDesRappels(journal, 75, 46))).toEqual(['73']);
  });

  it('rappellent un accueil interrompu, un refus à trancher et un bilan', () => {
    const interrompu = accueilCommence(450)
      .au(20)
      .agir('tutrice', 'interrompre', { le: '2027-01-25', motif: 'jeune' });
    expect(calendrierDesRappels(interrompu, 60, 21)).toEqual({
      34: ['tutrice reprise'],
      41: ['equipe equipe'],
    });
    const refus = Journal.actif()
      .au(2)
      .agir('entreprise-1', 'refuser', { motif: 'activite', precision: 'Le service ferme.' });
    expect(calendrierDesRappels(refus, 29, 3)).toEqual({
      9: ['acheteur refus'],
      16: ['equipe equipe'],
    });
    const bilan = accueilCommence(450)
      .au(20)
      .agir('tutrice', 'terminer', { le: '2027-01-25', heures: 35 });
    expect(calendrierDesRappels(bilan, 60, 21)).toEqual({
      34: ['tutrice bilan', 'entreprise bilan'],
      41: ['equipe equipe'],
    });
  });

  it('ne disent plus rien quand tout est fini', () => {
    const retiree = Journal.actif().au(6).agir('tutrice', 'retirer');
    expect(calendrierDesRappels(retiree, 60, 7)).toEqual({});
    const enListe = new Journal().ecrire('mise-en-attente', 'tutrice', { rang: 1 });
    expect(calendrierDesRappels(enListe, 29)).toEqual({});
  });
});
