import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tirerReference, tirerSignes } from '../../supabase/functions/_shared/references.ts';
import { BaseDEssai, contact, EQUIPE, LE, plusTard, unLien } from './fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

const heures = (jours: number) => jours * 24;

describe('la purge', () => {
  const purger = (le: Date) => essai.purger(le);

  it('efface après 7 jours une demande jamais confirmée, pas avant', async () => {
    const parcours = await essai.unParcours();
    await essai.creer(parcours);
    const reste = () =>
      essai.lignes('select 1 from prive.demandes where parcours_id = $1', [parcours]);
    await purger(plusTard(heures(7) - 1));
    expect(await reste()).toHaveLength(1);
    await purger(plusTard(heures(7)));
    expect(await reste()).toHaveLength(0);
  });

  it('s’arrête plutôt que de garder sans fin, si une durée manque', async () => {
    await expect(
      essai.appeler('purger', { p_conservation: { demandeMois: 12 }, p_maintenant: LE }),
    ).rejects.toThrow(/CSF05/);
  });

  it('efface avec une demande les courriels qui n’ont pas pu partir', async () => {
    const parcours = await essai.unParcours();
    await essai.creer(parcours);
    await essai.base.exec("update prive.courriels set etat = 'mort'");
    await purger(plusTard(heures(7)));
    const closes = await essai.unParcours();
    const { bilan } = await essai.demander(closes);
    await essai.terminer(bilan.reference, 300);
    await essai.base.exec("update prive.courriels set etat = 'mort'");
    await purger(new Date('2027-11-23T10:00:00Z'));
    expect(await essai.gabarits(parcours)).toEqual([]);
    expect(await essai.gabarits(closes)).toEqual([]);
  });

  it('efface les contacts 12 mois après la fin du parcours, ou dès son retrait du catalogue', async () => {
    const fini = await essai.unParcours({ finLe: '2025-01-01', finReconductionLe: '2025-11-24' });
    const [sansFin, retire] = [await essai.unParcours({ finLe: null }), await essai.unParcours()];
    const contacts = async (parcours: string) =>
      (await essai.lignes('select 1 from prive.contacts where parcours_id = $1', [parcours]))
        .length;
    await purger(LE);
    expect([await contacts(fini), await contacts(sansFin)]).toEqual([4, 4]);
    const { lien } = await essai.demander(retire);
    await essai.base.query('update prive.parcours set publie = false where id = $1', [retire]);
    expect((await purger(plusTard(24))).contactsEffaces).toBe(4);
    expect([await contacts(fini), await contacts(sansFin)]).toEqual([0, 4]);
    // Une demande en cours a encore besoin d'eux.
    expect(await contacts(retire)).toBe(4);
    await essai.retirer(lien.empreinte);
    await purger(plusTard(24));
    expect(await contacts(retire)).toBe(0);
  });

  it('rend anonyme après 12 mois une demande close, garde ses heures, et garde une demande en cours', async () => {
    const [close, active] = [await essai.unParcours(), await essai.unParcours()];
    const { bilan, lien } = await essai.demander(close);
    await essai.terminer(bilan.reference, 300);
    await essai.demander(active);
    const lire = (parcours: string) =>
      essai.lignes(
        'select nom, courriel, telephone, etablissement, message, heures from prive.demandes where parcours_id = $1',
        [parcours],
      );
    await purger(new Date('2027-11-22T10:00:00Z'));
    expect(await lire(close)).toMatchObject([{ nom: 'Alix Exemple' }]);
    await purger(new Date('2027-11-23T10:00:00Z'));
    expect(await lire(close)).toEqual([
      {
        nom: null,
        courriel: null,
        telephone: null,
        etablissement: null,
        message: null,
        heures: 300,
      },
    ]);
    expect(await lire(active)).toMatchObject([{ nom: 'Alix Exemple' }]);
    expect(await essai.confirmer(lien.empreinte)).toEqual({ statut: 'lien-inconnu' });
  });

  it('efface les messages après 6 mois, et les personnes d’une déclaration sans suite après 12', async () => {
    await essai.appeler('message_deposer', {
      p_message: {
        id: randomUUID(),
        cle: randomUUID(),
        reference: tirerReference('M'),
        role: 'entreprise',
        sujet: 'question',
        parcoursId: null,
        nom: 'Camille Exemple',
        courriel: 'camille@entreprise.example',
        message: 'Bonjour',
      },
      p_limites: [],
      p_equipe: EQUIPE,
      p_maintenant: LE,
    });
    const messages = () => essai.lignes('select 1 from prive.messages');
    await purger(new Date('2027-05-22T10:00:00Z'));
    expect(await messages()).toHaveLength(1);
    await purger(new Date('2027-05-23T10:00:00Z'));
    expect(await messages()).toHaveLength(0);
    await essai.base.query(
      `insert into prive.declarations (id, reference, cle, etat, parcours_id, public, contacts, cree_le)
       values ($1, $2, $3, 'declaree', $4, '{}', $5, $6)`,
      [randomUUID(), tirerReference('P'), randomUUID(), tirerSignes(8), [contact('acheteur')], LE],
    );
    expect((await purger(new Date('2027-11-22T10:00:00Z'))).declarationsAnonymisees).toBe(0);
    await purger(new Date('2027-11-23T10:00:00Z'));
    expect(
      await essai.lignes("select 1 from prive.declarations where contacts <> '[]'"),
    ).toHaveLength(0);
  });

  it('oublie les compteurs, les preuves et les liens périmés', async () => {
    const parcours = await essai.unParcours();
    const limites = [
      { cle: `reseau:${'d'.repeat(64)}`, secondes: 3600, max: 5 },
      { preuve: 'e'.repeat(64), expireLe: plusTard(1) },
    ];
    await essai.creer(parcours, {}, { limites, lien: unLien() });
    await purger(plusTard(heures(40)));
    const reste = await essai.lignes(
      'select (select count(*)::int from prive.compteurs) as compteurs, (select count(*)::int from prive.preuves) as preuves',
    );
    expect(reste).toEqual([{ compteurs: 0, preuves: 0 }]);
  });
});
