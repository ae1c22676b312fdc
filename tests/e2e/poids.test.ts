import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ouvrirNavigateur } from './navigateur.ts';
import { TYPES_DE_PAGE } from './pages.ts';
import { enEtat } from '../fabriques-etats.ts';
import { BUDGETS, peser, scriptsCharges } from './poids.ts';
import { ouvrirLeDossier } from './suivi.ts';

const site = inject('siteOfficiel');

let navigateur: Browser;

beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});

afterAll(() => navigateur.close());

/** Les pages où l'on tape d'emblée, et dont les règles n'arrivent qu'alors : sans frappe, leur poids ne dit rien. */
const REGLES_A_LA_FRAPPE = [
  'dire son intérêt',
  'contact',
  'contact prérempli',
  'déclarer un parcours',
  'reprendre des dossiers',
  'retrouver ses liens',
];

function premiereVueDe(nom: string, avecReact: boolean): number {
  if (avecReact) return BUDGETS.premiereVueAvecReact;
  return nom === 'résultats de recherche' ? BUDGETS.premiereVueAvecMoteur : BUDGETS.premiereVue;
}

describe('le poids des pages, telles que publiées', () => {
  // Ensemble : une pesée attend surtout que le réseau se taise.
  test.concurrent.each(Object.entries(TYPES_DE_PAGE))(
    '%s tient dans son budget',
    async (nom, adresse) => {
      const poids = await peser(navigateur, site + adresse);
      const { avecReact, htmlEtCss, scripts, scriptsEnTapant } = poids;
      const pesee = [htmlEtCss, avecReact ? scriptsEnTapant : scripts, poids.premiereVue];
      console.log(`${nom} : ${pesee.join(' / ')} octets${avecReact ? ', avec React' : ''}`);
      expect(poids.htmlEtCss).toBeGreaterThan(1000);
      expect(poids.htmlEtCss).toBeLessThanOrEqual(BUDGETS.htmlEtCss);
      if (REGLES_A_LA_FRAPPE.includes(nom)) expect(poids.arrivesEnTapant).toBeGreaterThan(0);
      if (avecReact) expect(scriptsEnTapant).toBeLessThanOrEqual(BUDGETS.scriptsAvecReact);
      else expect(scripts).toBeLessThanOrEqual(BUDGETS.scripts);
      expect(poids.premiereVue).toBeLessThanOrEqual(premiereVueDe(nom, avecReact));
      expect(poids.scriptsBloquants).toEqual([]);
      expect(poids.tiers).toEqual([]);
    },
  );

  test('le formulaire d’une action tient dans son budget, et la relecture d’un texte libre dans le sien', async () => {
    const { page, fermer } = await ouvrirLeDossier(
      navigateur,
      site,
      () => enEtat('reponse-attendue', 'entreprise'),
      { suite: '.refuser' },
    );
    await page.locator('#action:focus').waitFor();
    const avant = await scriptsCharges(page);
    await page.locator('#c-motif').selectOption({ index: 1 });
    await expect.poll(() => scriptsCharges(page)).toBeGreaterThan(avant + 10_000);
    const enTapant = await scriptsCharges(page);
    await page.locator('#c-precision').fill('Kevin ne viendra pas.');
    await page.locator('.csf-vigilance p').first().waitFor();
    const relu = await scriptsCharges(page);
    await fermer();
    console.log(`action du suivi : ${enTapant} octets de scripts, puis ${relu}`);
    expect(enTapant).toBeLessThanOrEqual(BUDGETS.scriptsDUneAction);
    expect(relu).toBeLessThanOrEqual(BUDGETS.scriptsApresRelecture);
  });
});
