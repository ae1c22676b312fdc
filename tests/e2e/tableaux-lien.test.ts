import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ouvrirNavigateur, SANS_INCIDENT, visiter } from './navigateur.ts';
import { JETON, ouvrirTableau, remplacer } from './tableaux.ts';

let navigateur: Browser;
const site = inject('site');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

describe.each([`${site}/equipe/`, `${site}/suivi/dossiers/`, `${site}/suivi/demandes/`])(
  'sans lien valable, %s',
  (adresse) => {
    it('dit comment le recevoir', async () => {
      const { page, incidents, fermer } = await visiter(navigateur, adresse);
      await page.getByRole('heading', { name: 'Ouvrez le lien de votre courriel' }).waitFor();
      const lien = page.getByRole('link', { name: 'Recevoir mes liens par courriel' });
      expect(await lien.getAttribute('href')).toBe('/suivi/retrouver/');
      expect(incidents).toEqual(SANS_INCIDENT);
      await fermer();
    });

    it.each([
      ['lien-inconnu', 'Ce lien n’est pas connu'],
      ['lien-expire', 'Ce lien a expiré'],
      ['autre', 'Le service ne répond pas'],
    ])('explique « %s »', async (statut, titre) => {
      const { page, fermer } = await ouvrirTableau(navigateur, adresse, [{ statut }]);
      await page.getByRole('heading', { name: titre }).waitFor();
      expect(page.url()).toBe(adresse);
      await fermer();
    });

    it('mène à sa page un lien fait pour une autre, sans rien essayer', async () => {
      const { page, recus, fermer } = await ouvrirTableau(navigateur, adresse, [
        { statut: 'autre-page', portee: 'suivre' },
        { statut: 'lien-expire', portee: 'suivre' },
      ]);
      await page.getByRole('heading', { name: 'Ce lien a expiré' }).waitFor();
      expect(page.url()).toBe(`${site}/suivi/`);
      expect(recus).toEqual([{ jeton: JETON }, { jeton: JETON }]);
      await fermer();
    });

    it('prend une ancre de la page pour une ancre, et un lien coupé pour un lien', async () => {
      const { page, fermer } = await visiter(navigateur, `${adresse}#contenu`);
      await page.getByRole('heading', { name: 'Ouvrez le lien de votre courriel' }).waitFor();
      const recus = await remplacer(page, { statut: 'lien-inconnu' });
      await page.evaluate((jeton) => (location.hash = jeton), JETON.slice(0, 30));
      await page.getByRole('heading', { name: 'Ce lien n’est pas connu' }).waitFor();
      expect(recus[0]).toMatchObject({ jeton: JETON.slice(0, 30) });
      await fermer();
    });

    it('explique, sans JavaScript, comment faire', async () => {
      const { page, fermer } = await visiter(navigateur, adresse, { javaScriptEnabled: false });
      expect(await page.locator('noscript p').isVisible()).toBe(true);
      expect(await page.getByText('Lecture de votre lien').isVisible()).toBe(false);
      await fermer();
    });

    it('n’est ni indexée, ni dans le plan', async () => {
      const plan = await (await fetch(`${site}/sitemap-0.xml`)).text();
      expect(plan).toContain('/statistiques/');
      const { page, fermer } = await visiter(
        navigateur,
        adresse.replace(site, inject('siteOfficiel')),
      );
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
      await fermer();
    });
  },
);
