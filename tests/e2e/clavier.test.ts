import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ouvrirNavigateur, SANS_INCIDENT, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

async function tabulerJusqua(page: Page, selecteur: string) {
  for (let pas = 0; pas < 80; pas++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((cible) => document.activeElement?.matches(cible), selecteur)) return;
  }
  throw new Error(`La touche Tab n’atteint pas ${selecteur}.`);
}

function propositions(page: Page) {
  return page.locator('#lieu-propositions [role=option]');
}

function contourVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element) return false;
    const styles = [getComputedStyle(element), getComputedStyle(element, '::after')];
    const etiquette = element.nextElementSibling;
    if (etiquette) styles.push(getComputedStyle(etiquette, '::before'));
    return styles.some(
      (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
    );
  });
}

describe('au clavier seul', () => {
  it('le premier arrêt mène au contenu', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/`, { ecran: 'bureau' });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe(
      'Aller au contenu',
    );
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#contenu$/);
    await fermer();
  });

  it.each([
    ['/interet/confirmer/', 'Ouvrez le lien de votre courriel'],
    ['/declaration/contacts/', 'Ouvrez votre lien personnel'],
  ])('%s : « Aller au contenu » n’est pas pris pour un lien personnel', async (chemin, titre) => {
    const { page, fermer } = await visiter(navigateur, `${site}${chemin}`, { ecran: 'bureau' });
    const etat = page.getByRole('heading', { name: titre });
    await etat.waitFor();
    const appels: string[] = [];
    page.on('request', (requete) => appels.push(requete.url()));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#contenu$/);
    expect(await etat.isVisible()).toBe(true);
    expect(appels.filter((adresse) => adresse.includes('/functions/'))).toEqual([]);
    await fermer();
  });

  it('on choisit une commune, on filtre, on ouvre un parcours ; le contour est toujours visible', async () => {
    const { page, incidents, fermer } = await visiter(navigateur, `${site}/parcours/`, {
      ecran: 'bureau',
    });
    await tabulerJusqua(page, '#lieu');
    expect(await contourVisible(page)).toBe(true);
    await page.keyboard.type('saint denis');
    await propositions(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#lieu-propositions [aria-selected=true]').count()).toBe(1);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/lieu=saint-denis-(93066|97411)/);
    await tabulerJusqua(page, '#f-dispo-disponible');
    expect(await contourVisible(page)).toBe(true);
    await page.keyboard.press('Space');
    await page.waitForURL(/dispo=disponible/);
    await page.getByRole('link', { name: 'Retirer le filtre Disponible' }).waitFor();
    await tabulerJusqua(page, '#cartes a');
    expect(await contourVisible(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/parcours\/[a-z0-9]{8}\//);
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  it('Échap referme les propositions sans effacer ce qui est tapé', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/parcours/`, { ecran: 'bureau' });
    await page.getByLabel('Commune ou code postal').pressSequentially('lyon');
    await propositions(page).first().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => propositions(page).first().isVisible()).toBe(false);
    expect(await page.getByLabel('Commune ou code postal').inputValue()).toBe('lyon');
    await fermer();
  });

  it('retirer le dernier filtre ne perd pas le point d’arrêt', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/parcours/?duree=longue`, {
      ecran: 'bureau',
    });
    await page.getByRole('link', { name: /Retirer le filtre Plus de 2 mois/ }).press('Enter');
    await expect.poll(() => page.url()).toBe(`${site}/parcours/`);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('resultats');
    await fermer();
  });
});
