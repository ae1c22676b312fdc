import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { ErreurDeCommande } from '../../src/outils/commande.ts';

const ROLES = join(import.meta.dirname, 'roles.sql');
const MIGRATIONS = join(import.meta.dirname, '../migrations');

/** La même table que celle du client Supabase : ce qui est passé ne repasse pas. */
const REGISTRE = `
  create schema if not exists supabase_migrations;
  create table if not exists supabase_migrations.schema_migrations (
    version text primary key, name text not null);`;

type Requetes = {
  query: <T>(sql: string, parametres?: unknown[]) => Promise<{ rows: T[] }>;
  exec: (sql: string) => Promise<unknown>;
};

/** Ce qu'on demande à une base : celle de ce poste, ou un vrai serveur dans les tests de concurrence. */
export type Base = Requetes & {
  transaction: <T>(geste: (transaction: Requetes) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

export type Migration = { version: string; nom: string; sql: string };

/** Les migrations, dans l'ordre où elles passent. */
export async function lireMigrations(): Promise<Migration[]> {
  const fichiers = (await readdir(MIGRATIONS)).filter((nom) => nom.endsWith('.sql')).sort();
  return Promise.all(
    fichiers.map(async (fichier) => {
      const [version = '', ...nom] = fichier.replace(/\.sql$/, '').split('_');
      return {
        version,
        nom: nom.join('_'),
        sql: await readFile(join(MIGRATIONS, fichier), 'utf8'),
      };
    }),
  );
}

/** Ce que Supabase a déjà quand une migration arrive. */
export const lireRoles = () => readFile(ROLES, 'utf8');

async function estVide(base: Base): Promise<boolean> {
  const { rows } = await base.query("select 1 from pg_roles where rolname = 'service_role'");
  return rows.length === 0;
}

/** Passe les migrations qui manquent, chacune dans sa transaction. */
async function migrer(base: Base): Promise<void> {
  await base.exec(REGISTRE);
  const { rows } = await base.query<{ version: string; name: string }>(
    'select version, name from supabase_migrations.schema_migrations',
  );
  const passees = new Set(rows.map(({ version }) => version));
  const migrations = await lireMigrations();
  const connues = new Set(migrations.map(({ version, nom }) => `${version}_${nom}`));
  if (!rows.every(({ version, name }) => connues.has(`${version}_${name}`)))
    throw new ErreurDeCommande(
      'La base de ce poste a un ancien schéma : « npm start -- --neuf » la recommence.',
    );
  for (const { version, nom, sql } of migrations) {
    if (passees.has(version)) continue;
    await base.transaction(async (transaction) => {
      await transaction.exec(sql);
      await transaction.query(
        'insert into supabase_migrations.schema_migrations (version, name) values ($1, $2)',
        [version, nom],
      );
    });
  }
}

/**
 * Ouvre la base embarquée, avec les rôles de Supabase et toutes les migrations.
 * @param dossier où garder les données ; sans lui, la base vit en mémoire
 * @throws {ErreurDeCommande} une base déjà là ne vient pas de ces migrations
 * @param instantane une base déjà migrée, dont une base neuve part au lieu de repasser les migrations
 */
export async function ouvrirBase(
  dossier?: string,
  instantane?: Blob,
): Promise<{ base: PGlite; neuve: boolean }> {
  const deja = dossier !== undefined && existsSync(join(dossier, 'PG_VERSION'));
  const charger = instantane && !deja ? { loadDataDir: instantane } : {};
  const base = await PGlite.create(dossier, charger);
  try {
    const vide = await estVide(base);
    if (vide) await base.exec(await lireRoles());
    await migrer(base);
    return { base, neuve: vide || 'loadDataDir' in charger };
  } catch (erreur) {
    await base.close();
    throw erreur;
  }
}
