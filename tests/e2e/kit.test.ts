import decodeQR from 'qr/decode.js';
import type { Browser, Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { versionOuverteSchema } from '../../src/core/version-kit.ts';
import { lireVersions, retards } from '../../src/edition/empreintes.ts';
import { SITES } from './construction.ts';
import { ouvrirNavigateur, SANS_INCIDENT, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
const SANS_SCRIPT = { javaScriptEnabled: false };
const [{ id: VERSION } = { id: '' }] = await lireVersions();
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

/** La version courante telle que le site la publie ; ses adresses sont celles de SITE_URL. */
async function versionPubliee() {
  const reponse = await fetch(`${site}/kit/version.json`);
  return versionOuverteSchema.parse(await reponse.json());
}

/** La même page, sur le site des tests. */
function ici(adresse: string): string {
  return new URL(new URL(adresse).pathname, site).href;
}

/** Lit un QR code comme le ferait un téléphone : des points dessinés par le navigateur. */
async function lireQr(page: Page, adresse: string): Promise<string> {
  const cote = 148;
  const points = await page.evaluate(
    async ({ adresse, cote }) => {
      const image = new Image(cote, cote);
      image.src = adresse;
      await image.decode();
      const toile = new OffscreenCanvas(cote, cote).getContext('2d');
      toile?.drawImage(image, 0, 0, cote, cote);
      return [...(toile?.getImageData(0, 0, cote, cote).data ?? [])];
    },
    { adresse, cote },
  );
  return decodeQR({ width: cote, height: cote, data: Uint8Array.from(points) });
}

describe('le kit daté', () => {
  it('a des PDF et un article figé qui disent ce que dit le site', async () => {
    expect(await retards(SITES.demonstration.dossier)).toEqual([]);
  });

  it('avertit quand les PDF mènent à une autre adresse que celle du site', async () => {
    const [alerte = ''] = await retards(SITES.demonstration.dossier, 'https://autre.example');
    expect(alerte).toContain('https://autre.example');
    expect(alerte).toContain('npm run kit:publier');
  });

  it('se publie pour les programmes : chaque adresse de version.json répond', async () => {
    const { moments, ...kit } = await versionPubliee();
    expect(kit.version).toBe(VERSION);
    expect(moments).toHaveLength(5);
    const adresses = [
      ...[kit.permalien, kit.adresse, kit.adresseCourte, kit.qr, kit.pdf],
      ...moments.flatMap(({ adresse, adresseCourte, qr, pdf }) => [
        adresse,
        adresseCourte,
        qr,
        pdf,
      ]),
    ];
    for (const adresse of adresses) expect((await fetch(ici(adresse))).status, adresse).toBe(200);
  });

  it('garde chaque version à son adresse, avec sa date et son contenu', async () => {
    const { page, incidents, fermer } = await visiter(
      navigateur,
      `${site}/kit/${VERSION}/`,
      SANS_SCRIPT,
    );
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(VERSION);
    expect(await page.locator('[data-moment]').count()).toBe(5);
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toMatch(/\/kit\/$/);
    await page.getByRole('link', { name: 'Toutes les versions' }).tap();
    await page.waitForURL(/\/kit\/versions\/$/);
    expect(await page.getByRole('heading', { name: `Version ${VERSION}` }).isVisible()).toBe(true);
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });
});

describe('une adresse courte', () => {
  it('est dans son QR code, lisible, avec un nom', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/kit/`);
    const { moments, adresseCourte, qr } = await versionPubliee();
    for (const codee of [{ adresseCourte, qr }, ...moments]) {
      const adresse = ici(codee.qr);
      expect(await (await fetch(adresse)).text()).toMatch(
        /role="img".*<title[^>]*>QR code : [^<]+/,
      );
      expect(await lireQr(page, adresse)).toBe(codee.adresseCourte);
    }
    await fermer();
  });

  it('mène à son moment, sur un téléphone et sans script', async () => {
    const { moments } = await versionPubliee();
    for (const { adresse, adresseCourte, titre } of moments) {
      const { page, fermer } = await visiter(navigateur, ici(adresseCourte), SANS_SCRIPT);
      await page.waitForURL(ici(adresse));
      const h1 = await page.getByRole('heading', { level: 1 }).textContent();
      expect(h1?.replaceAll('’', "'").trim()).toBe(titre.replaceAll('’', "'"));
      await fermer();
    }
  });
});

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
      expect(await page.getByRole('status').textContent()).toContain(
        `Diapositive ${rang} sur ${total}`,
      );
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

  it('se suivent au bouton, et la suite du clavier part de la diapositive montrée', async () => {
    const { page, fermer } = await visiter(navigateur, adresse, { ecran: 'bureau' });
    const suivante = page.getByRole('button', { name: 'Suivante' });
    await suivante.click();
    await expect.poll(() => page.url()).toContain('#diapo-2');
    const precedente = page.getByRole('button', { name: 'Précédente' });
    await precedente.click();
    await expect.poll(() => page.url()).toContain('#diapo-1');
    expect(await precedente.getAttribute('aria-disabled')).toBe('true');
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
    await page.keyboard.press('PageDown');
    await expect.poll(() => haute.evaluate((d) => d.getBoundingClientRect().top)).toBeLessThan(-50);
    expect(page.url()).toContain('#diapo-3');
    await page.locator('#diapo-9').evaluate((diapo) => {
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
