import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ouvrirNavigateur, SANS_INCIDENT, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

const filtre = (page: Page) => page.getByRole('navigation', { name: 'Choisir les questions' });
const question = (page: Page, nom: string) => page.getByRole('heading', { level: 3, name: nom });
const montrees = (page: Page) => page.locator('.csf-question[data-roles]:visible').count();

const PARTAGE = 'Peut-on partager les heures entre plusieurs jeunes ?';
const MARCHES = 'Dans quels marchés inscrire la clause ?';
const GRATIFICATION = 'Le jeune reçoit-il une gratification ?';

describe('les questions', () => {
  it('se filtrent par rôle : le compte annoncé est juste, et l’adresse le garde', async () => {
    const { page, incidents, fermer } = await visiter(navigateur, `${site}/questions/`);
    const toutes = await montrees(page);
    await filtre(page).getByRole('link', { name: 'Jeune ou famille' }).tap();
    expect(page.url()).toBe(`${site}/questions/?pour=jeune`);
    const siennes = await montrees(page);
    expect(siennes).toBeGreaterThan(0);
    expect(siennes).toBeLessThan(toutes);
    expect(await page.getByText(`${siennes} questions`, { exact: true }).isVisible()).toBe(true);
    expect(
      await filtre(page).locator('[aria-current]').textContent(),
      'le compte du lien est celui de la liste',
    ).toContain(`Jeune ou famille (${siennes})`);
    expect(await question(page, MARCHES).isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'Le marché public' }).isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: 'Le marché public' }).isVisible()).toBe(false);

    await page.reload();
    expect(await montrees(page)).toBe(siennes);
    await page.goBack();
    expect(await montrees(page)).toBe(toutes);
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  it('se filtrent et s’ouvrent au clavier', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/questions/`, { ecran: 'bureau' });
    await filtre(page).getByRole('link', { name: 'Acheteur' }).focus();
    await page.keyboard.press('Enter');
    expect(page.url()).toContain('?pour=acheteur');
    const resume = page.locator('summary', { hasText: MARCHES });
    await resume.focus();
    await page.keyboard.press('Enter');
    expect(await page.getByText('Un petit marché convient.').isVisible()).toBe(true);
    await fermer();
  });

  it('s’ouvrent sur la réponse que l’adresse cite, même pour un autre rôle', async () => {
    const adresse = `${site}/questions/?pour=partenaire#gratification`;
    const { page, fermer } = await visiter(navigateur, adresse);
    expect(await page.getByText('4,50').isVisible()).toBe(true);
    expect(await question(page, GRATIFICATION).isVisible()).toBe(true);
    expect(await question(page, PARTAGE).isVisible()).toBe(false);
    await fermer();
  });

  it('donnent le lien d’une réponse, qui y ramène', async () => {
    const { page, contexte, fermer } = await visiter(navigateur, `${site}/questions/?pour=tuteur`);
    await contexte.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site });
    await question(page, PARTAGE).tap();
    await page.getByRole('button', { name: `Copier le lien vers « ${PARTAGE} »` }).tap();
    await page.getByText('Lien copié.').waitFor();
    const lien = await page.evaluate(() => navigator.clipboard.readText());
    expect(lien).toBe(`${site}/questions/#partage`);
    await page.goto(lien);
    expect(await page.getByText('trois fois 9 semaines (300 h)').isVisible()).toBe(true);
    await fermer();
  });

  it('sans presse-papiers, donnent le lien à recopier', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/questions/`);
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await question(page, PARTAGE).tap();
    await page.getByRole('button', { name: `Copier le lien vers « ${PARTAGE} »` }).tap();
    await page.getByText(`${site}/questions/#partage`).waitFor();
    await fermer();
  });

  it('un guide mène aux questions de son rôle, réponse ouverte', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/jeune/`);
    await page.getByRole('link', { name: 'Est-ce une embauche ?' }).tap();
    await page.waitForURL(/\/questions\/\?pour=jeune#embauche$/);
    expect(await page.getByText('sans contrat de travail.').isVisible()).toBe(true);
    await fermer();
  });
});

describe('les questions, sans JavaScript', () => {
  const options = { javaScriptEnabled: false };

  it('sont toutes là, le sommaire mène à chaque partie, et le lien d’une réponse la montre', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/questions/`, options);
    expect(await filtre(page).isVisible()).toBe(false);
    const toutes = await page.locator('.csf-question[data-roles]').count();
    expect(await montrees(page)).toBe(toutes);
    const sommaire = page.getByRole('navigation', { name: 'Sur cette page' });
    await sommaire.getByRole('link', { name: 'Le stage : durée, horaires, argent' }).tap();
    await page.waitForURL(/#stage$/);
    await page.goto(`${site}/questions/#gratification`);
    expect(await page.getByText('4,50').isVisible()).toBe(true);
    await fermer();
  });

  it('s’ouvrent une à une', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/questions/`, options);
    expect(await page.getByText('Un petit marché convient.').isVisible()).toBe(false);
    await question(page, MARCHES).tap();
    expect(await page.getByText('Un petit marché convient.').isVisible()).toBe(true);
    await fermer();
  });
});
