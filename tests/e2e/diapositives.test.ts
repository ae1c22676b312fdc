import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ouvrirNavigateur, SANS_INCIDENT, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
const SANS_SCRIPT = { javaScriptEnabled: false };
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

describe('les diapositives', () => {
  const adresse = `${site}/kit/presentation/`;

  /** Titre de la diapositive en haut de l'écran. */
  function titreVisible(page: Page): Promise<string> {
    return page.evaluate(() => {
      const titres = [...document.querySelectorAll('.csf-diapo')].map((diapo) => ({
        haut: Math.abs(diapo.getBoundingClientRect().top),
        titre: diapo.querySelector('h1, h2')?.textContent.trim() ?? '',
      }));
      return titres.sort((a, b) => a.haut - b.haut)[0]?.titre ?? '';
    });
  }

  it('se suivent au clavier, avec leur adresse et leur annonce', async () => {
    const { page, incidents, fermer } = await visiter(navigateur, adresse, { ecran: 'bureau' });
    const total = await page.locator('.csf-diapo').count();
    expect(total).toBeGreaterThanOrEqual(15);
    expect(total).toBeLessThanOrEqual(20);
    const titres = await page.locator('.csf-diapo :is(h1, h2)').allTextContents();
    const attendre = async (touche: string, rang: number) => {
      await page.keyboard.press(touche);
      await expect.poll(() => page.url()).toContain(`#diapo-${rang}`);
      await expect.poll(() => titreVisible(page)).toBe(titres[rang - 1]?.trim());
      // L'annonce suit le défilement.
      await expect
        .poll(() => page.getByRole('status').textContent())
        .toContain(`Diapositive ${rang} sur ${total}`);
    };
    await attendre('ArrowRight', 2);
    await attendre('PageDown', 3);
    await attendre('Space', 4);
    await attendre('Shift+Space', 3);
    await attendre('ArrowUp', 2);
    await attendre('End', total);
    await attendre('ArrowRight', total);
    await attendre('Home', 1);
    await attendre('ArrowLeft', 1);
    expect(incidents).toEqual(SANS_INCIDENT);
    await page.keyboard.press('Escape');
    await page.waitForURL(`${site}/kit/`);
    await fermer();
  });

  it('laissent l’en-tête du site visible, et les boutons avant elles au clavier', async () => {
    const { page, fermer } = await visiter(navigateur, adresse, { ecran: 'bureau' });
    for (let pas = 0; pas < 30; pas += 1) {
      await page.keyboard.press('Tab');
      const lieu = await page.evaluate(() => {
        const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
        return {
          nom: document.activeElement?.textContent.trim(),
          visible: bottom > 0 && top < innerHeight,
        };
      });
      expect(lieu.visible, lieu.nom).toBe(true);
      if (lieu.nom === 'Suivante') break;
    }
    expect(await page.evaluate(() => scrollY)).toBe(0);
    for (const rang of [2, 3, 4]) {
      await page.keyboard.press('Enter');
      await expect.poll(() => page.url()).toContain(`#diapo-${rang}`);
    }
    await page.mouse.wheel(0, -10_000);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await fermer();
  });

  it.each([
    [1280, 800],
    [1024, 768],
  ])('tiennent chacune sur un écran de %d × %d', async (width, height) => {
    const { page, fermer } = await visiter(navigateur, adresse, { viewport: { width, height } });
    const hautes = await page.evaluate(() => {
      const barre = document.querySelector('.csf-commandes')?.getBoundingClientRect().height ?? 0;
      return [...document.querySelectorAll<HTMLElement>('.csf-diapo')]
        .filter(({ offsetHeight }) => offsetHeight > innerHeight - barre)
        .map(({ id }) => id);
    });
    expect(hautes).toEqual([]);
    await fermer();
  });

  it('ne perdent aucune touche, même pressées plus vite que la page ne défile', async () => {
    const { page, fermer } = await visiter(navigateur, adresse, {
      ecran: 'bureau',
      reducedMotion: 'no-preference',
    });
    for (let fois = 0; fois < 6; fois += 1) {
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(60);
    }
    await expect
      .poll(() => titreVisible(page))
      .toBe((await page.locator('#diapo-7 h2').textContent())?.trim());
    expect(page.url()).toContain('#diapo-7');
    await fermer();
  });

  it('se suivent au bouton, et la suite du clavier part de la diapositive montrée', async () => {
    const { page, fermer } = await visiter(navigateur, adresse, { ecran: 'bureau' });
    const suivante = page.getByRole('button', { name: 'Suivante' });
    await suivante.click();
    await expect.poll(() => page.url()).toContain('#diapo-2');
    await expect.poll(() => suivante.evaluate((bouton) => bouton.matches(':focus'))).toBe(true);
    const precedente = page.getByRole('button', { name: 'Précédente' });
    await precedente.click();
    await expect.poll(() => page.url()).toContain('#diapo-1');
    expect(await precedente.getAttribute('aria-disabled')).toBe('true');
    await page.locator('h1').click();
    await page.keyboard.press('End');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.csf-diapo')?.id)).toBe(
      `diapo-${await page.locator('.csf-diapo').count()}`,
    );
    await fermer();
  });

  it('s’ouvrent à celle que dit l’adresse', async () => {
    const { page, fermer } = await visiter(navigateur, `${adresse}#diapo-7`, { ecran: 'bureau' });
    await expect.poll(() => page.locator('[data-place]').textContent()).toBe('7');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).toContain('#diapo-8');
    await fermer();
  });

  it('se suivent au doigt, et une diapositive plus haute que l’écran se lit en entier', async () => {
    const { page, fermer } = await visiter(navigateur, `${adresse}#diapo-3`);
    const haute = page.locator('#diapo-3');
    expect(await haute.evaluate((diapo) => diapo.clientHeight > innerHeight)).toBe(true);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => haute.evaluate((d) => d.getBoundingClientRect().top)).toBeLessThan(-50);
    expect(page.url()).toContain('#diapo-3');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).toContain('#diapo-4');
    await page.locator('#diapo-9').evaluate((diapo) => {
      document.dispatchEvent(new Event('touchmove'));
      diapo.scrollIntoView();
    });
    await expect.poll(() => page.locator('[data-place]').textContent()).toBe('9');
    await fermer();
  });

  it('sans script, défilent, sans bouton qui ne marche pas', async () => {
    const { page, fermer } = await visiter(navigateur, adresse, SANS_SCRIPT);
    expect(await page.getByRole('button', { name: 'Suivante' }).isVisible()).toBe(false);
    expect(await page.getByText('Au clavier').isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'À qui s’adresser' }).isVisible()).toBe(true);
    await fermer();
  });

  it('s’impriment une par page, en paysage', async () => {
    const { page, fermer } = await visiter(navigateur, adresse, { ecran: 'bureau' });
    const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const pdf = await getDocument({ data, verbosity: 0 }).promise;
    expect(pdf.numPages).toBe(await page.locator('.csf-diapo').count());
    const titres = await page.locator('.csf-diapo :is(h1, h2)').allTextContents();
    for (const [i, titre] of titres.entries()) {
      const feuille = await pdf.getPage(i + 1);
      const { width, height } = feuille.getViewport({ scale: 1 });
      expect(width).toBeGreaterThan(height);
      const { items } = await feuille.getTextContent();
      const texte = items.map((item) => ('str' in item ? item.str : '')).join('');
      const sansBlancs = (lu: string) => lu.replace(/\s/g, '');
      expect(sansBlancs(texte)).toContain(sansBlancs(titre));
    }
    await fermer();
  });
});
