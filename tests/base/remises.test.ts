import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONSERVATION } from '../../src/site/regles/conservation.ts';
import { BaseDEssai, LE, plusTard, type Reponse } from './fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

type Lue = Reponse & { id: string; dossiers: { roles: string[]; dossier: { id: string } }[] };

/** Le premier courriel écrit à ce rôle pour ce dossier. */
async function courrielA(dossier: Dossier, role: string): Promise<string> {
  const [courriel] = await essai.lignes<{ id: string }>(
    `select e.courriel_id as id from prive.liens_ecrits e join prive.liens l on l.id = e.lien_id
     where l.demande_id = $1 and l.role = $2 and l.portee = 'suivre' order by l.cree_le limit 1`,
    [dossier.id, role],
  );
  return courriel?.id ?? '';
}

/** Le fournisseur a pris ce courriel. */
const partir = (courriel: string, fournisseur: string) =>
  essai.appeler('courriel_envoye', {
    p_id: courriel,
    p_id_fournisseur: fournisseur,
    p_maintenant: LE,
  });

const lire = (courriel: string | null, fournisseur: string | null = null, le = LE) =>
  essai.appeler<Lue>('remise_lire', {
    p_courriel: courriel,
    p_id_fournisseur: fournisseur,
    p_maintenant: le,
  });

const PERDU = {
  genre: 'courriel-non-remis',
  donnees: { role: 'entreprise-1', raison: 'rebond', entreprises: 1, acheteurs: 1 },
};

const ecrire = (courriel: string, quoi: string, ecritures: object[] = [], le = LE) =>
  essai.appeler<string>('remise_ecrire', {
    p_courriel: courriel,
    p_quoi: quoi,
    p_ecritures: ecritures,
    p_maintenant: le,
  });

const genres = async (dossier: Dossier) =>
  (await dossier.lire('equipe')).evenements.map(({ genre }) => genre);

describe('le sort d’un courriel', () => {
  it('se rattache au dossier et au rôle, même parti et sans adresse', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const courriel = await courrielA(dossier, 'entreprise-1');
    await partir(courriel, 're_1');
    for (const lu of [await lire(courriel), await lire(null, 're_1')])
      expect(lu).toMatchObject({
        id: courriel,
        perdu: false,
        dossiers: [{ roles: ['entreprise-1'], dossier: { id: dossier.id } }],
      });
    expect(await lire(null, 're_ailleurs')).toEqual({ statut: 'inconnu' });
    const [{ texte } = { texte: '' }] = await essai.lignes<{ texte: string }>(
      `select to_jsonb(c)::text as texte from prive.courriels c where id = $1`,
      [courriel],
    );
    expect(texte).not.toContain('@');
  });

  it('ne se rattache plus à rien quand la personne a été remplacée', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const courriel = await courrielA(dossier, 'entreprise-1');
    await dossier.agir('acheteur', {
      evenements: [{ genre: 'contact-change', donnees: { role: 'entreprise-1' } }],
      contact: { role: 'entreprise-1', nom: 'Andrea', courriel: 'andrea@entreprise.example' },
    });
    expect(await lire(courriel)).toMatchObject({ id: courriel, dossiers: [] });
  });

  it('s’écrit une fois, si le dossier n’a pas bougé, avec ses courriels', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const courriel = await courrielA(dossier, 'entreprise-1');
    const { vu } = await dossier.lire('equipe');
    const ecriture = (vuAlors: number) => ({
      demande: dossier.id,
      vu: vuAlors,
      evenements: [PERDU],
      courriels: [{ gabarit: 'suivi-nouvelle', destinataire: 'a@b.example', donnees: { n: 1 } }],
    });
    expect(await ecrire(courriel, 'non-remis', [ecriture(vu - 1)])).toBe('depasse');
    expect(await genres(dossier)).not.toContain('courriel-non-remis');
    expect(await ecrire(courriel, 'non-remis', [ecriture(vu)])).toBe('fait');
    expect(await ecrire(courriel, 'non-remis', [ecriture(vu + 1)])).toBe('deja');
    expect((await genres(dossier)).filter((genre) => genre === 'courriel-non-remis')).toHaveLength(
      1,
    );
    expect(
      await essai.lignes(
        "select 1 from prive.courriels where demande_id = $1 and gabarit = 'suivi-nouvelle'",
        [dossier.id],
      ),
    ).toHaveLength(1);
    expect(await lire(courriel)).toMatchObject({ perdu: true });
  });

  it('n’est le geste de personne : il n’arrête pas qui agit, et ne garde pas un dossier oublié', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const { vu } = await dossier.lire('equipe');
    const unAn = new Date(LE);
    unAn.setUTCMonth(unAn.getUTCMonth() + CONSERVATION.dossierMuetMois);
    await ecrire(await courrielA(dossier, 'entreprise-1'), 'non-remis', [
      { demande: dossier.id, vu, evenements: [PERDU], courriels: [] },
    ]);
    expect(
      await dossier.agir(
        'entreprise-2',
        { evenements: [{ genre: 'ouvert', donnees: { role: 'entreprise-2' } }] },
        { vu },
      ),
    ).toMatchObject({ statut: 'fait' });
    const { vu: apres } = await dossier.lire('equipe');
    await ecrire(
      await courrielA(dossier, 'entreprise-2'),
      'non-remis',
      [{ demande: dossier.id, vu: apres, evenements: [PERDU], courriels: [] }],
      plusTard(24 * 300),
    );
    await essai.appeler('dossiers_clore_muets', {
      p_conservation: CONSERVATION,
      p_equipe: 'equipe@csf.example',
      p_maintenant: plusTard(1, unAn),
    });
    expect(await genres(dossier)).toContain('dossier-muet');
  });

  it('ne se montre à l’équipe qu’une fois par personne, tant qu’aucun autre n’est arrivé', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const { dossier: lu } = await dossier.lire('equipe');
    const lien = lu.liens.find(({ role }) => role === 'entreprise-1')?.id;
    const courriels = [await courrielA(dossier, 'entreprise-1')];
    for (const gabarit of ['suivi-nouvelle', 'suivi-relance']) {
      await essai.base.query('select prive.poster($1, $2, $3::jsonb, $4, $5)', [
        ...[gabarit, 'a@b.example', { items: [{ lien }] }, dossier.id, LE],
      ]);
      const [neuf] = await essai.lignes<{ id: string }>(
        'select id from prive.courriels where demande_id = $1 and gabarit = $2',
        [dossier.id, gabarit],
      );
      courriels.push(neuf?.id ?? '');
    }
    const [premier = '', deuxieme = '', troisieme = ''] = courriels;
    const aSurveiller = () =>
      essai.lignes<{ id: string; quoi: string; role: string }>(
        `select r.id, r.quoi, r.role from prive.remises_a_surveiller() r
         join prive.demandes d on d.reference = any (r.dossiers) where d.id = $1`,
        [dossier.id],
      );
    await ecrire(premier, 'non-remis');
    await ecrire(deuxieme, 'retarde', [], plusTard(1));
    expect(await aSurveiller()).toEqual([{ id: deuxieme, quoi: 'retarde', role: 'entreprise-1' }]);
    await ecrire(troisieme, 'remis', [], plusTard(2));
    expect(await aSurveiller()).toEqual([]);
  });

  it('s’efface avec le courriel', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const courriel = await courrielA(dossier, 'acheteur');
    await partir(courriel, 're_2');
    expect(await ecrire(courriel, 'retarde')).toBe('fait');
    const restes = (table: string) =>
      essai.lignes(`select 1 from prive.${table} where courriel_id = $1`, [courriel]);
    expect([await restes('remises'), await restes('liens_ecrits')]).toEqual([
      [expect.anything()],
      [expect.anything()],
    ]);
    await essai.entretenir(plusTard(24 * (CONSERVATION.courrielJours + 1)));
    expect([await restes('remises'), await restes('liens_ecrits')]).toEqual([[], []]);
    expect(await lire(courriel)).toEqual({ statut: 'inconnu' });
  });
});
