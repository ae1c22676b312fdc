import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { lancerNavigateur, ouvrirNavigateur, SANS_INCIDENT, visiter } from './navigateur.ts';

const site = inject('site');

let navigateur: Browser;

beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});

afterAll(() => navigateur.close());

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
    await fermer();
  });
});

describe('le ménage', () => {
  test('n’importe quelle page efface un brouillon de plus de sept jours, et lui seul', async () => {
    const { page, incidents, fermer } = await visiter(navigateur, site);
    await page.evaluate(() => {
      const garder = (nom: string, jours: number) => {
        const le = Date.now() - jours * 86_400_000;
        localStorage.setItem(`csf-brouillon-${nom}`, JSON.stringify({ le, textes: { nom } }));
      };
      garder('contact', 8);
      garder('interet', 6);
      localStorage.setItem('autre', 'chose');
    });
    await page.goto(`${site}/tuteur/`);
    await expect
      .poll(() => page.evaluate(() => Object.keys(localStorage).sort()))
      .toEqual(['autre', 'csf-brouillon-interet']);
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });
});

describe('le navigateur des tests', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('s’ouvre aussi sur un poste qui n’en a pas', async () => {
    vi.stubEnv('CSF_CHROMIUM', 'embarque');
    const embarque = await lancerNavigateur();
    const { page, incidents, fermer } = await visiter(embarque, site);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
    await embarque.close();
  });

  test('note ce qui échoue et ce qui part vers un tiers', async () => {
    const { page, incidents, fermer } = await visiter(navigateur, site);
    await page.evaluate(async () => {
      console.error('une erreur');
      await fetch('/absent.json');
      await fetch('https://ailleurs.example/').catch(() => undefined);
    });
    await expect.poll(() => incidents.politique).toEqual([expect.stringContaining('connect-src')]);
    expect(incidents.console).toContain('une erreur');
    expect(incidents.echecs).toEqual([`${site}/absent.json : 404`]);
    await fermer();
  });
});
