import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ouvrirNavigateur } from './navigateur.ts';
import { TYPES_DE_PAGE } from './pages.ts';
import { BUDGETS, peser } from './poids.ts';

const site = inject('siteOfficiel');

let navigateur: Browser;

beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});

afterAll(() => navigateur.close());

describe('le poids des pages, telles que publiées', () => {
  test.each(Object.entries(TYPES_DE_PAGE))('%s tient dans son budget', async (nom, adresse) => {
    const poids = await peser(navigateur, site + adresse);
    console.log(`${nom} : ${poids.htmlEtCss} / ${poids.scripts} / ${poids.premiereVue} octets`);
    expect(poids.htmlEtCss).toBeGreaterThan(1000);
    expect(poids.htmlEtCss).toBeLessThanOrEqual(BUDGETS.htmlEtCss);
    expect(poids.scripts).toBeLessThanOrEqual(BUDGETS.scripts);
    const { premiereVue, premiereVueAvecMoteur } = BUDGETS;
    expect(poids.premiereVue).toBeLessThanOrEqual(
      nom === 'résultats de recherche' ? premiereVueAvecMoteur : premiereVue,
    );
    expect(poids.scriptsBloquants).toEqual([]);
    expect(poids.tiers).toEqual([]);
  });
});
