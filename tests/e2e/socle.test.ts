import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  defautsDAccessibilite,
  ECRANS,
  ouvrirNavigateur,
  SANS_INCIDENT,
  visiter,
} from './navigateur.ts';
import { pagesDe } from './pages.ts';

const site = inject('site');
const pages = await pagesDe(site);
const ecrans = Object.keys(ECRANS) as (keyof typeof ECRANS)[];

let navigateur: Browser;

beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});

afterAll(() => navigateur.close());

describe.each(ecrans)('sur %s', (ecran) => {
  test.each(pages)('%s s’ouvre sans incident, accessible, sans déborder', async (_nom, adresse) => {
    const { page, incidents, fermer } = await visiter(navigateur, site + adresse, { ecran });
    await page.waitForLoadState('networkidle');
    expect(incidents).toEqual(SANS_INCIDENT);
    expect(await defautsDAccessibilite(page)).toEqual([]);
    const largeur = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(largeur).toBeLessThanOrEqual(ECRANS[ecran].viewport.width);
    await fermer();
  });
});

describe('la politique de contenu', () => {
  test('refuse un script et un style dans la page, et une image d’ailleurs', async () => {
    const { page, incidents, fermer } = await visiter(navigateur, site);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "piraté"';
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      const image = document.createElement('img');
      image.src = 'https://ailleurs.example/pixel.png';
      document.body.append(script, style, image);
    });
    await expect.poll(() => incidents.politique.length).toBeGreaterThanOrEqual(3);
    expect(incidents.politique.join('\n')).toMatch(/script-src-elem : inline/);
    expect(incidents.politique.join('\n')).toMatch(/style-src-elem : inline/);
    expect(incidents.politique.join('\n')).toMatch(/img-src : https:\/\/ailleurs\.example/);
    expect(await page.title()).not.toBe('piraté');
    await fermer();
  });

  test('une adresse inconnue répond 404 avec la page d’aide du site', async () => {
    const { page, incidents, fermer } = await visiter(navigateur, `${site}/nulle-part/`);
    expect(incidents.echecs).toEqual([`${site}/nulle-part/ : 404`]);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await defautsDAccessibilite(page)).toEqual([]);
    await fermer();
  });
});
