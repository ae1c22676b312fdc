import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ouvrirNavigateur, SANS_INCIDENT, visiter, type Visite } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

const champ = (page: Page) => page.getByLabel('Commune ou code postal');
const propositions = (page: Page) => page.locator('#lieu-propositions [role=option]');
const message = (page: Page) => page.locator('#lieu-message');
const autour = (page: Page, nom: string) =>
  page.getByRole('link', { name: new RegExp(`À 35 km de ${nom}`) });

async function surLaListe(requete = ''): Promise<Visite> {
  return visiter(navigateur, `${site}/parcours/${requete}`);
}

describe('ce qui est tapé, sur un téléphone', () => {
  it('l’emporte sur ce qui était proposé juste avant', async () => {
    const { page, incidents, fermer } = await surLaListe();
    await champ(page).pressSequentially('Nantes');
    await propositions(page).first().waitFor();
    await champ(page).fill('Bordeaux');
    expect(await propositions(page).first().isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await page.waitForURL(/lieu=bordeaux-33063/);
    await autour(page, 'Bordeaux').waitFor();
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  it('reste compris une fois récrit par la page', async () => {
    const { page, fermer } = await surLaListe();
    await champ(page).fill('Bordeaux');
    await page.keyboard.press('Enter');
    await autour(page, 'Bordeaux').waitFor();
    expect(await champ(page).inputValue()).toBe('Bordeaux (33)');
    await champ(page).press('Enter');
    expect(new URL(page.url()).searchParams.get('lieu')).toBe('bordeaux-33063');
    await page.goto(`${site}/parcours/?lieu=Bordeaux+(33)`);
    await autour(page, 'Bordeaux').waitFor();
    await fermer();
  });

  it('ne choisit pas en silence entre deux communes du même nom', async () => {
    const { page, fermer } = await surLaListe();
    await champ(page).fill('Saint-Denis');
    await page.keyboard.press('Enter');
    await page.getByText('Plusieurs communes portent ce nom : choisissez dans la liste.').waitFor();
    expect(page.url()).toBe(`${site}/parcours/`);
    expect(await propositions(page).first().textContent()).toMatch(/^Saint-Denis \(93\)/);
    await propositions(page).filter({ hasText: '(974)' }).tap();
    await page.waitForURL(/lieu=saint-denis-97411/);
    await fermer();
  });

  it('dans une adresse, un nom seul désigne la commune la plus attendue', async () => {
    const { page, fermer } = await surLaListe('?lieu=Saint-Denis');
    await autour(page, 'Saint-Denis').waitFor();
    expect(await champ(page).inputValue()).toBe('Saint-Denis (93)');
    await fermer();
  });

  it('compte aussi quand on touche ailleurs sans choisir', async () => {
    const { page, fermer } = await surLaListe();
    await champ(page).pressSequentially('Nanterre');
    await page.locator('h1').tap();
    await page.waitForURL(/lieu=nanterre-92050/);
    expect(await champ(page).inputValue()).toBe('Nanterre (92)');
    await fermer();
  });

  it('n’est pas effacé par un filtre coché au même moment', async () => {
    const { page, fermer } = await surLaListe();
    await champ(page).pressSequentially('Nanterre');
    await page.getByText('Plus de 2 mois').tap();
    await page.waitForURL(/lieu=nanterre-92050/);
    expect(page.url()).toContain('duree=longue');
    await autour(page, 'Nanterre').waitFor();
    await fermer();
  });

  it.each([
    ['Saint-Denis (93)', 'saint-denis-93066'],
    ['Saint-Denis 974', 'saint-denis-97411'],
    ['93200 Saint-Denis', 'saint-denis-93066'],
    ['Saint-Denis, 93200', 'saint-denis-93066'],
    ['44041 Nantes Cedex 1', 'nantes-44109'],
  ])('« %s » se comprend', async (texte, valeur) => {
    const { page, fermer } = await surLaListe();
    await champ(page).fill(texte);
    await page.keyboard.press('Enter');
    await page.waitForURL((adresse) => adresse.searchParams.get('lieu') === valeur);
    await fermer();
  });

  it('peut être le nom d’hier : la liste dit celui d’aujourd’hui', async () => {
    const { page, fermer } = await surLaListe();
    await champ(page).pressSequentially('Pierrefitte-sur-Se');
    const option = propositions(page).filter({ hasText: 'Pierrefitte-sur-Seine' });
    await option.waitFor();
    expect(await option.textContent()).toMatch(
      /^Pierrefitte-sur-Seine, aujourd’hui Saint-Denis \(93\)/,
    );
    await option.tap();
    await page.waitForURL(/lieu=saint-denis-93066/);
    expect(await champ(page).inputValue()).toBe('Saint-Denis (93)');
    await page.goto(`${site}/parcours/?lieu=pierrefitte-sur-seine-93059`);
    await expect.poll(() => champ(page).inputValue()).toBe('Saint-Denis (93)');
    await fermer();
  });

  it('mal orthographié, amène des propositions et rien de plus', async () => {
    const { page, fermer } = await surLaListe();
    await champ(page).fill('sait denis');
    await page.keyboard.press('Enter');
    await page
      .getByText('Aucune commune ne s’appelle « sait denis ». Vouliez-vous dire…')
      .waitFor();
    expect(page.url()).toBe(`${site}/parcours/`);
    await propositions(page).filter({ hasText: 'Saint-Denis (93)' }).tap();
    await page.waitForURL(/lieu=saint-denis-93066/);
    await fermer();
  });
});

describe('l’accueil', () => {
  it('ne part qu’au bouton, et demande de choisir entre homonymes', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/`);
    await champ(page).pressSequentially('Saint-Denis');
    await page.getByRole('button', { name: 'Voir les parcours' }).tap();
    await expect
      .poll(() => message(page).textContent())
      .toBe('Plusieurs communes portent ce nom\u00A0: choisissez dans la liste.');
    await propositions(page).first().tap();
    await page.waitForURL(/\/parcours\/\?dispo=disponible&lieu=saint-denis-93066$/);
    await fermer();
  });

  it('propose « autour de moi »', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/`, {
      geolocation: { latitude: 48.8912, longitude: 2.2034 },
      permissions: ['geolocation'],
    });
    await page.getByRole('button', { name: 'Autour de moi' }).tap();
    await page.waitForURL(/lieu=nanterre-92050/);
    await fermer();
  });
});
