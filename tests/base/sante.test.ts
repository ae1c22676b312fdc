import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releveSchema } from '../../src/sante/regles/sante.ts';
import { BaseDEssai, LE, plusTard } from './fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

const lire = async (le = LE) =>
  releveSchema.parse(await essai.appeler('sante_lire', { p_maintenant: le }));
const passer = (erreur: string | null, le: Date) =>
  essai.appeler('tache_passee', { p_tache: 'relancer', p_erreur: erreur, p_maintenant: le });

describe('le passage d’une tâche', () => {
  it('garde le dernier succès et le dernier échec, dans l’ordre où ils arrivent', async () => {
    expect((await lire()).passages).toEqual([]);
    await passer(null, LE);
    await passer('57014', plusTard(1));
    // Deux passages se croisent : le plus vieux, fini le dernier, ne fait pas reculer la date.
    await passer(null, plusTard(-1));
    const [passage] = (await lire()).passages;
    expect(passage).toMatchObject({ tache: 'relancer', erreur: '57014' });
    expect(new Date(passage?.reussiLe ?? 0)).toEqual(LE);
    expect(new Date(passage?.echoueLe ?? 0)).toEqual(plusTard(1));
  });

  it('n’admet qu’un code : rien de ce qu’une personne a tapé n’y entre', async () => {
    await expect(passer('Alix Exemple', LE)).rejects.toThrow(/23514/);
  });
});

describe('les courriels en attente', () => {
  const depose = (champs: string) =>
    essai.base.query(
      `insert into prive.courriels (gabarit, destinataire, cree_le, prochain_essai_le, premier_essai_le, etat)
       values ('message-recu', 'alix@lycee.example', $1, ${champs})`,
      [LE],
    );
  const attendDepuis = async (le: Date) => {
    const { courriels } = await lire(le);
    return courriels.attendDepuis === null ? null : new Date(courriels.attendDepuis);
  };

  it('se comptent depuis leur premier essai, ou l’heure de leur départ ; un départ prévu n’attend pas', async () => {
    await depose("timestamptz '2026-11-24T10:00:00Z', null, 'a-envoyer'");
    expect(await attendDepuis(plusTard(23))).toBeNull();
    expect(await attendDepuis(plusTard(25))).toEqual(plusTard(24));
    // Essayé, puis remis à quatre heures plus tard : il attend toujours.
    await depose(
      "timestamptz '2026-11-23T16:00:00Z', timestamptz '2026-11-23T12:00:00Z', 'a-envoyer'",
    );
    expect(await attendDepuis(plusTard(3))).toEqual(plusTard(2));
  });

  it('un courriel mort se compte à part, tant que l’équipe peut le reprendre', async () => {
    await depose("timestamptz '2026-11-23T10:00:00Z', timestamptz '2026-11-23T10:00:00Z', 'mort'");
    expect((await lire()).courriels.morts).toBe(1);
    await essai.base.query("update prive.courriels set destinataire = null where etat = 'mort'");
    expect((await lire()).courriels.morts).toBe(0);
  });
});
