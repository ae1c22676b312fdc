import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

const ROLES = join(import.meta.dirname, 'roles.sql');
const MIGRATIONS = join(import.meta.dirname, '../migrations');

/** La même table que celle du client Supabase : ce qui est passé ne repasse pas. */
const REGISTRE = `
  create schema if not exists supabase_migrations;
  create table if not exists supabase_migrations.schema_migrations (
    version text primary key, name text not null);`;

export type Base = PGlite;

async function estNeuve(base: Base): Promise<boolean> {
  const { rows } = await base.query("select 1 from pg_roles where rolname = 'service_role'");
  return rows.length === 0;
}

/** Passe les migrations qui manquent, chacune dans sa transaction ; rend leur nombre. */
async function migrer(base: Base): Promise<number> {
  await base.exec(REGISTRE);
  const { rows } = await base.query<{ version: string }>(
    'select version from supabase_migrations.schema_migrations',
  );
  const passees = new Set(rows.map(({ version }) => version));
  const fichiers = (await readdir(MIGRATIONS)).filter((nom) => nom.endsWith('.sql')).sort();
  let nombre = 0;
  for (const fichier of fichiers) {
    const [version = '', ...nom] = fichier.replace(/\.sql$/, '').split('_');
    if (passees.has(version)) continue;
    const sql = await readFile(join(MIGRATIONS, fichier), 'utf8');
    await base.transaction(async (transaction) => {
      await transaction.exec(sql);
      await transaction.query(
        'insert into supabase_migrations.schema_migrations (version, name) values ($1, $2)',
        [version, nom.join('_')],
      );
    });
    nombre += 1;
  }
  return nombre;
}

/**
 * Ouvre la base embarquée, avec les rôles de Supabase et toutes les migrations.
 * @param dossier où garder les données ; sans lui, la base vit en mémoire
 */
export async function ouvrirBase(dossier?: string): Promise<{ base: Base; neuve: boolean }> {
  const base = await PGlite.create(dossier);
  const neuve = await estNeuve(base);
  if (neuve) await base.exec(await readFile(ROLES, 'utf8'));
  await migrer(base);
  return { base, neuve };
}
