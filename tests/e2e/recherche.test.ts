import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ouvrirNavigateur, visiter } from './navigateur.ts';

const site = inject('site');

let navigateur: Browser;

beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});

afterAll(() => navigateur.close());

describe('la recherche', () => {
  test('un mot que disent presque tous les parcours mène d’abord aux pages qui l’expliquent', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/recherche/?q=gratification`);
    const liens = page.locator('#resultats > li > a');
    await liens.first().waitFor();
    const adresses = await liens.evaluateAll((a) =>
      a.map((lien) => lien.getAttribute('href') ?? ''),
    );
    for (const adresse of adresses.slice(0, 5)) expect(adresse).not.toContain('/parcours/');
    await fermer();
  });

  test('une question trouvée s’ouvre sur sa réponse', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/recherche/?q=gratification`);
    await page.getByRole('link', { name: 'Le jeune reçoit-il une gratification ?' }).tap();
    await page.waitForURL('**/questions/#q-gratification');
    expect(await page.getByText('4,50').isVisible()).toBe(true);
    await fermer();
  });
});
