import { describe, expect, it } from 'vitest';
import { bulletinDe, type Releve } from '../../../src/sante/regles/sante.ts';
import { TACHES } from '../../../src/sante/regles/taches.ts';

const MAINTENANT = new Date('2026-11-30T10:00:00Z');
const ilYA = (minutes: number) => new Date(MAINTENANT.getTime() - minutes * 60_000).toISOString();

function unReleve(courriels: Partial<Releve['courriels']> = {}): Releve {
  return {
    passages: TACHES.map((tache) => ({ tache, reussiLe: ilYA(1), echoueLe: null, erreur: null })),
    courriels: { attendDepuis: null, morts: 0, ...courriels },
  };
}

describe('le bulletin de santé', () => {
  it('va bien quand les tâches passent et que les courriels partent', () => {
    const attendDepuis = ilYA(59);
    expect(bulletinDe(unReleve({ attendDepuis, morts: 2 }), MAINTENANT)).toMatchObject({
      statut: 'bien',
      alertes: [],
      courriels: { plusAncienMinutes: 59, morts: 2 },
      taches: TACHES.map((tache) => ({ tache, erreur: null })),
    });
  });

  it('dit la base muette, sans rien inventer du reste', () => {
    expect(bulletinDe(undefined, MAINTENANT)).toEqual({
      statut: 'arrete',
      alertes: ['base-muette'],
      le: MAINTENANT.toISOString(),
    });
  });

  it('dit qu’un courriel attend depuis trop longtemps', () => {
    expect(bulletinDe(unReleve({ attendDepuis: ilYA(61) }), MAINTENANT)).toMatchObject({
      statut: 'arrete',
      alertes: ['courriels-en-attente'],
    });
  });

  it('nomme la tâche arrêtée, et le code de son dernier échec', () => {
    const { courriels, passages } = unReleve();
    const enPanne = passages.map((passage) =>
      passage.tache === 'entretenir'
        ? { ...passage, reussiLe: ilYA(30), echoueLe: ilYA(1), erreur: '57014' }
        : passage,
    );
    const bulletin = bulletinDe({ courriels, passages: enPanne }, MAINTENANT);
    expect(bulletin).toMatchObject({ statut: 'arrete', alertes: ['tache-arretee:entretenir'] });
    expect(bulletin.taches?.[0]).toMatchObject({ tache: 'entretenir', erreur: '57014' });
    expect(bulletinDe({ courriels, passages: [] }, MAINTENANT).alertes).toEqual(
      TACHES.map((tache) => `tache-arretee:${tache}`),
    );
  });
});
