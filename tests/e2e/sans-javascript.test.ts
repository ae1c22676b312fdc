import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ouvrirNavigateur, visiter } from './navigateur.ts';
import { parcoursEnEtat } from './pages.ts';

let navigateur: Browser;
const site = inject('site');
const options = { javaScriptEnabled: false };
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

describe('sans JavaScript', () => {
  it('on va de l’accueil à un parcours par son domaine', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/`, options);
    await page.getByRole('link', { name: 'Informatique', exact: true }).tap();
    await page.waitForURL(/\/domaines\/informatique\/$/);
    await page.locator('.csf-carte a').first().tap();
    await page.waitForURL(/\/parcours\/[a-z0-9]{8}\/$/);
    expect(await page.getByRole('heading', { name: 'Ce que le jeune fera' }).isVisible()).toBe(
      true,
    );
    expect(await page.getByRole('heading', { name: 'Et ensuite ?' }).isVisible()).toBe(true);
    await fermer();
  });

  it('on va de l’académie au département, sans filtre qui ne marche pas', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/parcours/`, options);
    expect(await page.getByRole('search').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'une académie ou un département' }).tap();
    await page.getByRole('link', { name: 'Hauts-de-Seine (92)' }).tap();
    await page.waitForURL(/\/departements\/hauts-de-seine\/$/);
    expect(await page.locator('.csf-carte').count()).toBeGreaterThan(0);
    await fermer();
  });

  it('le formulaire de l’accueil mène quand même à la liste', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/`, options);
    await page.getByLabel('Commune ou code postal').fill('Nanterre');
    await page.getByRole('button', { name: 'Voir les parcours' }).tap();
    await page.waitForURL(/\/parcours\/\?lieu=Nanterre&dispo=disponible$/);
    expect(await page.locator('.csf-carte').count()).toBeGreaterThan(0);
    await fermer();
  });

  it('la page de recherche dit comment faire autrement', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/recherche/`, options);
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Rechercher' }).isVisible()).toBe(false);
    await fermer();
  });

  it.each(['reserve', 'pourvu', 'termine'] as const)(
    'un parcours « %s » garde sa page, le dit, et en propose d’autres',
    async (etat) => {
      const { id } = parcoursEnEtat(etat);
      const { page, fermer } = await visiter(navigateur, `${site}/parcours/${id}/`, options);
      const message = etat === 'reserve' ? /est réservé/ : /n’est plus disponible/;
      expect(await page.getByText(message).isVisible()).toBe(true);
      expect(await page.locator('.csf-voisins .csf-carte').count()).toBe(3);
      expect(await page.getByRole('link', { name: 'Rejoindre la liste d’attente' }).count()).toBe(
        etat === 'reserve' ? 1 : 0,
      );
      await fermer();
    },
  );
});
