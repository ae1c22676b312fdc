import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import {
  defautsDAccessibilite,
  ECRANS,
  ouvrirNavigateur,
  revisiter,
  SANS_INCIDENT,
  visiter,
  type Visite,
} from './navigateur.ts';
import { TYPES_DE_PAGE } from './pages.ts';

let navigateur: Browser;
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

/** Les seules pages dont le style demande s'il y a une souris : un téléphone élargi n'y vaut pas un bureau. */
const SELON_LA_SOURIS: readonly string[] = ['diapositives'];

/* On ne fait que lire : une visite sert à la suivante, et la page ouverte sur un téléphone s'élargit jusqu'au bureau. */
const libres: Visite[] = [];
const lire = async (adresse: string) => {
  const libre = libres.pop();
  return libre ? revisiter(libre, adresse) : visiter(navigateur, adresse, { ecran: 'telephone' });
};

/** Ce qui ne va pas à l'écran, sur cette largeur ; vide si tout va bien. */
async function defautsALEcran(page: Page, ecran: keyof typeof ECRANS): Promise<string[]> {
  await page.setViewportSize(ECRANS[ecran].viewport);
  const debord = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const defauts = await defautsDAccessibilite(page);
  return debord === 0 ? defauts : [`déborde de ${debord} points`, ...defauts];
}

it.concurrent.each(Object.entries(TYPES_DE_PAGE))(
  'la page « %s » n’a ni défaut d’accessibilité, ni incident, ni débordement, sur téléphone et sur bureau',
  async (nom, chemin) => {
    const visite = await lire(inject('site') + chemin);
    const { page, incidents } = visite;
    await page.waitForLoadState('networkidle');
    expect(await defautsALEcran(page, 'telephone')).toEqual([]);
    if (!SELON_LA_SOURIS.includes(nom)) expect(await defautsALEcran(page, 'bureau')).toEqual([]);
    expect(incidents.tiers).toEqual([]);
    expect(incidents.politique).toEqual([]);
    // La page introuvable répond 404, et c'est bien ce qu'on lui demande.
    if (nom !== 'introuvable') {
      expect(incidents.console).toEqual([]);
      expect(incidents.echecs).toEqual([]);
    }
    libres.push(visite);
  },
);

it.each(SELON_LA_SOURIS)('la page « %s » non plus, sur un bureau avec sa souris', async (nom) => {
  const chemin = TYPES_DE_PAGE[nom as keyof typeof TYPES_DE_PAGE];
  const { page, incidents, fermer } = await visiter(navigateur, inject('site') + chemin, {
    ecran: 'bureau',
  });
  await page.waitForLoadState('networkidle');
  expect(await defautsALEcran(page, 'bureau')).toEqual([]);
  expect(incidents).toEqual(SANS_INCIDENT);
  await fermer();
});
