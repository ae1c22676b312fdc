import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ouvrirNavigateur, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

const GUIDES = ['/tuteur/', '/coordination/', '/jeune/', '/partenaire/'];

describe('un guide', () => {
  it.each(GUIDES)(
    '%s dit pour qui il est, explique la CSF et la MLDS, et se date',
    async (chemin) => {
      const { page, fermer } = await visiter(navigateur, site + chemin);
      const texte = (await page.getByRole('main').innerText()).replaceAll('\u00A0', ' ');
      expect(texte).toMatch(/Pour qui : \S/);
      expect(texte).toMatch(/Dernière relecture : \d/);
      for (const [sigle, sens] of [
        ['CSF', 'clause sociale de formation (CSF)'],
        ['MLDS', 'mission de lutte contre le décrochage scolaire (MLDS)'],
      ] as const) {
        expect(texte.indexOf(sigle) - sens.indexOf(sigle)).toBe(texte.indexOf(sens));
      }
      await fermer();
    },
  );

  it('du tuteur : le sommaire mène à ce qu’il faut faire quand l’entreprise se tait', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/tuteur/`, {
      javaScriptEnabled: false,
    });
    const sommaire = page.getByRole('navigation', { name: 'Sur cette page' });
    await sommaire.getByRole('link', { name: 'L’entreprise ne répond plus' }).tap();
    const titre = page.getByRole('heading', { name: 'L’entreprise ne répond plus' });
    const boite = await titre.boundingBox();
    expect(boite?.y).toBeLessThan(100);
    expect(
      await page.getByRole('link', { name: 'Chercher un parcours' }).getAttribute('href'),
    ).toBe('/parcours/');
    await fermer();
  });

  it('du jeune : de gros caractères, une partie par écran, et qui appeler', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/jeune/`);
    const paragraphe = page.getByText('Vous voulez reprendre votre chemin scolaire.');
    const taille = await paragraphe.evaluate((element) => getComputedStyle(element).fontSize);
    expect(Number.parseFloat(taille)).toBeGreaterThanOrEqual(18);
    expect(await page.getByRole('heading', { name: 'Qui appeler' }).isVisible()).toBe(true);
    const hauts = await page
      .getByRole('main')
      .getByRole('heading', { level: 2 })
      .evaluateAll((titres) => titres.map((titre) => titre.getBoundingClientRect().top));
    const hauteurs = hauts.slice(1).map((haut, rang) => haut - (hauts[rang] ?? 0));
    expect(Math.max(...hauteurs), 'chaque partie tient sur un écran').toBeLessThanOrEqual(740);
    await fermer();
  });
});

describe('les résultats', () => {
  it('ont le même contenu en graphique, en tableau et en fichier', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/resultats/`);
    const reponse = await page.request.get(`${site}/resultats.csv`);
    expect(reponse.headers()['content-type']).toBe('text/csv; charset=utf-8');
    const lignes = parse<Record<string, string>>(await reponse.text(), {
      bom: true,
      columns: true,
    });
    const jeunes = lignes.reduce((total, ligne) => total + Number(ligne.jeunesDeLaSuite), 0);
    const graphique = page.getByRole('img', { name: 'Ce que sont devenus les jeunes' });
    expect(await graphique.locator('rect').count()).toBe(jeunes);
    const tableau = page.getByRole('table', { name: 'Résultats publiés' });
    for (const annee of new Set(lignes.map((ligne) => ligne.anneeScolaire ?? ''))) {
      const rangee = tableau.getByRole('row').filter({ hasText: annee });
      const suites = lignes.filter((ligne) => ligne.anneeScolaire === annee);
      expect(await rangee.getByRole('listitem').count()).toBe(suites.length);
      expect(await rangee.getByRole('cell').first().textContent()).toBe(suites[0]?.jeunes);
    }
    await fermer();
  });

  it('disent chaque année en mots à qui ne voit pas le graphique', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/resultats/`);
    const description = await page.locator('#graphique-detail').textContent();
    expect(description).toContain('8 projets professionnels établis (dont 2 apprentissages)');
    await fermer();
  });
});
