import decodeQR from 'qr/decode.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { versionOuverteSchema } from '../../src/kit/regles/versions.ts';
import { lireArticle } from '../../src/outils/edition/article.ts';
import { lireEmpreintes, lireVersions, retards } from '../../src/outils/edition/empreintes.ts';
import { SITES } from './construction.ts';
import { ouvrirNavigateur, SANS_INCIDENT, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
const SANS_SCRIPT = { javaScriptEnabled: false };
const VERSIONS = await lireVersions();
const [{ id: VERSION } = { id: '' }] = VERSIONS;
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

  it.each(VERSIONS)('montre la version $id telle qu’elle a été publiée', async ({ id }) => {
    const page = await (await fetch(`${site}/kit/${id}/`)).text();
    const { kit, moments } = lireArticle(page);
    expect({ kit, moments }).toEqual({
      kit: (await lireEmpreintes(id))?.kit,
      moments: (await lireEmpreintes(id))?.moments,
    });
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
