import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionId } from '../../../src/suivi/regles/actions.ts';
import { ajouterJours } from '../../../src/socle/dates.ts';
import type { Evenement, Genre } from '../../../src/suivi/regles/evenement.ts';
import { decompteDe, heuresDeclarees } from '../../../src/heures/regles/heures-comptees.ts';
import { heuresAuPlus } from '../../../src/heures/regles/limites.ts';
import type { RoleDeLien } from '../../../src/suivi/regles/mots.ts';
import { accueilEnCours, erreurs } from './un-accueil.ts';
import { Journal } from './un-journal.ts';
import { jouer, partie, pourToutePartie } from './une-partie.ts';

describe('les dates d’un accueil', () => {
  it('se suivent : réunion, convention, accueil, interruption, reprise, fin, bilan', () => {
    const journal = Journal.actif().au(27);
    const refuse = (lien: RoleDeLien, action: ActionId, le: string, champs = {}) =>
      expect(erreurs(journal, lien, action, { le, ...champs }).le, `${action} le ${le}`).toMatch(
        /^Cette date (vient avant|est trop ancienne)/,
      );
    const interruption = { motif: 'vacances' };
    refuse('tutrice', 'noter-reunion', '2027-01-04');
    journal.agir('tutrice', 'noter-reunion', { le: '2027-01-08' });
    refuse('tutrice', 'signer-convention', '2027-01-07');
    journal.agir('tutrice', 'signer-convention', { le: '2027-01-12' });
    refuse('entreprise-2', 'commencer', '2027-01-11');
    journal.agir('entreprise-2', 'commencer', { le: '2027-01-18' });
    refuse('tutrice', 'interrompre', '2027-01-17', interruption);
    journal.agir('tutrice', 'interrompre', { le: '2027-01-20', ...interruption });
    refuse('tutrice', 'reprendre', '2027-01-19');
    refuse('entreprise-2', 'terminer', '2027-01-19', { heures: 7 });
    journal.agir('tutrice', 'reprendre', { le: '2027-01-25' });
    refuse('entreprise-2', 'terminer', '2027-01-24', { heures: 7 });
    journal.agir('entreprise-2', 'terminer', { le: '2027-01-29', heures: 35 });
    refuse('tutrice', 'bilan', '2027-01-28', { suite: 'inconnue' });
    journal.agir('tutrice', 'bilan', { le: '2027-01-29', suite: 'inconnue' });
    expect(journal.suivi.etat).toBe('termine');
  });

  it('disent ce qui précède, et aucune n’est à venir', () => {
    const journal = accueilEnCours();
    expect(erreurs(journal, 'entreprise-2', 'terminer', { le: '2027-01-15', heures: 7 }).le).toBe(
      'Cette date vient avant le début de l’accueil, le 18 janvier 2027.',
    );
    expect(erreurs(journal, 'entreprise-2', 'terminer', { le: '2027-02-02', heures: 7 }).le).toBe(
      'Cette date n’est pas encore arrivée.',
    );
  });

  it('une fin ne précède pas la dernière semaine où des heures ont été faites', () => {
    const journal = accueilEnCours()
      .agir('entreprise-2', 'declarer-heures', { lundi: '2027-01-25', heures: 20 })
      .agir('entreprise-2', 'declarer-heures', { lundi: '2027-02-01', heures: 0 });
    expect(erreurs(journal, 'entreprise-2', 'terminer', { le: '2027-01-24', heures: 20 }).le).toBe(
      'Des heures sont déclarées dans la semaine du 25 janvier 2027.',
    );
    expect(erreurs(journal, 'entreprise-2', 'terminer', { le: '2027-01-26', heures: 20 })).toEqual(
      {},
    );
  });

  it('ne reculent dans aucune suite d’actions', () => {
    const DATES: readonly Genre[] = [
      'reunion-tenue',
      'convention-signee',
      'accueil-commence',
      'interruption',
      'reprise',
      'accueil-termine',
      'bilan-fait',
    ];
    const laDate = ({ donnees }: Evenement) => ('le' in donnees ? donnees.le : undefined);
    fc.assert(
      fc.property(
        partie,
        fc.array(fc.nat({ max: 40 }), { minLength: 45, maxLength: 45 }),
        ({ acheteurs, coups }, reculs) => {
          const journal = Journal.actif(150, acheteurs);
          coups.forEach((coup, rang) => {
            // Une date tirée au hasard dans les quarante derniers jours : refusée, ou dans l'ordre.
            const recul = ajouterJours(journal.jour, -(reculs[rang] ?? 0));
            try {
              jouer(journal, coup, recul);
            } catch (erreur) {
              expect(String(erreur)).toMatch(/"le"|"heures"/);
            }
          });
          const dates = journal.evenements
            .filter(({ genre }) => DATES.includes(genre))
            .map((evenement) => laDate(evenement) ?? '');
          expect(dates).toEqual([...dates].sort());
        },
      ),
      { numRuns: 150 },
    );
  });

  it('un journal déjà écrit dans le désordre se lit encore, et se finit', () => {
    const journal = Journal.actif()
      .au(27)
      .ecrire('reunion-tenue', 'tutrice', { le: '2027-06-01' })
      .ecrire('convention-signee', 'tutrice', { le: '2027-01-02' })
      .ecrire('accueil-commence', 'tutrice', { le: '2027-08-01' });
    expect(journal.suivi.etat).toBe('accueil-en-cours');
    journal.agir('equipe', 'terminer', { le: '2027-02-01', heures: 20 });
    expect(journal.suivi).toMatchObject({ etat: 'bilan-a-faire', fin: { comptees: 20 } });
  });
});

describe('les heures d’un accueil', () => {
  it('une fin n’en compte jamais plus que la demande n’en prévoit', () => {
    const journal = accueilEnCours(40);
    expect(erreurs(journal, 'equipe', 'terminer', { le: '2027-02-01', heures: 41 }).heures).toBe(
      '40 h au plus : c’est ce que la demande prévoit.',
    );
    expect(erreurs(journal, 'equipe', 'terminer', { le: '2027-02-01', heures: 40 })).toEqual({});
  });

  it('ni plus que les semaines commencées n’en permettent', () => {
    const journal = accueilEnCours(300);
    const terminer = (heures: number) =>
      erreurs(journal, 'tutrice', 'terminer', { le: '2027-01-29', heures }).heures;
    expect(terminer(71)).toBe('70 h au plus : 2 semaines de 35 h ont commencé.');
    expect(terminer(70)).toBeUndefined();
  });

  it('la somme des semaines déclarées ne dépasse pas la demande, une correction vers le bas passe', () => {
    const journal = accueilEnCours(50)
      .agir('entreprise-2', 'declarer-heures', { lundi: '2027-01-18', heures: 35 })
      .agir('entreprise-2', 'declarer-heures', { lundi: '2027-01-25', heures: 15 });
    const declarer = (lundi: string, heures: number) =>
      erreurs(journal, 'entreprise-2', 'declarer-heures', { lundi, heures }).heures;
    expect(declarer('2027-02-01', 1)).toBe(
      'La demande prévoit 50 h, et 50 h sont déclarées dans les autres semaines.',
    );
    expect(declarer('2027-01-25', 15.5)).toMatch(/^La demande prévoit 50 h, et 35 h/);
    expect(declarer('2027-01-18', 20)).toBeUndefined();
    // Un ancien journal a pu dépasser : il se corrige peu à peu.
    journal.ecrire('heures-declarees', 'entreprise', { lundi: '2027-02-01', heures: 35 });
    expect(declarer('2027-01-18', 30)).toBeUndefined();
    expect(declarer('2027-01-25', 16)).toMatch(/^La demande prévoit/);
  });

  it('aucune suite d’actions ne dépasse la demande, ni les semaines', () => {
    pourToutePartie((journal, coups) => {
      for (const coup of coups) jouer(journal, coup);
      const { suivi } = journal;
      expect(heuresDeclarees(suivi)).toBeLessThanOrEqual(suivi.heures);
      if (suivi.fin === null) return;
      expect(suivi.fin.comptees).toBeLessThanOrEqual(heuresAuPlus(suivi, suivi.fin.le));
      expect(suivi.fin.heures).toBeLessThanOrEqual(suivi.heures);
    });
  });

  it('la tutrice seule n’en compte aucune, quoi qu’elle fasse, et toutes celles qu’elle dit attendent', () => {
    let finies = 0;
    pourToutePartie(
      (journal, coups) => {
        for (const coup of coups) {
          jouer(journal, { ...coup, lien: 'tutrice' });
          const { fin } = journal.suivi;
          if (fin === null) continue;
          finies += 1;
          expect(decompteDe(fin)).toEqual({ heures: 0, aConfirmer: fin.heures });
          expect(fin.aConfirmerLe === null).toBe(fin.heures === 0);
        }
      },
      { numRuns: 150, seed: 2027 },
    );
    expect(finies).toBeGreaterThan(10);
  });
});
