import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITES_DES_REPONSES } from '../../src/formulaire/regles/limites.ts';
import { CONSERVATION } from '../../src/site/regles/conservation.ts';
import { BaseDEssai, LE, plusTard, type Reponse } from './fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

type Lue = Reponse & { lien: string; role: string; dossier: { id: string } };

async function lienDe(dossier: Dossier, role: string): Promise<string> {
  const [lien] = await essai.lignes<{ id: string }>(
    `select id from prive.liens where demande_id = $1 and role = $2 and portee = 'suivre'
     order by cree_le limit 1`,
    [dossier.id, role],
  );
  return lien?.id ?? '';
}

const lire = (lien: string) =>
  essai.appeler<Lue>('reponse_lire', { p_lien: lien, p_maintenant: LE });

const REPONSE = {
  genre: 'reponse-par-courriel',
  donnees: { role: 'entreprise-1', a: 'tutrice', autre: false },
};

const ecrire = (lien: string, recue: string, evenement: object = REPONSE, le = LE) =>
  essai.appeler<string>('reponse_ecrire', {
    p_lien: lien,
    p_recue: recue,
    p_evenement: evenement,
    p_limites: LIMITES_DES_REPONSES,
    p_maintenant: le,
  });

const genres = async (dossier: Dossier) =>
  (await dossier.lire('equipe')).evenements.map(({ genre }) => genre);

describe('une réponse à un courriel', () => {
  it('se rattache au dossier et au rôle du lien ; à rien sans lui', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const lien = await lienDe(dossier, 'entreprise-1');
    expect(await lire(lien)).toMatchObject({
      statut: 'connu',
      lien,
      role: 'entreprise-1',
      dossier: { id: dossier.id },
    });
    const inconnu = { statut: 'inconnu' };
    expect(await lire('00000000-0000-4000-8000-000000000000')).toEqual(inconnu);
    expect(await lire(await lienDe(dossier, 'equipe'))).toEqual(inconnu);
    await essai.lignes('update prive.liens set annule_le = $2 where id = $1', [lien, LE]);
    expect(await lire(lien)).toEqual(inconnu);
    expect(await ecrire(lien, 'annule')).toBe('inconnu');
  });

  it('à un dossier vidé, ne se rattache plus', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const lien = await lienDe(dossier, 'tutrice');
    await essai.lignes('update prive.demandes set anonymisee_le = $2 where id = $1', [
      dossier.id,
      LE,
    ]);
    expect(await lire(lien)).toEqual({ statut: 'inconnu' });
  });

  it('est connue par le courriel qui ne parle que d’un dossier', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const autre = await Dossier.ouvrir(essai);
    const lien = await lienDe(dossier, 'entreprise-2');
    const [courriel] = await essai.lignes<{ id: string }>(
      'select courriel_id as id from prive.liens_ecrits where lien_id = $1',
      [lien],
    );
    const repond = () =>
      essai.appeler<Lue>('courriel_repond', { p_courriel: courriel?.id, p_maintenant: LE });
    expect(await repond()).toMatchObject({ statut: 'connu', lien, role: 'entreprise-2' });
    await essai.lignes('insert into prive.liens_ecrits values ($1, $2)', [
      courriel?.id,
      await lienDe(autre, 'entreprise-2'),
    ]);
    expect(await repond()).toEqual({ statut: 'inconnu' });
  });

  it('ne s’écrit qu’une fois, et se retransmet tant qu’elle n’est pas partie', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const lien = await lienDe(dossier, 'entreprise-1');
    const statuts = [];
    for (const recue of ['un', 'un', 'deux']) statuts.push(await ecrire(lien, recue));
    expect(statuts).toEqual(['a-transmettre', 'a-transmettre', 'a-transmettre']);
    expect((await genres(dossier)).filter((genre) => genre === REPONSE.genre)).toHaveLength(2);
    await essai.appeler('reponse_transmise', { p_recue: 'un', p_maintenant: LE });
    expect(await ecrire(lien, 'un')).toBe('deja');
    expect(await ecrire(lien, 'deux')).toBe('a-transmettre');
  });

  it('au-delà de la limite du jour, n’est ni notée, ni transmise', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const lien = await lienDe(dossier, 'entreprise-1');
    const statuts = [];
    for (let rang = 0; rang < 12; rang += 1) statuts.push(await ecrire(lien, `limite-${rang}`));
    expect(statuts.filter((statut) => statut === 'limite')).toHaveLength(2);
    expect((await genres(dossier)).filter((genre) => genre === REPONSE.genre)).toHaveLength(10);
    // Un autre rôle du même dossier n'y perd rien ; le lendemain non plus.
    expect(await ecrire(await lienDe(dossier, 'tutrice'), 'autre')).toBe('a-transmettre');
    expect(await ecrire(lien, 'demain', REPONSE, plusTard(25))).toBe('a-transmettre');
  });

  it('ne garde que son numéro, autant qu’un courriel', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const lien = await lienDe(dossier, 'entreprise-1');
    await ecrire(lien, 'vieille');
    const restent = (le: Date) =>
      essai
        .appeler('purger', { p_conservation: CONSERVATION, p_maintenant: le })
        .then(() =>
          essai.lignes("select 1 from prive.reponses_recues where id_fournisseur = 'vieille'"),
        );
    expect(await restent(plusTard(29 * 24))).toHaveLength(1);
    expect(await restent(plusTard(31 * 24))).toEqual([]);
  });

  it('n’arrête pas un geste en cours', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const { vu } = await dossier.lire('tutrice');
    await ecrire(await lienDe(dossier, 'entreprise-1'), 'pendant');
    const bilan = await dossier.agir(
      'tutrice',
      { evenements: [{ genre: 'reunion-tenue', donnees: { le: '2026-12-01' } }] },
      { vu },
    );
    expect(bilan.statut).toBe('fait');
  });
});
