import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ecouter, noterLesAnnonces } from './ecoute.ts';
import { ouvrirNavigateur, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

const NOM = 'Commune ou code postal';
const champ = (page: Page) => page.getByRole('combobox', { name: NOM });
const liste = (page: Page) => page.getByRole('listbox', { name: 'Communes proposées' });
const option = (page: Page) => liste(page).getByRole('option');
const entendre = (page: Page) => ecouter(page, 'combobox', NOM);
const description = async (page: Page) => (await entendre(page)).description;

async function aller(chemin: string) {
  const { page, fermer } = await visiter(navigateur, site + chemin, { ecran: 'bureau' });
  return { page, fermer, annonces: await noterLesAnnonces(page) };
}
const surLaListe = () => aller('/parcours/');
const surLaDeclaration = () => aller('/acheteur/declarer/');
const code = (page: Page) => page.locator('[name=commune]').inputValue();
/* Le champ suivant, au clavier : la liste ne doit pas se rouvrir par-dessus. */
const partirPlusLoin = (page: Page) =>
  page.getByRole('link', { name: 'Questions' }).first().focus();

describe('l’erreur de la commune, dans la déclaration', () => {
  it('se dit avec son champ, et le résumé y mène', async () => {
    const { page, fermer } = await surLaDeclaration();
    expect(await entendre(page)).toMatchObject({
      description: '',
      proprietes: { required: true, invalid: 'false' },
    });
    await page.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
    const resume = page.getByRole('group', { name: 'réponses à corriger' });
    await resume.getByRole('link', { name: 'Choisissez la commune dans la liste.' }).click();
    expect(await champ(page).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await entendre(page)).toMatchObject({
      description: 'Choisissez la commune dans la liste.',
      proprietes: { required: true, invalid: 'true' },
    });
    await fermer();
  });

  it('sans JavaScript, le code de la commune a la même place pour la sienne', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/acheteur/declarer/`, {
      javaScriptEnabled: false,
    });
    const decritPar = await page.getByLabel('Code INSEE').getAttribute('aria-describedby');
    expect(await page.locator(`#${decritPar}`).count()).toBe(1);
    await fermer();
  });
});

describe('en quittant le champ', () => {
  it.each([
    ['Saint-Denis', 'Plusieurs communes portent ce nom'],
    ['01090', 'Plusieurs communes ont ce code postal'],
  ])('« %s » ne se choisit pas tout seul', async (texte, raison) => {
    const { page, annonces, fermer } = await surLaListe();
    await champ(page).pressSequentially(texte);
    await option(page).first().waitFor();
    await partirPlusLoin(page);
    await expect.poll(annonces).toContain(`${raison} : revenez au champ pour choisir.`);
    expect(page.url()).toBe(`${site}/parcours/`);
    expect(await liste(page).isVisible()).toBe(false);
    await champ(page).focus();
    await expect.poll(() => description(page)).toBe(`${raison} : choisissez dans la liste.`);
    expect(await option(page).count()).toBeGreaterThan(1);
    await fermer();
  });

  it('une seule commune possible est prise, et nommée avec son département', async () => {
    const { page, annonces, fermer } = await surLaListe();
    await champ(page).pressSequentially('Nanterre');
    await partirPlusLoin(page);
    await page.waitForURL(/lieu=nanterre-92050/);
    expect(await annonces()).toContain('Commune choisie : Nanterre, département 92.');
    await page.getByRole('link', { name: /À 35 km de Nanterre/ }).waitFor();
    expect(await entendre(page)).toMatchObject({
      valeur: 'Nanterre (92)',
      description: 'Commune choisie : Nanterre, département 92.',
    });
    await fermer();
  });

  it('la déclaration ne garde jamais une commune que le champ ne montre plus', async () => {
    const { page, fermer } = await surLaDeclaration();
    await champ(page).pressSequentially('Nanterre');
    await partirPlusLoin(page);
    await expect.poll(() => code(page)).toBe('92050');
    await champ(page).fill('Saint-Denis');
    expect(await code(page)).toBe('');
    await partirPlusLoin(page);
    await expect
      .poll(() => description(page))
      .toBe('Plusieurs communes portent ce nom : revenez au champ pour choisir.');
    expect(await code(page)).toBe('');
    expect(await page.getByText('académie : Versailles').count()).toBe(0);
    await champ(page).focus();
    await option(page).filter({ hasText: '(974)' }).click();
    await expect.poll(() => code(page)).toBe('97411');
    expect(await entendre(page)).toMatchObject({
      valeur: 'Saint-Denis (974)',
      description: 'Commune choisie : Saint-Denis, département 974.',
    });
    await fermer();
  });

  it('la déclaration prend la commune tapée même si l’on relit aussitôt', async () => {
    const { page, fermer } = await surLaDeclaration();
    await champ(page).fill('Nanterre');
    await page.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
    await page.getByRole('group', { name: 'réponses à corriger' }).waitFor();
    expect(await code(page)).toBe('92050');
    expect((await entendre(page)).proprietes).toMatchObject({ invalid: 'false' });
    await fermer();
  });
});

describe('la liste, au clavier', () => {
  it('Échap la referme et le dit ; la flèche vers le bas la rouvre', async () => {
    const { page, fermer } = await surLaListe();
    await champ(page).pressSequentially('lyon');
    await option(page).first().waitFor();
    const nombre = await option(page).count();
    expect(await description(page)).toBe(`${nombre} communes : choisissez dans la liste.`);
    await page.keyboard.press('Escape');
    expect(await entendre(page)).toMatchObject({
      valeur: 'lyon',
      description: `${nombre} communes : liste refermée, la flèche vers le bas la rouvre.`,
      proprietes: { expanded: false },
    });
    await page.keyboard.press('ArrowDown');
    expect(await entendre(page)).toMatchObject({
      description: `${nombre} communes : choisissez dans la liste.`,
      proprietes: { expanded: true },
    });
    expect(await liste(page).getByRole('option', { selected: true }).count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForURL(/lieu=lyon-69123/);
    await fermer();
  });

  it('sur l’accueil, la quitter ne choisit rien et le dit ; y revenir la rouvre', async () => {
    const { page, fermer } = await aller('/');
    await champ(page).pressSequentially('lyon');
    await option(page).first().waitFor();
    await partirPlusLoin(page);
    await expect
      .poll(() => description(page))
      .toMatch(/^\d+ communes : revenez au champ pour choisir\.$/);
    await champ(page).focus();
    expect(await description(page)).toMatch(/^\d+ communes : choisissez dans la liste\.$/);
    await fermer();
  });
});

describe('le message du champ', () => {
  it('est dans la page avant de parler, et se tait quand il n’y a plus rien à dire', async () => {
    const { page, fermer } = await surLaListe();
    expect(await page.locator('.csf-lieu').ariaSnapshot()).toContain('- status');
    await champ(page).pressSequentially('lyon');
    await option(page).first().waitFor();
    await champ(page).fill('l');
    await expect.poll(() => description(page)).toBe('');
    await fermer();
  });

  it('écrit les noms et ce qui est tapé avec l’apostrophe et les espaces du français', async () => {
    const { page, fermer } = await surLaListe();
    await champ(page).pressSequentially("L'Île-Saint-Denis");
    await option(page).first().waitFor();
    expect(await liste(page).innerText()).toContain('L’Île-Saint-Denis (93)');
    expect(await liste(page).innerText()).not.toContain("'");
    await champ(page).fill("d'Zzyzx");
    const message = page.locator('.csf-lieu [role=status]');
    await expect
      .poll(() => message.textContent())
      .toBe('Aucune commune ne commence par «\u00A0d’Zzyzx\u00A0».');
    await fermer();
  });

  it('ne promet pas de liste quand les communes ne viennent pas', async () => {
    const { page, fermer } = await surLaDeclaration();
    await page.route('**/lieux/**', (route) => route.abort());
    await champ(page).pressSequentially('Nanterre');
    await partirPlusLoin(page);
    await expect.poll(() => description(page)).toMatch(/^Les communes n’ont pas pu se charger\./);
    expect(await code(page)).toBe('');
    await page.unroute('**/lieux/**');
    await champ(page).focus();
    await partirPlusLoin(page);
    await expect.poll(() => code(page)).toBe('92050');
    await fermer();
  });

  it('nomme la commune qu’un texte de l’adresse a fait deviner', async () => {
    const { page, fermer } = await aller('/parcours/?lieu=Saint-Denis');
    await expect
      .poll(() => description(page))
      .toBe('Commune choisie : Saint-Denis, département 93.');
    await fermer();
  });

  it('dit où « autour de moi » a mené', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/parcours/`, {
      ecran: 'bureau',
      geolocation: { latitude: 48.8912, longitude: 2.2034 },
      permissions: ['geolocation'],
    });
    await page.getByRole('button', { name: 'Autour de moi' }).click();
    await page.waitForURL(/lieu=nanterre-92050/);
    await expect.poll(() => description(page)).toBe('Commune choisie : Nanterre, département 92.');
    await fermer();
  });

  it('garde la commune tapée pendant que la position se cherchait', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/parcours/`, { ecran: 'bureau' });
    await page.evaluate(() => {
      navigator.geolocation.getCurrentPosition = (trouver) => {
        addEventListener('keyup', () => {
          trouver({ coords: { latitude: 48.8912, longitude: 2.2034 } } as GeolocationPosition);
        });
      };
    });
    await page.getByRole('button', { name: 'Autour de moi' }).click();
    await expect.poll(() => description(page)).toBe('Recherche de la position…');
    await champ(page).pressSequentially('lyon');
    await option(page).first().waitFor();
    expect(await champ(page).inputValue()).toBe('lyon');
    expect(page.url()).toBe(`${site}/parcours/`);
    await fermer();
  });
});
