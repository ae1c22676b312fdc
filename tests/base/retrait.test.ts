import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BaseDEssai, desLiens, LE, plusTard, unLien } from './fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

const courriel = 'robin.exemple@lycee.example';
const jours = (nombre: number) => plusTard(nombre * 24);
const destinataires = async (gabarit: string, parcours: string) =>
  (
    await essai.lignes<{ a: string }>(
      `select destinataire as a from prive.courriels
       where gabarit = $1 and donnees -> 'parcours' ->> 'id' = $2 order by 1`,
      [gabarit, parcours],
    )
  ).map(({ a }) => a);

describe('un retrait', () => {
  it('de la liste d’attente ne s’apprend à personne : personne ne la connaissait', async () => {
    const parcours = await essai.unParcours();
    await essai.demander(parcours);
    const attente = await essai.demander(parcours);
    await essai.retirer(attente.lien.empreinte);
    expect(await destinataires('interet-retire', parcours)).toEqual([]);
  });

  it('se fait avant la confirmation ; en attente et proposée, par le suivi, sans autre suite', async () => {
    const parcours = await essai.unParcours();
    const [aConfirmer, offre] = [unLien(), unLien()];
    const { lien } = await essai.demander(parcours);
    await essai.creer(parcours, {}, { lien: aConfirmer });
    const attend = await essai.demander(parcours);
    await essai.demander(parcours);
    await essai.retirer(lien.empreinte, offre);
    expect(await essai.retirerAvant(aConfirmer.empreinte)).toMatchObject({ statut: 'retiree' });
    for (const [empreinte, statut] of [
      [offre.empreinte, 'proposee'],
      [(await essai.demander(parcours)).lien.empreinte, 'en-attente'],
    ] as const) {
      expect(await essai.retirerAvant(empreinte)).toMatchObject({
        statut,
        suivi: expect.any(String) as string,
      });
      expect(await essai.retirer(empreinte)).toMatchObject({ statut: 'retiree' });
    }
    expect(await essai.confirmer(attend.lien.empreinte)).toMatchObject({ statut: 'retiree' });
    expect(await essai.etat(parcours)).toMatchObject({ disponibilite: 'reserve', enAttente: 0 });
  });

  it('d’une demande suivie ne passe que par le suivi, quel que soit le lien plus ancien', async () => {
    const parcours = await essai.unParcours();
    const premiere = await essai.demander(parcours);
    const suivante = await essai.demander(parcours);
    const offre = unLien();
    await essai.retirer(premiere.lien.empreinte, offre);
    await essai.accepter(offre.empreinte);
    const suivi = await essai.lignes<{ id: string; empreinte: string }>(
      `select l.id, encode(l.empreinte, 'hex') as empreinte
       from prive.liens l join prive.demandes d on d.id = l.demande_id
       where d.reference = $1 and l.portee = 'suivre' and l.role = 'tutrice' order by l.cree_le`,
      [suivante.bilan.reference],
    );
    const liens = [suivante.lien.empreinte, offre.empreinte, suivi[0]?.empreinte ?? ''];
    for (const empreinte of liens)
      expect(await essai.retirerAvant(empreinte)).toMatchObject({
        statut: 'active',
        suivi: expect.any(String) as string,
      });
    const { rows } = await essai.base.query(
      `select d.etat, (select count(*)::int from prive.evenements e
         where e.demande_id = d.id and e.genre = 'retrait') as retraits
       from prive.demandes d where d.reference = $1`,
      [suivante.bilan.reference],
    );
    expect(rows).toEqual([{ etat: 'active', retraits: 0 }]);
  });

  it('au bout de deux en sept jours, une nouvelle confirmation attend, sur ce parcours seulement', async () => {
    const parcours = await essai.unParcours();
    for (const jour of [0, 2]) {
      const { lien, bilan } = await essai.demander(parcours, { courriel }, jours(jour));
      expect(bilan.statut).toBe('active');
      await essai.retirer(lien.empreinte, unLien(), jours(jour));
    }
    const { bilan, lien } = await essai.demander(parcours, { courriel }, jours(6));
    expect(bilan).toMatchObject({ statut: 'limite', secondes: 86_400 });
    expect((await essai.demander(await essai.unParcours(), { courriel })).bilan.statut).toBe(
      'active',
    );
    expect(await essai.confirmer(lien.empreinte, jours(7))).toMatchObject({ statut: 'active' });
  });
});

describe('la même personne, le même parcours', () => {
  it('peut redemander avec la même clé une fois sa demande retirée', async () => {
    const parcours = await essai.unParcours();
    const cle = randomUUID();
    const { lien, bilan } = await essai.demander(parcours, { cle });
    expect(await essai.creer(parcours, { cle })).toMatchObject({ reference: bilan.reference });
    await essai.retirer(lien.empreinte);
    const neuve = await essai.creer(parcours, { cle });
    expect(neuve.statut).toBe('recue');
    expect(neuve.reference).not.toBe(bilan.reference);
  });
});

describe('un début après la fin du parcours', () => {
  it('est refusé, sauf si la reconduction va jusque-là', async () => {
    const fin = { finLe: '2027-01-10' };
    expect(await essai.creer(await essai.unParcours(fin))).toMatchObject({ statut: 'trop-tard' });
    const reconduit = await essai.unParcours({ ...fin, finReconductionLe: '2027-01-11' });
    const lien = unLien();
    expect(await essai.creer(reconduit, {}, { lien })).toMatchObject({ statut: 'recue' });
    await essai.base.query('update prive.parcours set fin_reconduction_le = null where id = $1', [
      reconduit,
    ]);
    expect(await essai.confirmer(lien.empreinte)).toMatchObject({ statut: 'ferme' });
  });
});

describe('qui attend', () => {
  it('apprend que sa proposition a expiré, puis que la liste est close', async () => {
    const parcours = await essai.unParcours();
    const { lien } = await essai.demander(parcours);
    const deux = `b.${courriel}`;
    await essai.demander(parcours, { courriel: deux });
    await essai.demander(parcours, { courriel });
    await essai.retirer(lien.empreinte);
    await essai.expirer(desLiens(5), plusTard(73));
    expect(await destinataires('proposition-expiree', parcours)).toEqual([deux]);
    await essai.base.query(
      "update prive.demandes set etat = 'en-attente' where courriel = $1 and parcours_id = $2",
      [courriel, parcours],
    );
    await essai.base.query("update prive.parcours set disponibilite = 'pourvu' where id = $1", [
      parcours,
    ]);
    await essai.expirer(desLiens(5), plusTard(74));
    expect(await destinataires('attente-close', parcours)).toEqual([courriel]);
  });
});

describe('sans contact d’entreprise', () => {
  it('l’équipe et la personne le lisent, même si l’acheteur a une copie', async () => {
    const parcours = await essai.unParcours();
    await essai.base.query(
      "delete from prive.contacts where parcours_id = $1 and role like 'entreprise-%'",
      [parcours],
    );
    await essai.demander(parcours);
    expect(
      await essai.lignes(
        `select gabarit, donnees -> 'entreprises' as n from prive.courriels
         where donnees -> 'parcours' ->> 'id' = $1 and donnees ? 'entreprises' order by 1`,
        [parcours],
      ),
    ).toEqual([
      { gabarit: 'interet-confirme', n: 0 },
      { gabarit: 'interet-equipe', n: 0 },
    ]);
  });
});

it('un lien annulé ne confirme et n’accepte plus rien', async () => {
  const parcours = await essai.unParcours();
  const lien = unLien();
  await essai.creer(parcours, {}, { lien });
  await essai.base.query('update prive.liens set annule_le = $1 where id = $2', [LE, lien.id]);
  expect(await essai.confirmer(lien.empreinte)).toEqual({ statut: 'lien-inconnu' });
  await essai.base.query("update prive.liens set portee = 'accepter-proposition' where id = $1", [
    lien.id,
  ]);
  expect(await essai.accepter(lien.empreinte)).toEqual({ statut: 'lien-inconnu' });
});
