import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { ServiceDEssai } from '../functions/service.ts';
import { dernier, DossierDEssai } from '../functions/suivi.ts';
import { lienVers } from './courriels.ts';
import { ouvrirNavigateur, visiter } from './navigateur.ts';
import { bouton, dernierLien, dernierSuivi, ouvrirUnService, titre } from './suivi-navigateur.ts';

let navigateur: Browser;
let essai: ServiceDEssai;
let fermerLeService: () => Promise<void>;
const site = inject('site');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
  ({ essai, fermer: fermerLeService } = await ouvrirUnService(site));
});
afterAll(() => Promise.all([navigateur.close(), fermerLeService()]));

describe('un lien abîmé par une messagerie', () => {
  it('ouvre le dossier ; le jeton ne reste ni dans l’adresse, ni dans l’historique, ni dans une requête', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const lien = await dernierLien(essai, dossier.adresse('entreprise-1'));
    const abime = `${lien.replace('/#', '/%2523')}/?utm_source=courriel`;
    const { page, incidents, fermer } = await visiter(navigateur, `${site}/contact/`);
    const jeton = await dossier.jeton('entreprise-1');
    const dites: string[] = [];
    page.on('request', (requete) => {
      const { referer = '' } = requete.headers();
      if (requete.url() !== abime && `${requete.url()} ${referer}`.includes(jeton))
        dites.push(requete.url());
    });
    await page.goto(abime);
    // Le courriel de l'entreprise ouvre d'avance ses dates : l'action n'est pas perdue.
    await page.locator('.csf-action').waitFor();
    expect(page.url()).toBe(`${site}/suivi/`);
    expect(dites).toEqual([]);
    expect(incidents.tiers).toEqual([]);
    await page.goBack();
    expect(page.url()).toBe(`${site}/contact/`);
    await fermer();
  });

  it('sans JavaScript, la page dit ce qui s’est passé et comment revenir', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/suivi/%23${'j'.repeat(43)}`, {
      javaScriptEnabled: false,
    });
    await page.getByRole('heading', { name: 'Vous ouvriez le lien d’un courriel' }).waitFor();
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    for (const [nom, adresse] of [
      [/Tapez le code/i, '/suivi/'],
      [/Recevez vos liens/i, '/suivi/retrouver/'],
    ] as const)
      expect(
        await page.getByRole('main').getByRole('link', { name: nom }).getAttribute('href'),
      ).toBe(adresse);
    await fermer();
  });

  it('sans fragment du tout, la référence et le code du courriel ouvrent le dossier', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const lien = await dernierLien(essai, dossier.adresse('tutrice'));
    const { text } = await dernierSuivi(essai, dossier.adresse('tutrice'));
    const [, reference = '', code = ''] =
      /la\s+référence\s+(D-\S{6})\s+et\s+le\s+code\s+(\S{9})\./.exec(text) ?? [];
    const { page, fermer } = await visiter(navigateur, lien.replace(/#.*/, ''));
    await bouton(page, 'Ouvrir le dossier avec le code du courriel').tap();
    await page.getByLabel('Référence').fill(reference);
    await page.getByLabel('Code').fill('bcdf-ghjk');
    await bouton(page, 'Ouvrir le dossier').tap();
    await page.getByRole('link', { name: /^Ce code n’ouvre pas/ }).click();
    await page.getByLabel('Code').fill(code.toUpperCase());
    await bouton(page, 'Ouvrir le dossier').tap();
    await page.locator('#maintenant:focus').waitFor();
    expect(await titre(page)).toMatch(/^En attente de l’entreprise/);
    expect(page.url()).toBe(`${site}/suivi/`);
    await fermer();
  });
});

describe('un robot ouvre le courriel, et appuie partout', () => {
  it('ne confirme rien ; la personne confirme ensuite d’un seul appui, même au clavier', async () => {
    const { corps } = await essai.exprimer({ debutLe: '2027-05-03' });
    await essai.courrielsPartis();
    const lien = lienVers(dernier(essai, String(corps.courriel)), '/interet/confirmer/#');
    const robot = await visiter(navigateur, lien);
    const confirmer = robot.page.getByRole('button', { name: 'Confirmer mon intérêt' });
    await confirmer.waitFor();
    for (let fois = 0; fois < 2; fois += 1)
      await robot.page.evaluate(() => {
        for (const element of document.querySelectorAll<HTMLElement>('main button, main a'))
          if (!element.matches('[href]')) element.click();
      });
    await robot.page.getByRole('alert').getByText('Appuyez encore une fois').waitFor();
    const { rows } = await essai.service.base.query<{ etat: string }>(
      'select etat from prive.demandes where courriel = $1',
      [corps.courriel],
    );
    expect(rows).toEqual([{ etat: 'a-confirmer' }]);
    await robot.fermer();
    const { page, fermer } = await visiter(navigateur, lien);
    await page.getByRole('button', { name: 'Confirmer mon intérêt' }).waitFor();
    await page.getByRole('button', { name: 'Confirmer mon intérêt' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^C’est confirmé/ }).waitFor();
    await fermer();
  });
});
