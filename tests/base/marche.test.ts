import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONSERVATION } from '../../src/site/regles/conservation.ts';
import { tirerReference } from '../../supabase/functions/_shared/references.ts';
import { MARCHE } from '../fabriques-suivi.ts';
import { BaseDEssai, contact, desLiens, EQUIPE, LE, PARCOURS, type Reponse } from './fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

const importer = async (id: string, marche: object | null) => {
  const ligne = { public: { ...PARCOURS, id }, contacts: [contact('acheteur')], marche };
  const [reponse] = await essai.appeler<Reponse[]>('parcours_importer', {
    p_lignes: [ligne],
    p_maintenant: LE,
  });
  return reponse;
};

const marcheDe = async (id: string) =>
  (await essai.lignes<{ marche: object | null }>('select prive.marche($1) as marche', [id]))[0]
    ?.marche ?? null;

describe('le marché d’un parcours', () => {
  it('vient de l’export, qui le corrige ; un export qui n’en dit plus rien n’efface rien', async () => {
    const id = 'bcdfgm2x';
    await importer(id, MARCHE);
    expect(await marcheDe(id)).toEqual(MARCHE);
    await importer(id, { ...MARCHE, lot: null });
    expect(await marcheDe(id)).toEqual({ ...MARCHE, lot: null });
    await importer(id, null);
    expect(await marcheDe(id)).toEqual({ ...MARCHE, lot: null });
    expect(await importer('bcdfgm3x', { ...MARCHE, site: 'x'.repeat(301) })).toMatchObject({
      statut: 'refusee',
      champ: 'site',
      raison: 'champ « site » du marché : hors de ce que la base accepte',
    });
  });

  it('vient de la déclaration, une fois validée', async () => {
    const reference = tirerReference('P');
    const id = reference.replace('P-', 'zz');
    const liens = desLiens(3);
    await essai.appeler('declaration_creer', {
      p_declaration: {
        id: randomUUID(),
        reference,
        cle: randomUUID(),
        public: { ...PARCOURS, id },
        contacts: [contact('entreprise-1'), contact('entreprise-2'), contact('acheteur')],
        marche: MARCHE,
        acheteurCourriel: 'acheteur@mairie.example',
      },
      p_liens: liens,
      p_limites: [],
      p_equipe: EQUIPE,
      p_maintenant: LE,
    });
    expect(await marcheDe(id)).toBeNull();
    const p_empreinte = liens[2]?.empreinte;
    const portee = { p_empreinte, p_portee: 'valider-declaration', p_maintenant: LE };
    expect(await essai.appeler('declaration_lire', portee)).toMatchObject({ marche: MARCHE });
    await essai.appeler('declaration_valider', {
      p_empreinte,
      p_accepte: true,
      p_motif: null,
      p_maintenant: LE,
    });
    expect(await marcheDe(id)).toEqual(MARCHE);
  });

  it('est dans les courriels de l’entreprise et de l’acheteur, pas dans celui de la tutrice', async () => {
    const parcours = await essai.unParcours();
    await essai.lignes('select prive.ecrire_marche($1, $2)', [parcours, JSON.stringify(MARCHE)]);
    const dossier = await Dossier.ouvrir(essai, {}, parcours);
    const poses = await essai.lignes<{ gabarit: string; cite: boolean }>(
      `select gabarit, donnees::text like '%' || $2 || '%' as cite from prive.courriels
       where demande_id = $1 and gabarit like 'interet-%' group by 1, 2 order by 1`,
      [dossier.id, MARCHE.objet],
    );
    expect(poses).toEqual([
      { gabarit: 'interet-confirme', cite: false },
      { gabarit: 'interet-copie', cite: true },
      { gabarit: 'interet-entreprise', cite: true },
      { gabarit: 'interet-equipe', cite: false },
    ]);
  });

  it('n’est dans rien de ce que le site lit pour publier', async () => {
    const catalogue = [
      await essai.lignes('select * from public.catalogue'),
      await essai.appeler('parcours_etat', { p_parcours: 'bcdfgm2x' }),
    ];
    expect(JSON.stringify(catalogue)).toContain('bcdfgm2x');
    expect(JSON.stringify(catalogue)).not.toMatch(/Essais|de l’Essai|Modèle|second œuvre/);
  });

  it('s’efface avec les contacts, et son entreprise avec la personne dont elle porte le nom', async () => {
    const [fini, seul] = ['bcdfgm4x', 'bcdfgm5x'];
    await importer(fini, MARCHE);
    await essai.base.query(
      "update prive.parcours set fin_le = '2020-01-01', fin_reconduction_le = null where id = $1",
      [fini],
    );
    await essai.appeler('purger', { p_conservation: CONSERVATION, p_maintenant: LE });
    expect(await marcheDe(fini)).toBeNull();
    await importer(seul, { ...MARCHE, entreprise: 'Menuiserie Sam Effacé' });
    const courriel = 'sam.efface@menuiserie.example';
    await essai.base.query(
      `insert into prive.contacts (parcours_id, role, nom, courriel, cree_le)
       values ($1, 'entreprise-1', 'Sam Effacé', $2, $3)`,
      [seul, courriel, LE],
    );
    await essai.appeler('personne_effacer', { p_courriel: courriel, p_maintenant: LE });
    expect(await marcheDe(seul)).toEqual({ ...MARCHE, entreprise: null });
  });
});
