import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ETATS_DE_SUIVI } from '../../src/suivi/regles/etats.ts';
import type { RoleDeLecteur } from '../../src/suivi/regles/recu.ts';
import {
  defautsDAccessibilite,
  ouvrirNavigateur,
  SANS_INCIDENT,
  visiter,
  type Ecran,
} from './navigateur.ts';
import { enEtat, ouvrirLeDossier } from './suivi.ts';

type Suite = Parameters<typeof ouvrirLeDossier> extends [Browser, string, ...infer S] ? S : never;

let navigateur: Browser;
const site = inject('site');
const ouvrir = (...suite: Suite) => ouvrirLeDossier(navigateur, site, ...suite);
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

const ROLES: RoleDeLecteur[] = ['tutrice', 'entreprise', 'acheteur', 'equipe'];

describe.each(ETATS_DE_SUIVI)('un dossier « %s »', (etat) => {
  it.each(ROLES)('se lit sans défaut, vu par : %s', async (role) => {
    // Sur un bureau, les rôles ne changent rien à la mise en page : un seul suffit.
    const ecrans: Ecran[] = role === 'entreprise' ? ['telephone', 'bureau'] : ['telephone'];
    for (const ecran of ecrans) {
      const { page, incidents, fermer } = await ouvrir(() => enEtat(etat, role), { ecran });
      expect(await page.locator('[data-dit="titre"]').innerText()).toMatch(
        /^(À vous de jouer|En attente|En liste d’attente|Terminé)/,
      );
      expect(await page.locator('[data-chronologie] [aria-current]').count()).toBe(1);
      const boutons = await page.locator('[data-boutons] button, [data-autres] button').count();
      const { actions } = enEtat(etat, role);
      expect(boutons).toBe(actions.filter((action) => action !== 'ouvrir').length);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
        true,
      );
      expect(await defautsDAccessibilite(page)).toEqual([]);
      expect(incidents).toEqual(SANS_INCIDENT);
      await fermer();
    }
  });
});

describe('ce qui se voit d’abord', () => {
  it.each(ROLES)('tient dans 360 sur 640 points, vu par : %s', async (role) => {
    const { page, fermer } = await ouvrir(() => enEtat('reponse-attendue', role));
    await page.setViewportSize({ width: 360, height: 640 });
    for (const quoi of ['h1', '[data-dit="titre"]', '[data-dit="avant"]']) {
      const boite = await page.locator(quoi).boundingBox();
      expect((boite?.y ?? 999) + (boite?.height ?? 999)).toBeLessThan(640);
    }
    const bouton = await page.locator('[data-boutons] button').first().boundingBox();
    expect((bouton?.y ?? 999) + (bouton?.height ?? 999)).toBeLessThan(640);
    expect(bouton?.height).toBeGreaterThanOrEqual(40);
    await fermer();
  });

  it('un retard se dit en toutes lettres', async () => {
    const lu = () => enEtat('reponse-attendue', 'acheteur', '2026-12-18T09:00:00.000Z');
    const { page, fermer } = await ouvrir(lu);
    await page.getByText('En retard de 3 jours').waitFor();
    await fermer();
  });

  it('le jeton quitte la barre d’adresse, et la page se recharge dans le même onglet', async () => {
    const { page, fermer } = await ouvrir(() => enEtat('reponse-attendue', 'tutrice'));
    expect(page.url()).toBe(`${site}/suivi/`);
    await page.reload();
    await page.getByRole('heading', { name: /^En attente de l’entreprise/ }).waitFor();
    await page.getByRole('link', { name: 'Aller au contenu' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-etat="ouvert"]').isVisible()).toBe(true);
    await fermer();
  });
});

describe('un lien qui n’ouvre rien', () => {
  it.each([
    ['lien-inconnu', 'Ce lien ne marche plus'],
    ['lien-expire', 'Ce lien a expiré'],
    ['indisponible', 'Le service ne répond pas'],
  ])('« %s » se dit clairement', async (statut, titre) => {
    const { page, fermer } = await ouvrir(() => ({ statut }));
    await page.getByRole('heading', { name: titre }).waitFor();
    await fermer();
  });

  it('sans lien, la page dit comment retrouver les siens', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/suivi/`);
    await page.locator('#contenu').getByRole('link', { name: 'Retrouver mes liens' }).tap();
    await page.waitForURL(`${site}/suivi/retrouver/`);
    await fermer();
  });

  it('sans JavaScript, la page dit comment faire', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/suivi/`, {
      javaScriptEnabled: false,
    });
    expect(await page.locator('noscript p').innerText()).toMatch(
      /autre navigateur, avec JavaScript/,
    );
    expect(await page.locator('noscript a[href^="mailto:"]').isVisible()).toBe(true);
    await fermer();
  });
});

describe('le dossier à télécharger', () => {
  it.each([
    ['PDF', 'execution-D-h7k2mn.pdf'],
    ['CSV', 'execution-D-h7k2mn.csv'],
  ])('en %s, pour l’acheteur', async (format, nom) => {
    const { page, incidents, fermer } = await ouvrir(() => enEtat('termine', 'acheteur'));
    const [fichier] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Télécharger en ${format}` }).click(),
    ]);
    expect(fichier.suggestedFilename()).toBe(nom);
    await page.getByText(`Fichier ${format} prêt.`).waitFor();
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  it('pas pour l’entreprise ni pour la tutrice', async () => {
    for (const role of ['entreprise', 'tutrice'] as const) {
      const { page, fermer } = await ouvrir(() => enEtat('termine', role));
      expect(await page.getByRole('button', { name: /Télécharger/ }).count()).toBe(0);
      await fermer();
    }
  });
});
