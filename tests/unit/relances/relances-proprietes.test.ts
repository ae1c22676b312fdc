import { describe, expect, it } from 'vitest';
import { peutEtreRelance } from '../../../src/calendrier/regles/calendrier.ts';
import type { Suivi } from '../../../src/suivi/regles/suivi.ts';
import { CALENDRIER, dit, Journal } from '../suivi/un-journal.ts';
import { jouer, pourToutePartie, type Coup } from '../suivi/une-partie.ts';

describe('les rappels, tout au long d’une partie relancée chaque matin', () => {
  /** Joue une partie d'au plus six mois en lançant les rappels chaque jour à 9 h. */
  function jouerRelance(
    journal: Journal,
    coups: readonly Coup[],
    auMatin: (envoyees: ReturnType<Journal['relancer']>, suivi: Suivi) => void,
  ): void {
    let jourSuivant = 1;
    for (const suivant of coups) {
      const fin = new Date(journal.instant.getTime() + suivant.heures * 3_600_000);
      while (new Journal().au(jourSuivant).instant <= fin) {
        journal.au(jourSuivant);
        const { suivi } = journal;
        auMatin(journal.relancer(), suivi);
        jourSuivant += 1;
      }
      journal.instant = fin;
      jouer(journal, { ...suivant, heures: 0 });
    }
  }

  it('ne partent ni un jour fermé, ni à qui vient d’agir, ni deux fois au même', () => {
    pourToutePartie(
      (journal, coups) => {
        jouerRelance(journal, coups, (envoyees) => {
          const { instant, jour, academie } = journal;
          for (const { a } of envoyees) {
            expect(peutEtreRelance(a, jour, academie, CALENDRIER)).toBe(true);
            const recents = journal.evenements.filter(
              ({ auteur, le, genre }) =>
                auteur === a &&
                genre !== 'ouvert' &&
                instant.getTime() - Date.parse(le) < 48 * 3_600_000,
            );
            expect(recents).toEqual([]);
          }
          expect(new Set(envoyees.map(({ a }) => a)).size).toBe(envoyees.length);
        });
      },
      { numRuns: 40 },
    );
  });

  it('partent une fois par attente, et plus rien ne part une fois la demande finie', () => {
    pourToutePartie(
      (journal, coups) => {
        const partis = new Set<string>();
        jouerRelance(journal, coups, (envoyees, { prochaine }) => {
          if (prochaine === null) expect(envoyees).toEqual([]);
          for (const envoyee of envoyees) {
            const cle = `${envoyee.ancre} ${dit([envoyee]).join()}`;
            expect(partis.has(cle)).toBe(false);
            partis.add(cle);
          }
        });
      },
      { numRuns: 40 },
    );
  });

  it('relancées une seconde fois au même instant, n’envoient rien', () => {
    pourToutePartie(
      (journal, coups) => {
        jouerRelance(journal, coups, () => expect(journal.dues).toEqual([]));
      },
      { numRuns: 30 },
    );
  });

  it('finissent toujours par prévenir l’équipe ou par se taire, jamais par se répéter', () => {
    pourToutePartie(
      (journal, coups) => {
        for (const suivant of coups) jouer(journal, suivant);
        const depart = journal.instant;
        const attente = journal.suivi.prochaine;
        const partis: string[] = [];
        for (let jour = 1; jour <= 150; jour += 1) {
          journal.instant = new Date(depart.getTime() + jour * 86_400_000);
          partis.push(...dit(journal.relancer()));
        }
        expect(partis.includes('equipe equipe')).toBe(attente !== null);
        expect(partis.length).toBeLessThan(25);
      },
      { numRuns: 12 },
    );
  });
});
