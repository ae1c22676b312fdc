import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  defautsDAccessibilite,
  ECRANS,
  ouvrirNavigateur,
  visiter,
  type Ecran,
} from './navigateur.ts';
import { TYPES_DE_PAGE } from './pages.ts';

let navigateur: Browser;
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

describe.each(Object.keys(ECRANS) as Ecran[])('sur un écran de type %s', (ecran) => {
  it.concurrent.each(Object.entries(TYPES_DE_PAGE))(
    'la page « %s » n’a ni défaut d’accessibilité, ni incident, ni débordement',
    async (nom, chemin) => {
      const { page, incidents, fermer } = await visiter(navigateur, inject('site') + chemin, {
        ecran,
      });
      await page.waitForLoadState('networkidle');
      expect(await defautsDAccessibilite(page)).toEqual([]);
      const debord = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(debord).toBe(0);
      expect(incidents.tiers).toEqual([]);
      expect(incidents.politique).toEqual([]);
      // La page introuvable répond 404, et c'est bien ce qu'on lui demande.
      if (nom !== 'introuvable') {
        expect(incidents.console).toEqual([]);
        expect(incidents.echecs).toEqual([]);
      }
      await fermer();
    },
  );
});
