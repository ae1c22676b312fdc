import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estArretee, TACHES } from '../../../src/sante/regles/taches.ts';

const a = (date: string) => new Date(date);

describe('une tâche planifiée', () => {
  it('est arrêtée tant qu’elle n’est jamais passée', () => {
    for (const tache of TACHES)
      expect(estArretee(tache, undefined, a('2026-11-30T10:00Z'))).toBe(true);
  });

  it('de chaque minute, tolère dix passages manqués', () => {
    const reussie = a('2026-11-30T10:00:30Z');
    expect(estArretee('entretenir', reussie, a('2026-11-30T10:10:59Z'))).toBe(false);
    expect(estArretee('entretenir', reussie, a('2026-11-30T10:11:00Z'))).toBe(true);
  });

  it('des jours ouvrés, ne manque rien la nuit ni la fin de semaine', () => {
    const vendredi = a('2026-11-27T16:00:20Z');
    expect(estArretee('relancer', vendredi, a('2026-11-30T06:59:00Z'))).toBe(false);
    expect(estArretee('relancer', vendredi, a('2026-11-30T09:59:00Z'))).toBe(false);
    expect(estArretee('relancer', vendredi, a('2026-11-30T10:00:00Z'))).toBe(true);
  });

  it('une fois arrêtée, le reste jusqu’à son prochain succès ; une année plus tard, le dire reste immédiat', () => {
    const instants = fc.date({ min: a('2026-01-01'), max: a('2036-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...TACHES),
        instants,
        fc.nat({ max: 400 * 86_400_000 }),
        fc.nat({ max: 400 * 86_400_000 }),
        (tache, reussie, apres, encore) => {
          const [un, deux] = [reussie.getTime() + apres, reussie.getTime() + apres + encore];
          const arretee = estArretee(tache, reussie, new Date(un));
          expect(!arretee || estArretee(tache, reussie, new Date(deux))).toBe(true);
          expect(estArretee(tache, reussie, reussie)).toBe(false);
        },
      ),
    );
  });
});
