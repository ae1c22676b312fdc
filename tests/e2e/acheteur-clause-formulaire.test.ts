import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ouvrirNavigateur, visiter } from './navigateur.ts';

const site = inject('site');

let navigateur: Browser;

beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});

afterAll(() => navigateur.close());

describe('le formulaire de la clause', () => {
  test('ce que le calibrage sait l’emporte sur une visite d’avant, le reste est gardé', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/acheteur/clause/?lots=4&bons=non`);
    await page.getByLabel('Objet du marché').fill('peinture');
    await page.locator('#reglement', { hasText: 'peinture' }).waitFor();
    await page.goto(
      `${site}/acheteur/clause/?heures=300&lots=1&montant=150000&bons=oui&seuil=80000#cahier`,
    );
    await page.locator('#reglement', { hasText: 'peinture' }).waitFor();
    expect(await page.getByLabel('La clause porte sur').inputValue()).toBe('');
    expect(await page.getByLabel('Marché à bons de commande').inputValue()).toBe('oui');
    expect(await page.locator('#reglement').innerText()).toMatch(/dépasse 80\s000\s€ HT/);
    expect(page.url()).toBe(`${site}/acheteur/clause/?heures=300&bons=oui&seuil=80000#cahier`);
    await fermer();
  });

  test('sur un téléphone, le texte et le compte des blancs restent à portée', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/acheteur/clause/`);
    await page.getByLabel('Objet du marché').fill('peinture');
    const reste = page.locator('[data-blancs]');
    await reste.filter({ hasText: /Il reste \d+ blancs/ }).waitFor();
    await page.getByLabel('Pour répondre').focus();
    expect((await reste.boundingBox())?.y).toBeLessThan(740);
    await page.getByRole('link', { name: 'Voir le texte' }).tap();
    expect((await page.locator('#le-texte').boundingBox())?.y).toBeLessThan(10);
    await fermer();
  });

  test('un accueil demandé avant la réponse est signalé', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/acheteur/clause/`);
    await page.locator('[data-blancs]', { hasText: 'Il reste' }).waitFor();
    await page.getByLabel('Pour accueillir').fill('7 jours');
    await page.keyboard.press('Tab');
    await page.getByText('plus court que le délai de réponse').waitFor();
    expect(await page.locator('#cahier').innerText()).toMatch(/délai de 7\sjours/);
    await fermer();
  });
});
