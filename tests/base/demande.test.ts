import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ETATS_DE_DEMANDE } from '../../src/demande/regles/demande.ts';
import { BaseDEssai, LE, plusTard, unLien } from './fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());
// Ce qu'un test a laissé en cours ne compte pas dans le suivant.
beforeEach(() => essai.base.exec("update prive.demandes set etat = 'terminee'"));

describe('recevoir une demande', () => {
  it('l’enregistre avec un seul courriel, celui de la confirmation', async () => {
    const parcours = await essai.unParcours();
    expect(await essai.creer(parcours)).toMatchObject({ statut: 'recue' });
    expect(await essai.gabarits(parcours)).toEqual(['confirmer-interet']);
  });

  it('rend la même réponse et n’écrit rien de plus quand la clé revient', async () => {
    const parcours = await essai.unParcours();
    const cle = randomUUID();
    const premiere = await essai.creer(parcours, { cle });
    expect(await essai.creer(parcours, { cle, nom: 'Autre Exemple' })).toEqual(premiere);
    expect(await essai.gabarits(parcours)).toEqual(['confirmer-interet']);
  });

  it('refuse un parcours inconnu, caché, pourvu, terminé ou passé', async () => {
    expect(await essai.creer('bbbbbbbb')).toMatchObject({ statut: 'inconnu' });
    const cache = await essai.unParcours();
    await essai.base.query('update prive.parcours set publie = false where id = $1', [cache]);
    expect(await essai.creer(cache)).toMatchObject({ statut: 'inconnu' });
    for (const champs of [
      { disponibilite: 'pourvu' },
      { disponibilite: 'termine' },
      { finLe: '2026-11-22' },
    ]) {
      expect(await essai.creer(await essai.unParcours(champs))).toMatchObject({ statut: 'ferme' });
    }
  });

  it('accepte le dernier jour, et jusqu’à la fin de la reconduction', async () => {
    for (const champs of [
      { finLe: '2026-11-23' },
      { finLe: '2026-01-01', finReconductionLe: '2027-01-01' },
      { finLe: null },
    ]) {
      const parcours = await essai.unParcours(champs);
      const recue = await essai.creer(parcours, { debutLe: '2026-11-23' });
      expect(recue).toMatchObject({ statut: 'recue' });
    }
  });

  it('refuse plus d’heures qu’il n’en reste, et accepte une durée à convenir', async () => {
    const parcours = await essai.unParcours({ heures: 150 });
    expect(await essai.creer(parcours, { heures: 300 })).toMatchObject({
      statut: 'heures',
      restantes: 150,
    });
    const libre = await essai.unParcours({ heures: null });
    expect(await essai.creer(libre, { heures: 900 })).toMatchObject({ statut: 'recue' });
  });
});

describe('les états', () => {
  it('sont les mêmes dans la base et dans les règles du site', async () => {
    const [contrainte] = await essai.lignes<{ texte: string }>(
      `select pg_get_constraintdef(oid) as texte from pg_constraint
       where conrelid = 'prive.demandes'::regclass and conname = 'demandes_etat_check'`,
    );
    const etats = [...(contrainte?.texte.matchAll(/'([a-z-]+)'/g) ?? [])].map(([, nom]) => nom);
    expect(etats).toEqual([...ETATS_DE_DEMANDE]);
  });
});

describe('confirmer', () => {
  it('prévient les deux contacts, l’acheteur, l’équipe et la personne, une seule fois', async () => {
    const parcours = await essai.unParcours();
    const { lien, bilan } = await essai.demander(parcours);
    expect(bilan).toMatchObject({ statut: 'active', rang: null });
    expect(await essai.confirmer(lien.empreinte, plusTard(1))).toEqual({ ...bilan, deja: true });
    expect(await essai.gabarits(parcours)).toEqual([
      'confirmer-interet',
      'interet-confirme',
      'interet-copie',
      'interet-entreprise',
      'interet-entreprise',
      'interet-equipe',
    ]);
  });

  it('ne connaît ni un autre lien, ni un lien d’une autre portée', async () => {
    expect(await essai.confirmer(unLien().empreinte)).toEqual({ statut: 'lien-inconnu' });
    const parcours = await essai.unParcours();
    const { bilan } = await essai.demander(parcours);
    const [suivi] = await essai.lignes<{ empreinte: string }>(
      `select encode(l.empreinte, 'hex') as empreinte from prive.liens l
       join prive.demandes d on d.id = l.demande_id where d.reference = $1 and l.portee = 'suivre'`,
      [bilan.reference],
    );
    expect(await essai.confirmer(suivi?.empreinte ?? '')).toEqual({ statut: 'lien-inconnu' });
  });

  it('laisse 48 heures, pas une minute de plus', async () => {
    const parcours = await essai.unParcours();
    const [a, b] = [unLien(), unLien()];
    await essai.creer(parcours, {}, { lien: a });
    await essai.creer(parcours, {}, { lien: b });
    expect(await essai.confirmer(a.empreinte, plusTard(48))).toMatchObject({
      statut: 'lien-expire',
    });
    expect(await essai.confirmer(b.empreinte, plusTard(47.99))).toMatchObject({ statut: 'active' });
  });

  it('n’accepte qu’une demande active, et range les autres dans l’ordre des confirmations', async () => {
    const parcours = await essai.unParcours();
    const liens = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const lien = unLien();
        await essai.creer(parcours, {}, { lien });
        return lien;
      }),
    );
    // Des horloges qui reculent : le rang ne dépend que de l'ordre de passage.
    const bilans = await Promise.all(
      liens.map((lien, n) => essai.confirmer(lien.empreinte, plusTard(1 - n / 100))),
    );
    expect(bilans.filter(({ statut }) => statut === 'active')).toHaveLength(1);
    const rangs = bilans.filter(({ statut }) => statut === 'en-attente').map(({ rang }) => rang);
    expect(rangs).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const relus = await Promise.all(liens.map((lien) => essai.confirmer(lien.empreinte)));
    expect(relus.map(({ rang }) => rang)).toEqual(bilans.map(({ rang }) => rang));
    expect(await essai.etat(parcours)).toMatchObject({ disponibilite: 'reserve', enAttente: 11 });
  });

  it('tient la règle d’un seul jeune même contre une écriture directe', async () => {
    const parcours = await essai.unParcours();
    await essai.demander(parcours);
    const { bilan } = await essai.demander(parcours);
    await expect(
      essai.base.query("update prive.demandes set etat = 'active' where reference = $1", [
        bilan.reference,
      ]),
    ).rejects.toMatchObject({ code: '23505' });
  });

  it('met en attente quand l’équipe a déclaré le parcours réservé, puis propose quand elle le libère', async () => {
    const parcours = await essai.unParcours({ disponibilite: 'reserve' });
    const { bilan } = await essai.demander(parcours);
    expect(bilan).toMatchObject({ statut: 'en-attente', rang: 1 });
    expect(await essai.expirer()).toBe(0);
    await essai.base.query("update prive.parcours set disponibilite = 'disponible' where id = $1", [
      parcours,
    ]);
    // Qui arrive entre-temps ne double pas la personne qui attend.
    expect((await essai.demander(parcours)).bilan).toMatchObject({ statut: 'en-attente', rang: 2 });
    expect(await essai.expirer()).toBe(1);
    expect(await essai.gabarits(parcours)).toContain('parcours-libere');
  });

  it('dit pourquoi quand le parcours s’est fermé entre-temps, autant de fois qu’on demande', async () => {
    const parcours = await essai.unParcours();
    const lien = unLien();
    await essai.creer(parcours, {}, { lien });
    await essai.base.query("update prive.parcours set disponibilite = 'pourvu' where id = $1", [
      parcours,
    ]);
    for (let fois = 0; fois < 2; fois += 1)
      expect(await essai.confirmer(lien.empreinte)).toMatchObject({ statut: 'ferme' });
  });
});

describe('lire un lien', () => {
  it('ne change rien, même mille fois', async () => {
    const parcours = await essai.unParcours();
    const lien = unLien();
    await essai.creer(parcours, {}, { lien });
    const avant = await essai.lignes('select * from prive.demandes where parcours_id = $1', [
      parcours,
    ]);
    for (let fois = 0; fois < 3; fois += 1)
      expect(
        await essai.appeler('demande_lire', {
          p_empreinte: lien.empreinte,
          p_portee: 'confirmer-demande',
          p_maintenant: LE,
        }),
      ).toMatchObject({ statut: 'a-confirmer', parcours: { id: parcours } });
    expect(
      await essai.lignes('select * from prive.demandes where parcours_id = $1', [parcours]),
    ).toEqual(avant);
  });
});
