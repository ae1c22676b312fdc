import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AUTRE, OFFRE } from './base-de-theatre.ts';
import {
  defautsDAccessibilite,
  ECRANS,
  ouvrirNavigateur,
  SANS_INCIDENT,
  visiter,
  type Ecran,
} from './navigateur.ts';

const site = inject('siteOfficiel');

let navigateur: Browser;
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

describe('les chiffres d’un site construit sur sa base', () => {
  it.each(Object.keys(ECRANS) as Ecran[])('se lisent sans défaut : %s', async (ecran) => {
    const adresse = `${site}/statistiques/`;
    const { page, incidents, fermer } = await visiter(navigateur, adresse, { ecran });
    expect(await defautsDAccessibilite(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
      true,
    );
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  it('disent la médiane, ce qui est à temps, et les clauses qui ont un jeune', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/statistiques/`);
    const chiffres = (await page.locator('.csf-chiffres').innerText()).replace(/\s+/g, ' ');
    expect(chiffres).toContain('9 jours');
    expect(chiffres).toContain('de réponses en 14 jours au plus (30 demandes sur 50) 60 %');
    expect(chiffres).toContain('d’accueils commencés en 30 jours au plus 65 %');
    expect(chiffres).toContain('« une clause, un jeune ») 33 sur 80');
    await fermer();
  });

  it('mettent sous chaque dessin le tableau des mêmes nombres, et y marquent les délais', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/statistiques/`);
    const dessin = page.getByRole('img', { name: /^La réponse de l’entreprise/ });
    expect((await dessin.textContent())?.replace(/\s+/g, ' ')).toContain(
      '14 jours : réponse attendue',
    );
    const tableau = page.getByRole('table', { name: /^La réponse de l’entreprise/ });
    const lignes = await tableau.getByRole('row').allInnerTexts();
    expect(lignes.map((ligne) => ligne.replace(/\s+/g, ' ').trim())).toEqual([
      'Délai Demandes Part',
      '0 à 3 jours 10 25 %',
      '4 à 7 jours 5 13 %',
      '8 à 14 jours 15 38 %',
      '15 jours et plus 10 25 %',
      'Ensemble 40 100 %',
    ]);
    const lyon = page.getByRole('row', { name: /^Lyon/ });
    expect((await lyon.innerText()).replace(/\s+/g, ' ')).toMatch(/^Lyon 12 9 jours –/);
    expect(await page.getByRole('rowheader', { name: 'octobre 2026' }).count()).toBe(1);
    await fermer();
  });

  it('se téléchargent en CSV', async () => {
    const csv = await (await fetch(`${site}/statistiques.csv`)).text();
    expect(csv).toContain('ensemble,,avec-un-jeune,80,,avec,33');
    expect(csv).not.toContain('null');
  });

  it('se disent sur la page d’un parcours qui a reçu assez de demandes, et sur elle seule', async () => {
    const lire = async (id: string) => (await fetch(`${site}/parcours/${id}/`)).text();
    expect(await lire(OFFRE.id)).toContain('Cette offre répond en général en 9');
    expect(await lire(AUTRE.id)).not.toContain('répond en général');
  });
});

describe('les chiffres d’un site construit sans base', () => {
  it('disent simplement qu’ils viendront', async () => {
    const { page, fermer } = await visiter(navigateur, `${inject('site')}/statistiques/`);
    await page.getByText('Il n’y a pas encore de chiffres.').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    expect(await page.getByRole('link', { name: /Télécharger/ }).count()).toBe(0);
    await fermer();
  });
});
