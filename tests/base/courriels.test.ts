import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BaseDEssai, LE, plusTard } from './fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());
beforeEach(() => essai.base.exec('delete from prive.courriels'));

type Pris = { id: string; essais: number };

const prendre = (le = LE, limite = 10) =>
  essai.appeler<Pris[]>('courriels_prendre', { p_limite: limite, p_maintenant: le });
const echouer = (id: string, le: Date, definitif = false, attente: number | null = null) =>
  essai.appeler<string | null>('courriel_echoue', {
    p_id: id,
    p_erreur: 'application_error',
    p_definitif: definitif,
    p_attente: attente,
    p_maintenant: le,
  });
const partir = (id: string, le = LE) =>
  essai.appeler('courriel_envoye', { p_id: id, p_id_fournisseur: 're_1', p_maintenant: le });
const unCourriel = async () => {
  await essai.creer(await essai.unParcours());
  const [pris] = await prendre();
  if (!pris) throw new Error('rien à prendre');
  return pris.id;
};
const etat = async (id: string) =>
  (
    await essai.lignes('select etat, donnees, destinataire from prive.courriels where id = $1', [
      id,
    ])
  )[0];

describe('la boîte d’envoi', () => {
  it('ne donne un courriel qu’à un seul envoi à la fois, et jamais plus que demandé', async () => {
    for (let fois = 0; fois < 5; fois += 1) await essai.creer(await essai.unParcours());
    const lots = await Promise.all([prendre(LE, 2), prendre(LE, 2), prendre(LE, 2)]);
    expect(lots.map((lot) => lot.length)).toEqual([2, 2, 1]);
    expect(new Set(lots.flat().map(({ id }) => id)).size).toBe(5);
  });

  it('reprend au bout de deux minutes un courriel dont l’envoi s’est perdu', async () => {
    const id = await unCourriel();
    expect(await prendre(new Date(LE.getTime() + 119_000))).toEqual([]);
    expect(await prendre(new Date(LE.getTime() + 120_000))).toMatchObject([{ id, essais: 2 }]);
  });

  it('oublie l’adresse et le contenu d’un courriel parti, et ne le reprend plus', async () => {
    const id = await unCourriel();
    await partir(id);
    expect(await etat(id)).toEqual({ etat: 'envoye', donnees: {}, destinataire: null });
    expect(await prendre(plusTard(100))).toEqual([]);
    expect(await echouer(id, plusTard(1))).toBeNull();
  });

  it('attend de plus en plus, et s’arrête avant que le fournisseur oublie la clé', async () => {
    const id = await unCourriel();
    let le = LE;
    const ecarts: number[] = [];
    while ((await echouer(id, le)) === 'a-envoyer') {
      const [suite] = await essai.lignes<{ le: Date }>(
        'select prochain_essai_le as le from prive.courriels where id = $1',
        [id],
      );
      if (!suite) break;
      ecarts.push((suite.le.getTime() - le.getTime()) / 60_000);
      le = suite.le;
      expect(await prendre(le)).toHaveLength(1);
    }
    expect(ecarts.slice(0, 5)).toEqual([1, 4, 16, 64, 240]);
    expect(ecarts).toEqual(
      [...ecarts.slice(0, -1)].sort((a, b) => a - b).concat(ecarts.at(-1) ?? 0),
    );
    expect(le.getTime() - LE.getTime()).toBeLessThan(24 * 3_600_000);
    expect(await essai.appeler('courriels_morts', {})).toMatchObject([{ id }]);
  });

  it('attend ce que le fournisseur demande, sans compter un échec', async () => {
    const id = await unCourriel();
    for (let fois = 0; fois < 3; fois += 1) {
      const le = new Date(LE.getTime() + fois * 7_000);
      expect(await echouer(id, le, false, 7)).toBe('a-envoyer');
      expect(await prendre(new Date(le.getTime() + 6_999))).toEqual([]);
      expect(await prendre(new Date(le.getTime() + 7_000))).toMatchObject([{ id, essais: 1 }]);
    }
  });

  it('n’essaie jamais plus de 24 heures après le premier essai, quels que soient les retards', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 20 }),
        async (retards) => {
          await essai.base.exec('delete from prive.courriels');
          const id = await unCourriel();
          let le = LE;
          for (const retard of retards) {
            if ((await echouer(id, le)) !== 'a-envoyer') return;
            const [suite] = await essai.lignes<{ le: Date }>(
              'select prochain_essai_le as le from prive.courriels where id = $1',
              [id],
            );
            le = new Date((suite?.le.getTime() ?? 0) + retard * 60_000);
            const pris = await prendre(le);
            if (pris.length === 0) {
              expect(await etat(id)).toMatchObject({ etat: 'mort' });
              return;
            }
            expect(le.getTime() - LE.getTime()).toBeLessThan(24 * 3_600_000);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('ne reprend pas après une nuit d’arrêt un courriel dont on ignore s’il est parti', async () => {
    const id = await unCourriel();
    expect(await prendre(plusTard(25))).toEqual([]);
    expect(await etat(id)).toMatchObject({ etat: 'mort' });
  });

  it('range un refus définitif parmi les morts, et l’équipe peut le relancer', async () => {
    const id = await unCourriel();
    expect(await echouer(id, LE, true)).toBe('mort');
    const relancer = () =>
      essai.appeler<boolean>('courriel_relancer', { p_id: id, p_maintenant: plusTard(30) });
    expect(await relancer()).toBe(true);
    expect(await relancer()).toBe(false);
    expect(await prendre(plusTard(30))).toMatchObject([{ id, essais: 1 }]);
  });
});
