import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BaseDEssai, LE, plusTard } from './fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

type Lus = { statut: string; liens?: string[]; secondes?: number };

const lire = (reference: string, limites: unknown[] = [], le = LE) =>
  essai.appeler<Lus>('liens_de_reference', {
    p_reference: reference,
    p_limites: limites,
    p_maintenant: le,
  });

async function referenceDe(dossier: Dossier): Promise<string> {
  const [ligne] = await essai.lignes<{ reference: string }>(
    'select reference from prive.demandes where id = $1',
    [dossier.id],
  );
  return ligne?.reference ?? '';
}

describe('les liens d’une référence', () => {
  it('sont ceux qui valent encore, chacun de son rôle ; rien n’est écrit', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const autre = await Dossier.ouvrir(essai);
    const { statut, liens = [] } = await lire(await referenceDe(dossier));
    expect(statut).toBe('lus');
    for (const role of ['tutrice', 'entreprise-1', 'acheteur', 'equipe'] as const)
      expect(liens).toContain((await dossier.lire(role)).lien);
    expect(liens).not.toContain((await autre.lire('tutrice')).lien);
    expect(await essai.lignes('select 1 from prive.compteurs')).toEqual([]);
  });

  it('ne comptent ni un lien annulé, ni un lien expiré', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const [reference, { lien }] = [await referenceDe(dossier), await dossier.lire('entreprise-1')];
    await essai.lignes('update prive.liens set annule_le = $1 where id = $2', [LE, lien]);
    expect((await lire(reference)).liens).not.toContain(lien);
    expect((await lire(reference, [], plusTard(24 * 600))).liens).toEqual([]);
  });

  it('chaque essai est compté, que la référence existe ou non', async () => {
    const reference = await referenceDe(await Dossier.ouvrir(essai));
    for (const [essayee, attendus, signe] of [
      [reference, expect.any(Array) as string[], 'a'],
      ['D-bcdfg2', [], 'b'],
    ] as const) {
      const limites = [{ cle: `reference:${signe.repeat(64)}`, secondes: 3_600, max: 2 }];
      expect(await lire(essayee, limites)).toEqual({ statut: 'lus', liens: attendus });
      await lire(essayee, limites);
      expect(await lire(essayee, limites)).toEqual({
        statut: 'limite',
        secondes: expect.any(Number) as number,
      });
    }
  });
});
