import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BaseDEssai, LE, plusTard } from './fabriques.ts';
import { Listes } from './listes-fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

const purger = (le: Date) => essai.purger(le);

describe('la purge du suivi', () => {
  it('efface les textes libres avec la demande, et laisse le journal', async () => {
    const [clos, ouvert] = [await Dossier.ouvrir(essai), await Dossier.ouvrir(essai)];
    for (const dossier of [clos, ouvert])
      await dossier.agir('entreprise-1', {
        evenements: [
          {
            genre: 'report',
            donnees: { jusquAu: '2026-12-20', motif: 'autre' },
            precision: 'Camille est en congé.',
          },
        ],
      });
    await essai.retirer(await clos.empreinte('tutrice'));
    const reste = async (dossier: Dossier) =>
      (
        await essai.lignes(
          `select genre, texte from prive.evenements left join prive.precisions
             on evenement_id = id where demande_id = $1 and genre = 'report'`,
          [dossier.id],
        )
      )[0];
    expect((await purger(new Date('2027-11-22T10:00:00Z'))).precisionsEffacees).toBe(0);
    expect((await purger(new Date('2027-11-23T10:00:00Z'))).precisionsEffacees).toBe(1);
    expect([await reste(clos), await reste(ouvert)]).toEqual([
      { genre: 'report', texte: null },
      { genre: 'report', texte: 'Camille est en congé.' },
    ]);
  });

  it('oublie qui a été relancé la veille, et les liens de liste dès qu’ils ont expiré', async () => {
    const listes = new Listes(essai);
    const dossier = await Dossier.ouvrir(essai);
    await listes.membre('membre@csf.example', 'equipe');
    await listes.retrouver('membre@csf.example');
    await dossier.relancer('tutrice', 'rappel');
    const reste = async () =>
      (
        await essai.lignes(
          `select (select count(*)::int from prive.relances_du_jour) as relances,
             (select count(*)::int from prive.liens where courriel is not null) as liens,
             (select count(*)::int from prive.membres) as membres`,
        )
      )[0];
    await purger(plusTard(11));
    expect(await reste()).toEqual({ relances: 1, liens: 1, membres: 1 });
    await purger(plusTard(48));
    expect(await reste()).toEqual({ relances: 0, liens: 0, membres: 1 });
  });

  it('garde les contacts d’un dossier sans bilan, même si son parcours a quitté le catalogue', async () => {
    const dossier = await Dossier.ouvrir(essai);
    await dossier.agir('tutrice', {
      evenements: [{ genre: 'accueil-termine', donnees: { heures: 300 } }],
      clore: 'terminee',
      heures: 300,
    });
    await essai.base.query('update prive.parcours set publie = false where id = $1', [
      dossier.parcours,
    ]);
    const contacts = async () => (await dossier.lire('tutrice')).dossier.contacts.length;
    await purger(LE);
    expect(await contacts()).toBe(3);
    await dossier.agir('tutrice', {
      evenements: [{ genre: 'bilan-fait', donnees: { le: '2026-11-23', suite: 'inconnue' } }],
    });
    await purger(LE);
    expect(await contacts()).toBe(0);
  });
});
