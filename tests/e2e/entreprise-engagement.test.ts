import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { COURRIEL_EQUIPE } from '../../src/site/regles/courriel-equipe.ts';
import { paragraphesDocx, paragraphesOdt } from '../documents.ts';
import { ouvrirNavigateur, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

const MOMENTS = ['appel-offres', 'notification', 'proposition', 'accueil'].map((moment) => ({
  chemin: `/entreprise/${moment}/`,
}));

describe('en dix secondes', () => {
  it.each([...MOMENTS, { chemin: '/entreprise/bilan/' }])(
    '$chemin s’ouvre sur le geste : un dessin muet, une ligne, un bouton',
    async (m) => {
      const { page, fermer } = await visiter(navigateur, site + m.chemin);
      const geste = page.getByRole('region', { name: 'L’essentiel' });
      expect(await geste.getByRole('img').count()).toBe(0);
      expect(
        await geste.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth),
      ).toBeGreaterThan(0);
      expect(await geste.locator('p').innerText()).not.toContain('\n');
      const cadre = await geste.getByRole('link').boundingBox();
      expect((cadre?.y ?? Infinity) + (cadre?.height ?? 0)).toBeLessThan(
        page.viewportSize()?.height ?? 0,
      );
      await geste.getByRole('link').tap();
      await page
        .getByRole('heading', { level: 1, name: /liens de suivi|Fiche entreprise/ })
        .waitFor();
      await fermer();
    },
  );
});

describe('ce qui engage l’entreprise', () => {
  it.each(MOMENTS)('$chemin dit ce qui suit un délai manqué', async ({ chemin }) => {
    const { page, fermer } = await visiter(navigateur, site + chemin);
    const delai = page.getByRole('region', { name: 'Avant quand' });
    expect(await delai.innerText()).toMatch(/délai est passé.*pénalités/s);
    await fermer();
  });

  it.each(MOMENTS.slice(0, 2))('$chemin dit les durées, en semaines et en heures', async (m) => {
    const { page, fermer } = await visiter(navigateur, site + m.chemin);
    const texte = await page.getByRole('region', { name: 'Bon à savoir' }).innerText();
    expect(texte).toMatch(/5\ssemaines\s\(150\sh\).*26\ssemaines\s\(900\sh\)/s);
    await fermer();
  });

  it.each([
    ['/entreprise/', ['Code de l’éducation']],
    ['/entreprise/accueil/', ['Code du travail', 'Code de l’éducation']],
    ['/entreprise/fiche-entreprise/', ['Code du travail', 'Code de l’éducation']],
    ['/kit/', ['Code du travail', 'Code de l’éducation']],
    ['/kit/presentation/', ['Code de l’éducation']],
  ])(
    '%s cite la loi avec son texte officiel, le taux daté et le jour de relecture',
    async (...cas) => {
      const [chemin, textes] = cas;
      const { page, fermer } = await visiter(navigateur, site + chemin);
      const main = page.locator('main');
      for (const name of textes) {
        const source = main
          .locator('.csf-source')
          .filter({ has: page.getByText(name) })
          .first();
        const lien = source.locator('a', { hasText: name });
        expect(await lien.getAttribute('href')).toMatch(/^https:\/\/www\.legifrance\.gouv\.fr\//);
        expect(await source.textContent()).toMatch(/relu le\s+\d/);
      }
      expect(await main.textContent()).toMatch(/4,50\s€ l’heure en 2026/);
      await fermer();
    },
  );

  it('mène à « à qui s’adresser » dès le premier écran d’un téléphone', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/entreprise/notification/`);
    const lien = page.getByRole('link', { name: 'À qui s’adresser' });
    const cadre = await lien.boundingBox();
    expect((cadre?.y ?? Infinity) + (cadre?.height ?? 0)).toBeLessThan(
      page.viewportSize()?.height ?? 0,
    );
    await lien.tap();
    await page.waitForURL(/#a-qui-s-adresser$/);
    await fermer();
  });
});

describe('la frise', () => {
  it.each([992, 1100, 1280])(
    'ouverte, ne déborde pas d’une fenêtre de %s pixels',
    async (width) => {
      const { page, fermer } = await visiter(navigateur, `${site}/entreprise/accueil/`, {
        ecran: 'bureau',
      });
      await page.setViewportSize({ width, height: 800 });
      for (const rang of [0, 7]) {
        await page.locator('.csf-frise summary').nth(rang).click();
        const trop = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(trop).toBe(0);
      }
      await fermer();
    },
  );
});

describe('la fiche entreprise', () => {
  it.each([
    ['docx', paragraphesDocx],
    ['odt', paragraphesOdt],
  ] as const)('se télécharge en .%s, avec tout ce qu’elle demande', async (format, lire) => {
    const reponse = await fetch(`${site}/entreprise/fiche-entreprise.${format}`);
    const texte = lire(new Uint8Array(await reponse.arrayBuffer())).join('\n');
    for (const attendu of ['Référence du marché', 'Tâches proposées', COURRIEL_EQUIPE])
      expect(texte).toContain(attendu);
    expect(texte.match(/Nom et fonction/g)).toHaveLength(3);
  });
});
