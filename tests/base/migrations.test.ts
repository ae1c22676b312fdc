import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lireMigrations, ouvrirBase, type Migration } from '../../supabase/embarque/base.ts';
import { instantaneDeLaBase } from '../instantane.ts';
import { BaseDEssai } from './fabriques.ts';

let essai: BaseDEssai;
let migrations: Migration[];
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
  migrations = await lireMigrations();
});
afterAll(() => essai.fermer());

/** Les noms des migrations où un passage se lit, une fois par occurrence. */
const ou = (passage: RegExp) =>
  migrations.flatMap(({ nom, sql }) => Array.from(sql.matchAll(passage), () => nom));

describe('les migrations', () => {
  it('définissent chaque fonction une seule fois, et aucune n’est perdue', async () => {
    const ecrites = migrations.flatMap(({ sql }) =>
      Array.from(
        sql.matchAll(/\bcreate\s+(or\s+replace\s+)?function\s+([\w.]+)/gi),
        ([, encore, fonction]) => `${encore ? 'de nouveau ' : ''}${fonction ?? ''}`,
      ),
    );
    const presentes = await essai.lignes<{ fonction: string }>(
      `select n.nspname || '.' || p.proname as fonction
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('public', 'prive')`,
    );
    expect(ecrites.length).toBeGreaterThan(50);
    expect(ecrites.sort()).toEqual(presentes.map(({ fonction }) => fonction).sort());
    expect(ecrites.filter((nom, rang) => ecrites.indexOf(nom) !== rang)).toEqual([]);
  });

  it('ne défont rien : une table naît dans sa forme finale', () => {
    expect(ou(/\bdrop\b|\balter table \S+\s+(alter|rename)|\badd column\b/gi)).toEqual([]);
  });

  it('lisent un lien, écrivent au journal et prennent une demande en un seul endroit', () => {
    expect(ou(/empreinte\s*=\s*decode/g)).toEqual(['liens']);
    expect(ou(/insert into prive\.evenements/g)).toEqual(['demandes']);
    expect(ou(/insert into prive\.courriels/g)).toEqual(['courriels']);
    expect(ou(/for update of p\b/g)).toEqual(['demandes']);
  });

  it('disent le jour de Paris en un seul endroit, hors les vues que tout le monde lit', () => {
    const ailleurs = ou(/Europe\/Paris/g).filter((nom) => nom !== 'catalogue_et_chiffres');
    expect(ailleurs).toEqual(['socle']);
  });
});

describe('la base d’un poste', () => {
  it('faite par d’autres migrations, est refusée plutôt que complétée au hasard', async () => {
    const dossier = await mkdtemp(join(tmpdir(), 'csf-'));
    const { base, neuve } = await ouvrirBase(dossier, await instantaneDeLaBase());
    expect(neuve).toBe(true);
    await base.query(
      "update supabase_migrations.schema_migrations set name = 'schema_prive' where name = 'socle'",
    );
    await base.close();
    await expect(ouvrirBase(dossier)).rejects.toThrow(/--neuf/);
    await rm(dossier, { recursive: true, force: true });
  });
});

describe('une vue que tout le monde lit', () => {
  it('dit pourquoi elle s’exécute avec les droits de son propriétaire', async () => {
    const vues = await essai.lignes<{ vue: string; options: string | null; raison: string | null }>(
      `select c.relname as vue, c.reloptions::text as options, obj_description(c.oid) as raison
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'v' order by 1`,
    );
    expect(vues).toEqual(
      ['catalogue', 'statistiques'].map((vue) => ({
        vue,
        options: null,
        raison: expect.stringMatching(/droits de son propriétaire.*à dessein/) as string,
      })),
    );
  });

  it('n’appelle aucune fonction : elle le ferait avec les droits du lecteur, qui n’en a pas', async () => {
    const lecture = essai.base.transaction(async (transaction) => {
      await transaction.exec(`create view public.essai as
        select prive.jour_de_paris(now()) as jour;
        grant select on public.essai to anon;
        set local role anon`);
      return transaction.query('select * from public.essai');
    });
    await expect(lecture).rejects.toMatchObject({
      code: '42501',
      message: 'permission denied for function jour_de_paris',
    });
  });
});
