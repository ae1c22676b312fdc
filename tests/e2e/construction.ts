import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fichiersDe } from '../../src/outils/serveur/fichiers.ts';
import { jourAParis } from '../../src/socle/dates.ts';

/** Le site tel que `npm start` le sert, et tel que l'exploitant le publierait : sur sa base, avec ses ambassadeurs. */
export const SITES = {
  demonstration: { dossier: 'dist' },
  officiel: { dossier: '.csf/officiel' },
} as const;

export type Site = keyof typeof SITES;

const SOURCES = [
  ...['src', 'content', 'public', 'package-lock.json', 'astro.config.mjs'],
  'tests/e2e/base-de-theatre.ts',
];

async function derniereModification(chemin: string): Promise<number> {
  const etat = await stat(chemin);
  if (!etat.isDirectory()) return etat.mtimeMs;
  let derniere = 0;
  for await (const fichier of fichiersDe(chemin)) {
    derniere = Math.max(derniere, (await stat(fichier)).mtimeMs);
  }
  return derniere;
}

/** Faux si le site manque, si une source a changé depuis, ou si le jour n'est plus le même. */
export async function estAJour(dossier: string): Promise<boolean> {
  // La 404 compressée est parmi les derniers fichiers écrits : sans elle, la construction n'est pas allée au bout.
  const construite = await stat(`${dossier}/404.html.br`).catch(() => undefined);
  // Les disponibilités sont celles du jour de la construction.
  if (!construite || jourAParis(construite.mtime) !== jourAParis(new Date())) return false;
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
