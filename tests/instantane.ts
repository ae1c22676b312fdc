import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lireMigrations, lireRoles, ouvrirBase } from '../supabase/embarque/base.ts';

const DOSSIER = '.csf/instantanes';

async function empreinteDesMigrations(): Promise<string> {
  const pglite = await readFile('node_modules/@electric-sql/pglite/package.json', 'utf8');
  const migrations = JSON.stringify(await lireMigrations());
  return createHash('sha256')
    .update(pglite + (await lireRoles()) + migrations)
    .digest('hex')
    .slice(0, 16);
}

async function fabriquer(fichier: string): Promise<void> {
  const { base } = await ouvrirBase();
  const instantane = await base.dumpDataDir('none');
  await base.close();
  await mkdir(DOSSIER, { recursive: true });
  // Posé d'un coup : deux tests lancés ensemble le fabriquent chacun, aucun n'en lit la moitié.
  const brouillon = `${fichier}.${randomUUID()}`;
  await writeFile(brouillon, Buffer.from(await instantane.arrayBuffer()));
  await rename(brouillon, fichier);
}

/** La base migrée, prête à charger : les migrations ne passent qu'une fois tant qu'elles ne changent pas. */
export async function instantaneDeLaBase(): Promise<Blob> {
  const nom = `${await empreinteDesMigrations()}.tar`;
  const fichier = join(DOSSIER, nom);
  const gardes = await readdir(DOSSIER).catch((): string[] => []);
  if (!gardes.includes(nom)) await fabriquer(fichier);
  for (const perime of gardes.filter((garde) => garde.endsWith('.tar') && garde !== nom))
    await rm(join(DOSSIER, perime), { force: true });
  // Lu d'un coup : un autre test peut remettre le même fichier pendant que la base se charge.
  return new Blob([await readFile(fichier)]);
}
