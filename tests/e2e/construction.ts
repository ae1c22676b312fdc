import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { compresser } from '../../src/outils/compression/compresser.ts';
import { fichiersDe } from '../../src/outils/serveur/fichiers.ts';

/** Le site tel que `npm start` le sert, et le même tel que l'exploitant le publierait. */
export const SITES = {
  demonstration: { dossier: 'dist', env: { SITE_OFFICIEL: '' } },
  officiel: {
    dossier: '.csf/officiel',
    env: { SITE_OFFICIEL: '1', SITE_URL: 'https://csf.example' },
  },
} as const;

export type Site = keyof typeof SITES;

const SOURCES = ['src', 'content', 'public', 'package-lock.json', 'astro.config.mjs'];

async function derniereModification(chemin: string): Promise<number> {
  const etat = await stat(chemin);
  if (!etat.isDirectory()) return etat.mtimeMs;
  let derniere = 0;
  for await (const fichier of fichiersDe(chemin)) {
    derniere = Math.max(derniere, (await stat(fichier)).mtimeMs);
  }
  return derniere;
}

async function estAJour(dossier: string): Promise<boolean> {
  // La 404 compressée est parmi les derniers fichiers écrits : sans elle, la construction n'est pas allée au bout.
  const construite = await stat(`${dossier}/404.html.br`).catch(() => undefined);
  if (!construite) return false;
  const modifications = await Promise.all(SOURCES.map(derniereModification));
  return Math.max(...modifications) < construite.mtimeMs;
}

export type Construction = { code: number; sortie: string };

/**
 * Lance `astro build` vers un dossier et rend son code de sortie et ce qu'il a écrit.
 * @param racine dossier du projet à construire : celui-ci, ou une copie
 */
export async function construire(
  dossier: string,
  env: Record<string, string> = {},
  racine = '.',
): Promise<Construction> {
  const astro = spawn(
    process.execPath,
    [resolve('node_modules/astro/bin/astro.mjs'), 'build', '--outDir', resolve(dossier)],
    {
      cwd: racine,
      // Astro ne doit pas se croire dans un test.
      env: {
        ...process.env,
        VITEST: undefined,
        NODE_ENV: 'production',
        ASTRO_TELEMETRY_DISABLED: '1',
        ...env,
      },
    },
  );
  const [sortie, erreurs, [code]] = await Promise.all([
    text(astro.stdout),
    text(astro.stderr),
    once(astro, 'exit') as Promise<[number]>,
  ]);
  return { code, sortie: sortie + erreurs };
}

/** Construit et compresse un site s'il manque ou si une source a changé depuis. */
export async function preparer(site: Site): Promise<string> {
  const { dossier, env } = SITES[site];
  if (await estAJour(dossier)) return dossier;
  const { code, sortie } = await construire(dossier, env);
  if (code !== 0) throw new Error(`La construction (${site}) a échoué :\n${sortie.slice(-4000)}`);
  await compresser(dossier);
  return dossier;
}
