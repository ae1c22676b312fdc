import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { COURRIEL_EQUIPE } from '../../src/site/regles/courriel-equipe.ts';
import { ouvrirNavigateur, visiter } from './navigateur.ts';

const site = inject('site');

let navigateur: Browser;

beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});

afterAll(() => navigateur.close());

describe('lier le kit', () => {
  test('un paragraphe copié porte l’adresse courte, la version et son adresse', async () => {
    const { page, contexte, fermer } = await visiter(navigateur, `${site}/acheteur/lier/`);
    const version = (await (await contexte.request.get(`${site}/kit/version.json`)).json()) as {
      version: string;
    };
    await contexte.grantPermissions(['clipboard-read', 'clipboard-write']);
    const rc = page.getByRole('region', { name: 'Règlement de la consultation (RC)' });
    await rc.getByRole('button', { name: 'Copier ce paragraphe' }).click();
    await rc.getByRole('status').filter({ hasText: 'Texte copié.' }).waitFor();
    const copie = await page.evaluate(() => navigator.clipboard.readText());
    expect(copie).toMatch(/https?:\/\/[^ ]+\/k\/offre\//);
    expect(copie).toContain(`kit ${version.version} du `);
    expect(copie).toContain(`/kit/${version.version}/`);
    await fermer();
  });

  test('quatre pièces, dans l’ordre du marché, chacune avec son QR code à télécharger', async () => {
    const { page, contexte, fermer } = await visiter(navigateur, `${site}/acheteur/lier/`);
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'Règlement de la consultation (RC)',
      'Cahier des clauses administratives (CCAP ou CCP)',
      'Lettre de notification',
      'Réunion de lancement',
    ]);
    for (const lien of await page.getByRole('link', { name: 'Télécharger ce QR code' }).all()) {
      const qr = await contexte.request.get(`${site}${await lien.getAttribute('href')}`);
      expect(qr.headers()['content-type']).toContain('image/svg+xml');
    }
    await fermer();
  });
});

describe('imprimer', () => {
  test.each(['/acheteur/', '/comment-ca-marche/'])(
    '%s montre chaque étape ouverte',
    async (chemin) => {
      const { page, fermer } = await visiter(navigateur, `${site}${chemin}`);
      const details = page.locator('.csf-frise__detail');
      const hauteurs = () =>
        details.evaluateAll((blocs) =>
          blocs.map((bloc) => bloc.checkVisibility({ contentVisibilityAuto: true })),
        );
      expect(await hauteurs()).toEqual(Array<boolean>(8).fill(false));
      await page.emulateMedia({ media: 'print' });
      await expect.poll(hauteurs).toEqual(Array<boolean>(8).fill(true));
      await fermer();
    },
  );

  test('le papier ne propose pas de télécharger un QR code', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/acheteur/lier/`);
    const lien = page.getByRole('link', { name: 'Télécharger ce QR code' }).first();
    expect(await lien.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await lien.isVisible()).toBe(false);
    await fermer();
  });
});

describe('suivre et passer la main', () => {
  test('l’adresse de l’équipe est en tête, avant la première étape', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/acheteur/suivre/`);
    const lien = page.getByRole('link', { name: COURRIEL_EQUIPE }).first();
    const titre = page.getByRole('heading', { name: 'Les étapes' });
    expect((await lien.boundingBox())?.y).toBeLessThan((await titre.boundingBox())?.y ?? 0);
    await fermer();
  });

  test('la frise mène à chaque étape, sans JavaScript', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/acheteur/suivre/`, {
      javaScriptEnabled: false,
    });
    await page.getByRole('link', { name: /Mise en relation/ }).click();
    const titre = page.getByRole('heading', { name: /Mise en relation/ });
    expect(await titre.boundingBox()).toMatchObject({ y: expect.any(Number) as number });
    expect((await titre.boundingBox())?.y).toBeLessThan(740);
    await fermer();
  });

  test.each(['passation', 'annexe'])('%s tient sur une page A4', async (nom) => {
    const { page, fermer } = await visiter(navigateur, `${site}/acheteur/${nom}/`, {
      ecran: 'bureau',
    });
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await fermer();
  });
});
