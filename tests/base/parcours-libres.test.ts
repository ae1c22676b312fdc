import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BaseDEssai, LE } from './fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

/* Une commune par essai : ce qu'un autre a laissé n'y est pas. */
const [ROUBAIX, LILLE, RENNES] = ['59512', '59350', '35238'];

type Libre = { id: string; domaine: string; commune: string; heures: number | null };
const libres = (communes: string[], champs: Record<string, unknown> = {}) =>
  essai.appeler<Libre[]>('parcours_libres_autour', {
    p_communes: communes,
    p_domaine: 'logistique',
    p_heures: 300,
    p_debut: '2027-01-11',
    p_sauf: 'bbbbbbbb',
    p_maintenant: LE,
    ...champs,
  });

describe('les parcours libres d’à côté', () => {
  it('ne propose que ce qui accueille ces heures, à cette date, maintenant', async () => {
    const ici = { commune: ROUBAIX };
    const libre = await essai.unParcours(ici);
    for (const champs of [
      { disponibilite: 'reserve' },
      { disponibilite: 'pourvu' },
      { disponibilite: 'termine' },
      { disponibilite: 'en-preparation' },
      { heures: 150 },
      { finLe: '2027-01-10' },
      { finLe: '2026-11-22' },
      { commune: RENNES },
    ])
      await essai.unParcours({ ...ici, ...champs });
    const cache = await essai.unParcours(ici);
    await essai.base.query('update prive.parcours set publie = false where id = $1', [cache]);
    // Un jeune y est accueilli, une proposition y attend sa réponse, quelqu'un y attend son tour.
    for (const etat of ['active', 'proposee', 'en-attente']) {
      const pris = await essai.unParcours(ici);
      await essai.demander(pris);
      await essai.base.query('update prive.demandes set etat = $2 where parcours_id = $1', [
        pris,
        etat,
      ]);
    }
    expect((await libres([ROUBAIX])).map(({ id }) => id)).toEqual([libre]);
    expect(await libres([ROUBAIX], { p_sauf: libre })).toEqual([]);
  });

  it('rend les plus proches d’abord, ce qui reste d’heures, et rien de privé', async () => {
    const loin = await essai.unParcours({ commune: RENNES, heures: 900, domaine: 'transport' });
    const pres = await essai.unParcours({ commune: LILLE, heures: null });
    const trouves = await libres([LILLE, RENNES]);
    expect(trouves.map(({ id }) => id)).toEqual(expect.arrayContaining([pres, loin]));
    expect(trouves[0]).toEqual({
      id: pres,
      intitule: 'Préparer les commandes',
      domaine: 'logistique',
      commune: LILLE,
      heures: null,
    });
    expect(trouves.find(({ id }) => id === loin)?.heures).toBe(900);
  });
});
