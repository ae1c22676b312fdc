import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evenement } from '../../../src/suivi/regles/evenement.ts';
import { suivre } from '../../../src/suivi/regles/suivi.ts';
import { CALENDRIER, DELAIS, Journal } from './un-journal.ts';
import { FINS, jouer, partie } from './une-partie.ts';

describe('un journal quelconque', () => {
  /** De vrais événements d'une partie, chacun d'un rang et d'une heure pris au hasard. */
  const desordonne = fc
    .tuple(
      partie,
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: -500, max: 500 })), {
        minLength: 80,
        maxLength: 80,
      }),
    )
    .map(([{ acheteurs, coups }, hasards]) => {
      const journal = Journal.actif(150, acheteurs);
      for (const suivant of coups) jouer(journal, suivant);
      return journal.evenements.map((evenement, rang): Evenement => {
        const [id, heures] = hasards[rang % hasards.length] ?? [rang, 0];
        const le = new Date(Date.parse(evenement.le) + heures * 3_600_000).toISOString();
        return { ...evenement, id: id + 1, le };
      });
    });

  it('ne casse jamais la règle : une personne doit agir, ou c’est fini', () => {
    fc.assert(
      fc.property(desordonne, (evenements) => {
        const suivi = suivre(evenements, new Date('2027-03-01T08:00:00Z'), DELAIS, CALENDRIER);
        expect(suivi.prochaine === null).toBe(FINS.includes(suivi.etat));
        expect(suivi.derniere?.ilYA ?? 0).toBeGreaterThanOrEqual(0);
        expect(suivi.prochaine?.retardJours ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 150 },
    );
  });

  it('se lit pareil dans n’importe quel ordre', () => {
    fc.assert(
      fc.property(desordonne, fc.integer(), (evenements, graine) => {
        const unParRang = [...new Map(evenements.map((e) => [e.id, e])).values()];
        const melange = [...unParRang].sort(
          (a, b) => ((a.id * 31 + graine) % 97) - ((b.id * 31 + graine) % 97),
        );
        const instant = new Date('2027-03-01T08:00:00Z');
        expect(suivre(melange, instant, DELAIS, CALENDRIER)).toEqual(
          suivre(unParRang, instant, DELAIS, CALENDRIER),
        );
      }),
    );
  });

  it('ne recule jamais : ni l’ancre, ni le jour depuis lequel on attend', () => {
    fc.assert(
      fc.property(desordonne, (evenements) => {
        const instant = new Date('2027-03-01T08:00:00Z');
        const ranges = [...new Map(evenements.map((e) => [e.id, e])).values()].sort(
          (a, b) => a.id - b.id,
        );
        let avant = suivre([], instant, DELAIS, CALENDRIER);
        for (let nombre = 1; nombre <= ranges.length; nombre += 1) {
          const apres = suivre(ranges.slice(0, nombre), instant, DELAIS, CALENDRIER);
          expect(apres.ancre).toBeGreaterThanOrEqual(avant.ancre);
          expect(apres.depuis >= avant.depuis).toBe(true);
          avant = apres;
        }
      }),
    );
  });

  it('se lit pareil, quel que soit le fuseau dans lequel la base écrit les heures', () => {
    const journal = Journal.actif();
    const [confirme, contactee] = journal.evenements;
    if (!confirme || !contactee) throw new Error('Journal incomplet.');
    // 23 h 50 le 5 janvier à Paris, puis 0 h 10 le 6 : le second texte est « avant » le premier.
    const evenements: Evenement[] = [
      {
        ...contactee,
        genre: 'mise-en-attente',
        donnees: { rang: 1 },
        id: 1,
        le: '2027-01-05T23:50:00+01:00',
      },
      { ...confirme, id: 2, le: '2027-01-05T23:10:00Z' },
    ];
    expect(suivre(evenements, journal.instant, DELAIS, CALENDRIER).depuis).toBe('2027-01-06');
  });
});
