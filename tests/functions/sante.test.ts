import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TACHES } from '../../src/sante/regles/taches.ts';
import { attendre, ServiceDEssai } from './service.ts';

let essai: ServiceDEssai;
let avance = 0;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir();
});
afterAll(() => essai.fermer());

/** Lit la santé une fois le relevé précédent oublié. */
async function sante(secondes = 11) {
  avance += secondes * 1_000;
  await essai.service.fonctions.decaler(avance);
  return essai.lire('taches/sante');
}

/** Tout passe : chaque tâche vient de réussir. */
async function passerLesTaches() {
  for (const tache of TACHES) expect((await essai.service.tache(tache)).status).toBe(200);
}

describe('l’adresse de surveillance', () => {
  it('dit ce qui n’est jamais passé, puis que tout va', async () => {
    const avant = await sante();
    expect(avant).toMatchObject({ statut: 503, corps: { statut: 'arrete' } });
    expect(avant.corps.alertes).toEqual(TACHES.map((tache) => `tache-arretee:${tache}`));
    await passerLesTaches();
    const apres = await sante();
    expect(apres).toMatchObject({
      statut: 200,
      corps: { statut: 'bien', alertes: [], courriels: { plusAncienMinutes: null, morts: 0 } },
    });
    expect(apres.entetes.get('Cache-Control')).toBe('no-store');
    expect(apres.entetes.get('Content-Type')).toMatch(/application\/json/);
    const entetesSeuls = await fetch(essai.adresse('taches/sante'), { method: 'HEAD' });
    expect(entetesSeuls.status).toBe(200);
  });

  it('se lit sans secret, mais n’ouvre aucune tâche', async () => {
    for (const tache of TACHES)
      for (const method of ['GET', 'HEAD', 'POST'])
        expect((await fetch(essai.adresse(`taches/${tache}`), { method })).status).toBe(401);
    expect(await essai.poster('taches/sante', {})).toMatchObject({ statut: 405 });
    expect((await essai.demander('taches/autre', {})).statut).toBe(401);
  });

  it('demande à la base une fois, même lue cent fois à la fois', async () => {
    const transactions = vi.spyOn(essai.service.base, 'transaction');
    avance += 11_000;
    await essai.service.fonctions.decaler(avance);
    await Promise.all(Array.from({ length: 100 }, () => essai.lire('taches/sante')));
    expect(transactions).toHaveBeenCalledTimes(1);
    transactions.mockRestore();
  });

  it('dit la tâche en panne et le code de son échec, puis son retour', async () => {
    await passerLesTaches();
    await essai.service.base.exec('alter function public.purger rename to purger_absente');
    expect((await essai.service.tache('entretenir')).status).toBe(503);
    const malade = await sante(11 * 60);
    expect(malade.statut).toBe(503);
    expect(malade.corps.alertes).toContain('tache-arretee:entretenir');
    expect(malade.corps.taches).toContainEqual({
      tache: 'entretenir',
      reussiLe: expect.any(String) as string,
      echoueLe: expect.any(String) as string,
      erreur: 'PGRST202',
    });
    await essai.service.base.exec('alter function public.purger_absente rename to purger');
    await passerLesTaches();
    expect(await sante()).toMatchObject({ statut: 200, corps: { alertes: [] } });
  });

  it('dit qu’un courriel attend, sans dire de qui il est', async () => {
    const adresse = 'alix.attend@lycee.example';
    await essai.service.base.query(
      `insert into prive.courriels (gabarit, destinataire, donnees, cree_le, prochain_essai_le, premier_essai_le)
       values ('message-recu', $1, '{"nom": "Alix Exemple"}', $2, $3, $2)`,
      [adresse, new Date(Date.now() + avance), new Date(Date.now() + avance + 4 * 3_600_000)],
    );
    const malade = await sante(61 * 60 + 11);
    expect(malade.corps.alertes).toContain('courriels-en-attente');
    expect(malade.corps.courriels).toEqual({ plusAncienMinutes: 61, morts: 0 });
    expect(JSON.stringify(malade.corps)).not.toMatch(/alix|lycee|@/i);
    await essai.service.base.query('delete from prive.courriels');
    await passerLesTaches();
    expect(await sante()).toMatchObject({ statut: 200 });
  });

  it('dit que la base se tait, au lieu d’attendre avec elle', async () => {
    await passerLesTaches();
    const { promise: attente, resolve: liberer } = Promise.withResolvers<undefined>();
    const occupee = essai.service.base.transaction(() => attente);
    const malade = await sante();
    expect(malade).toMatchObject({ statut: 503, corps: { alertes: ['base-muette'] } });
    liberer(undefined);
    await occupee;
    await attendre(100);
    expect(await sante()).toMatchObject({ statut: 200 });
  });
});
