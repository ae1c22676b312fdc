import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ouvrirNavigateur, SANS_INCIDENT, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

/** Ce que la page pose par-dessus un champ, un lien ou un bouton de la liste visible à l'écran. */
function commandesCouvertes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const flotte = (element: Element) =>
      ['fixed', 'sticky'].includes(getComputedStyle(element).position);
    const volants = [...document.querySelectorAll('body *')].filter(
      (element) => flotte(element) && element.checkVisibility(),
    );
    return [...document.querySelectorAll('csf-liste :is(a, button, input, select, label)')].flatMap(
      (commande) => {
        const c = commande.getBoundingClientRect();
        const couvrant = volants.find((volant) => {
          if (volant.contains(commande) || !commande.checkVisibility()) return false;
          const v = volant.getBoundingClientRect();
          return v.left < c.right && c.left < v.right && v.top < c.bottom && c.top < v.bottom;
        });
        return couvrant ? [`${couvrant.className} couvre ${commande.id || commande.tagName}`] : [];
      },
    );
  });
}

describe('les filtres, sur un téléphone', () => {
  it('rien ne couvre un filtre, ni celui que le clavier atteint', async () => {
    const { page, incidents, fermer } = await visiter(navigateur, `${site}/parcours/`);
    await page.waitForLoadState('networkidle');
    const atteints: string[] = [];
    await page.getByLabel('Commune ou code postal').focus();
    for (let dedans = true; dedans;) {
      expect(await commandesCouvertes(page)).toEqual([]);
      const { nom, visible } = await page.evaluate(() => {
        const champ = document.activeElement;
        const { left, right, top, bottom } = champ?.getBoundingClientRect() ?? new DOMRect();
        const dessus = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        const etiquettes = champ instanceof HTMLInputElement ? [...(champ.labels ?? [])] : [];
        return {
          nom: champ?.id ?? '',
          visible: [champ, ...etiquettes].some((sien) => dessus && sien?.contains(dessus)),
        };
      });
      expect(visible, nom).toBe(true);
      atteints.push(nom);
      await page.keyboard.press('Tab');
      dedans = await page.evaluate(() => document.activeElement?.closest('#filtres') !== null);
    }
    const champs = await page.locator('#filtres :is(input, select)').count();
    expect(atteints.filter((nom) => nom !== '').length).toBeGreaterThanOrEqual(champs);
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  it('rien ne les couvre non plus quand on fait défiler, un filtre coché', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/parcours/?dispo=disponible`);
    await page.waitForLoadState('networkidle');
    const hauteur = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let haut = 0; haut < Math.min(hauteur, 4000); haut += 90) {
      await page.evaluate((y) => {
        scrollTo(0, y);
      }, haut);
      expect(await commandesCouvertes(page), `à ${haut} px`).toEqual([]);
    }
    await fermer();
  });

  it('un lien mène des filtres à la liste, et dit combien de parcours y sont', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/parcours/?dispo=disponible`);
    const nombre = page.locator('#nombre');
    await expect.poll(() => page.locator('#actifs').isVisible()).toBe(true);
    const compte = (await nombre.innerText()).trim();
    await page.getByRole('link', { name: `Voir les ${compte}` }).tap();
    await expect
      .poll(() => nombre.evaluate((n) => n.getBoundingClientRect().top))
      .toBeLessThan(200);
    await fermer();
  });
});
