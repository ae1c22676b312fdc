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

function premiereVueDe(nom: string, avecReact: boolean): number {
  if (avecReact) return BUDGETS.premiereVueAvecReact;
  return nom === 'résultats de recherche' ? BUDGETS.premiereVueAvecMoteur : BUDGETS.premiereVue;
}

describe('le poids des pages, telles que publiées', () => {
  test.each(Object.entries(TYPES_DE_PAGE))('%s tient dans son budget', async (nom, adresse) => {
    const poids = await peser(navigateur, site + adresse);
    const { avecReact, htmlEtCss, scripts, scriptsEnTapant } = poids;
    const pesee = [htmlEtCss, avecReact ? scriptsEnTapant : scripts, poids.premiereVue];
    console.log(`${nom} : ${pesee.join(' / ')} octets${avecReact ? ', avec React' : ''}`);
    expect(poids.htmlEtCss).toBeGreaterThan(1000);
    expect(poids.htmlEtCss).toBeLessThanOrEqual(BUDGETS.htmlEtCss);
    if (avecReact) expect(scriptsEnTapant).toBeLessThanOrEqual(BUDGETS.scriptsAvecReact);
    else expect(scripts).toBeLessThanOrEqual(BUDGETS.scripts);
    expect(poids.premiereVue).toBeLessThanOrEqual(premiereVueDe(nom, avecReact));
    expect(poids.scriptsBloquants).toEqual([]);
    expect(poids.tiers).toEqual([]);
  });
});
