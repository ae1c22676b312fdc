import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { chromium, type Page, type Route } from 'playwright-core';
import { lancementDeChromium } from '../navigateur/chromium.ts';
import type { Scenario } from '../../film/regles/film.ts';
import type * as Tournage from './scene/tournage.ts';

const RACINE = join(import.meta.dirname, '../../..');
/** Adresse sûre aux yeux du navigateur (WebCodecs l'exige) ; rien n'y écoute, tout vient d'ici. */
const ORIGINE = 'http://localhost';

const BIBLIOTHEQUES = {
  mediabunny: 'node_modules/mediabunny/dist/bundles/mediabunny.mjs',
  zod: 'node_modules/zod/index.js',
};

const PAGE = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Studio</title>
<script type="importmap">${JSON.stringify({
  imports: Object.fromEntries(
    Object.entries(BIBLIOTHEQUES).map(([nom, fichier]) => [nom, `/${fichier}`]),
  ),
})}</script>`;

/** Sert au navigateur les modules du dépôt, leurs types retirés, et les fontes. */
async function servir(route: Route): Promise<void> {
  const { pathname } = new URL(route.request().url());
  if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: PAGE });
  if (pathname.startsWith('/marianne/')) {
    const fontes = join(RACINE, 'node_modules/@gouvfr/dsfr/dist/fonts');
    return route.fulfill({ path: join(fontes, pathname.slice('/marianne/'.length)) });
  }
  const code = await readFile(join(RACINE, pathname), 'utf8').catch(() => undefined);
  if (code === undefined) return route.fulfill({ status: 404 });
  return route.fulfill({
    contentType: 'text/javascript',
    body: pathname.endsWith('.ts') ? stripTypeScriptTypes(code) : code,
  });
}

export type Studio = {
  tourner: (scenario: Scenario, format: Tournage.Format) => Promise<Buffer>;
  photographier: (scenario: Scenario, temps: number) => Promise<Buffer>;
  fermer: () => Promise<void>;
};

async function ouvrirPage(page: Page): Promise<void> {
  await page.route(`${ORIGINE}/**`, servir);
  await page.goto(`${ORIGINE}/`);
}

/** Ouvre le navigateur où le film se dessine et s'encode. */
export async function ouvrirStudio(): Promise<Studio> {
  const navigateur = await chromium.launch(await lancementDeChromium());
  const page = await navigateur.newPage();
  await ouvrirPage(page);
  const module = '/src/outils/film/scene/tournage.ts';
  return {
    tourner: async (scenario, format) => {
      const base64 = await page.evaluate(
        async ([adresse, texte, sorte]) => {
          const { tourner } = (await import(adresse)) as typeof Tournage;
          return tourner(texte, sorte);
        },
        [module, scenario, format] as const,
      );
      return Buffer.from(base64, 'base64');
    },
    photographier: async (scenario, temps) => {
      const base64 = await page.evaluate(
        async ([adresse, texte, instant]) => {
          const { photographier } = (await import(adresse)) as typeof Tournage;
          return photographier(texte, instant);
        },
        [module, scenario, temps] as const,
      );
      return Buffer.from(base64, 'base64');
    },
    fermer: () => navigateur.close(),
  };
}
