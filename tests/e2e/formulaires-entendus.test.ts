import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { champsEntendus, noterLesAnnonces } from './ecoute.ts';
import { ouvrirNavigateur, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

/** Chaque formulaire que l'on peut ouvrir sans lien personnel, et le bouton qui le fait relire. */
const FORMULAIRES = {
  'dire son intérêt': { chemin: '/interet/', bouton: 'Continuer' },
  contact: { chemin: '/contact/', bouton: 'Envoyer le message' },
  'déclarer un parcours': { chemin: '/acheteur/declarer/', bouton: 'Relire avant d’envoyer' },
  'reprendre des dossiers': {
    chemin: '/acheteur/reprendre/',
    bouton: 'Demander à reprendre ces dossiers',
  },
  'retrouver ses liens': { chemin: '/suivi/retrouver/', bouton: 'Recevoir mes liens' },
};

describe.each(Object.entries(FORMULAIRES))('%s, à l’oreille', (_nom, { chemin, bouton }) => {
  it('ne dit rien de faux avant le moindre signe, et dit ce qui est obligatoire', async () => {
    const { page, fermer } = await visiter(navigateur, site + chemin);
    const champs = await champsEntendus(page);
    expect(champs.length).toBeGreaterThan(0);
    // Animée, la page n'exige plus chaque bouton radio : un instant passe avant que le navigateur ne le dise.
    await expect
      .poll(async () => (await champsEntendus(page)).filter(({ faux }) => faux))
      .toEqual([]);
    expect(champs.filter(({ nom }) => nom === '')).toEqual([]);
    expect(champs.some(({ obligatoire }) => obligatoire)).toBe(true);
    await fermer();
  });

  it('dit ce qui manque : le résumé prend le focus, le titre le dit, chaque champ faux dit pourquoi', async () => {
    const { page, fermer } = await visiter(navigateur, site + chemin);
    const titre = await page.title();
    await page.getByRole('button', { name: bouton }).click();
    const resume = page.getByRole('group', { name: /à corriger/ });
    await resume.waitFor();
    expect(await resume.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.title()).toBe(`Erreur – ${titre}`);
    const faux = (await champsEntendus(page)).filter((champ) => champ.faux);
    expect(faux.length).toBeGreaterThan(0);
    for (const { role, nom, description } of faux) {
      // Le message d'un groupe fait partie de son nom ; celui d'un champ, de sa description.
      const dit = role === 'radiogroup' ? nom : description;
      expect(dit, nom).toMatch(/(?:Écrivez|Choisissez|Dites|Cochez)/);
    }
    const liens = await resume.getByRole('link').all();
    for (const lien of liens) {
      const cible = ((await lien.getAttribute('href')) ?? '#').slice(1);
      expect(await page.locator(`[id="${cible}"]`).count(), cible).toBe(1);
    }
    await fermer();
  });

  it('ne répète rien pendant que l’on tape', async () => {
    const { page, fermer } = await visiter(navigateur, site + chemin);
    const annonces = await noterLesAnnonces(page);
    const champ = page.locator(
      'main form input[type=text]:visible, main form input[type=email]:visible',
    );
    await champ.first().pressSequentially('abcdef');
    await page.waitForTimeout(1_000);
    const dites = await annonces();
    expect(new Set(dites).size).toBe(dites.length);
    await fermer();
  });
});
