import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tirerSignes } from '../../supabase/functions/_shared/references.ts';
import { BaseDEssai, contact, LE, PARCOURS, plusTard, type Reponse } from './fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

describe('le journal', () => {
  it('s’ajoute et ne se réécrit pas, même par son propriétaire', async () => {
    const parcours = await essai.unParcours();
    const { lien, bilan } = await essai.demander(parcours);
    await essai.retirer(lien.empreinte);
    for (const interdit of [
      "update prive.evenements set genre = 'autre'",
      'delete from prive.evenements',
      'truncate prive.evenements cascade',
    ])
      await expect(essai.base.exec(interdit)).rejects.toMatchObject({ code: 'CSF01' });
    expect(
      await essai.lignes(
        'select genre, auteur from prive.evenements where parcours_id = $1 order by id',
        [parcours],
      ),
    ).toEqual([
      { genre: 'interet-confirme', auteur: 'tutrice' },
      { genre: 'entreprise-contactee', auteur: 'systeme' },
      { genre: 'retrait', auteur: 'tutrice' },
    ]);
    expect(JSON.stringify(await essai.lignes('select * from prive.evenements'))).not.toMatch(
      /@|Exemple/,
    );
    expect(bilan.statut).toBe('active');
  });
});

describe('les limites', () => {
  const limite = (max: number, cle = `courriel:${'a'.repeat(64)}`) => ({
    cle,
    secondes: 3600,
    max,
  });

  it('laisse passer jusqu’au nombre dit, puis dit combien attendre', async () => {
    const parcours = await essai.unParcours();
    const limites = [limite(2)];
    const le = new Date('2026-11-23T10:50:00Z');
    const envoyer = (quand: Date) => essai.creer(parcours, {}, { limites, le: quand });
    expect(await envoyer(le)).toMatchObject({ statut: 'recue' });
    expect(await envoyer(le)).toMatchObject({ statut: 'recue' });
    expect(await envoyer(le)).toEqual({ statut: 'limite', secondes: 600 });
    expect(await envoyer(new Date('2026-11-23T11:00:00Z'))).toMatchObject({ statut: 'recue' });
  });

  it('ne compte pas un envoi rejoué avec sa clé', async () => {
    const parcours = await essai.unParcours();
    const limites = [limite(1, `reseau:${'b'.repeat(64)}`)];
    const cle = randomUUID();
    for (let fois = 0; fois < 3; fois += 1)
      expect(await essai.creer(parcours, { cle }, { limites })).toMatchObject({ statut: 'recue' });
    expect(await essai.creer(parcours, {}, { limites })).toMatchObject({ statut: 'limite' });
  });

  it('n’accepte une preuve de travail qu’une fois, même d’une heure sur l’autre', async () => {
    const parcours = await essai.unParcours();
    const limites = [{ preuve: 'c'.repeat(64), expireLe: plusTard(1) }];
    expect(await essai.creer(parcours, {}, { limites })).toMatchObject({ statut: 'recue' });
    expect(await essai.creer(parcours, {}, { limites, le: plusTard(0.9) })).toMatchObject({
      statut: 'limite',
    });
  });

  it('refuse de garder une adresse en clair comme clé', async () => {
    const parcours = await essai.unParcours();
    await expect(
      essai.creer(parcours, {}, { limites: [limite(1, 'courriel:alix@lycee.example')] }),
    ).rejects.toThrow(/23514/);
  });
});

type Faute = { public?: Record<string, unknown>; contact?: Record<string, unknown> };

describe('l’import de l’équipe', () => {
  const importer = (lignes: unknown[]) =>
    essai.appeler<Reponse[]>('parcours_importer', { p_lignes: lignes, p_maintenant: LE });

  it('écrit chaque ligne en entier ou pas du tout, et répond dans l’ordre', async () => {
    const [bonne, mauvaise, autre] = [tirerSignes(8), tirerSignes(8), tirerSignes(8)];
    const reponses = await importer([
      { public: { ...PARCOURS, id: bonne }, contacts: [contact('acheteur')] },
      {
        public: { ...PARCOURS, id: mauvaise },
        contacts: [{ ...contact('acheteur'), role: 'roi' }],
      },
      { public: { ...PARCOURS, id: autre }, contacts: [] },
      { contacts: [] },
    ]);
    expect(reponses.map(({ statut, id }) => [statut, id])).toEqual([
      ['ecrite', bonne],
      ['refusee', mauvaise],
      ['ecrite', autre],
      ['refusee', null],
    ]);
    const ids = await essai.lignes('select id from prive.parcours where id = any ($1)', [
      [bonne, mauvaise, autre],
    ]);
    expect(ids).toHaveLength(2);
  });

  it.each([
    ['heures', { public: { heures: 9000 } }, '23514', /« heures » : hors de/],
    ['commune', { public: { commune: 'Zephyrville' } }, '23514', /« commune » : hors de/],
    ['intitule', { public: { intitule: null } }, '23502', /« intitule » : manquant/],
    [
      'courriel',
      { contact: { courriel: 'zephyrine' } },
      '23514',
      /« courriel » d’un contact : hors/,
    ],
    ['courriel', { contact: { courriel: null } }, '23502', /« courriel » d’un contact : manquant/],
    ['role', { contact: { role: 'zephyr' } }, '23514', /« role » d’un contact : hors/],
    [null, { public: { finLe: 'zephyr' } }, '22007', /date illisible/],
    [null, { public: { heures: 'zephyr' } }, '22P02', /valeur illisible/],
    [null, { public: { id: null } }, '23502', /« id » : manquant/],
  ] as const)(
    'dit le champ refusé (%s) et pourquoi, sans rien citer de la ligne : %j',
    async (champ, { public: champs, contact: personne }: Faute, code, raison) => {
      const [reponse] = await importer([
        {
          public: { ...PARCOURS, id: tirerSignes(8), ...champs },
          contacts: [{ ...contact('acheteur'), ...personne }],
        },
      ]);
      expect(reponse).toMatchObject({ statut: 'refusee', code });
      if (champ) expect(reponse?.champ).toBe(champ);
      expect(reponse?.raison).toMatch(raison);
      expect(JSON.stringify(reponse)).not.toMatch(/zephyr|Exemple|@/i);
    },
  );

  it('dit qu’un contact est donné deux fois', async () => {
    const [reponse] = await importer([
      {
        public: { ...PARCOURS, id: tirerSignes(8) },
        contacts: [contact('acheteur'), contact('acheteur')],
      },
    ]);
    expect(reponse).toMatchObject({ statut: 'refusee', raison: 'contact donné deux fois' });
  });

  it('remplace un contact, et ne croit plus confirmée une adresse qui a changé', async () => {
    const id = tirerSignes(8);
    const premier = contact('entreprise-1');
    const ligne = (contacts: unknown[]) => ({ public: { ...PARCOURS, id }, contacts });
    await importer([ligne([premier])]);
    await essai.base.query('update prive.contacts set confirme_le = $2 where parcours_id = $1', [
      id,
      LE,
    ]);
    const confirme = () =>
      essai.lignes(
        'select courriel, confirme_le is not null as confirme from prive.contacts where parcours_id = $1',
        [id],
      );
    await importer([ligne([premier])]);
    expect(await confirme()).toEqual([{ courriel: premier.courriel, confirme: true }]);
    const second = contact('entreprise-1');
    await importer([ligne([second])]);
    expect(await confirme()).toEqual([{ courriel: second.courriel, confirme: false }]);
  });

  it('garde la notification du marché d’un import à l’autre, et ne la publie pas', async () => {
    const id = await essai.unParcours();
    const lire = async () =>
      essai.lignes('select notifie_le::text as le from prive.parcours where id = $1', [id]);
    const importerLe = (notifieLe: string | null) =>
      importer([{ public: { ...PARCOURS, id }, contacts: [], notifieLe }]);
    await importerLe('2026-01-15');
    await importerLe(null);
    expect(await lire()).toEqual([{ le: '2026-01-15' }]);
    await importerLe('2026-02-15');
    expect(await lire()).toEqual([{ le: '2026-02-15' }]);
  });

  it('refuse un volume plus petit que les heures déjà faites', async () => {
    const id = await essai.unParcours({ heures: 900 });
    const { bilan } = await essai.demander(id);
    await essai.terminer(bilan.reference, 300);
    const [reponse] = await importer([{ public: { ...PARCOURS, id, heures: 150 }, contacts: [] }]);
    expect(reponse).toMatchObject({
      statut: 'refusee',
      code: '23514',
      champ: 'heures',
      raison: 'champ « heures » : plus petit que les heures déjà faites',
    });
  });
});
