import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { uneLigneDeTableau, unSuiviDeTableau, unTableau } from '../fabriques-tableau.ts';
import { defautsDAccessibilite, ouvrirNavigateur, SANS_INCIDENT } from './navigateur.ts';
import { desLignes, ouvrirTableau, referencesDe } from './tableaux.ts';

let navigateur: Browser;
const site = inject('site');
const ADRESSE = `${site}/suivi/demandes/`;
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

const LIGNES = [
  ...desLignes(2),
  uneLigneDeTableau({
    reference: 'D-attend',
    jeton: 'a'.repeat(43),
    suivi: unSuiviDeTableau({ qui: 'tutrice', quoi: 'creneau-a-choisir' }),
  }),
];
const LISTE = unTableau({ role: 'tutrice', lignes: LIGNES });

/* Un texte que rien d'autre ne porte : s'il part, il se voit. */
const ETIQUETTE = 'jeune Zéphyr-quatre';

describe('mes demandes', () => {
  it('montre d’abord ce qui attend la tutrice, sur un téléphone comme au clavier', async () => {
    const { page, incidents, fermer } = await ouvrirTableau(
      navigateur,
      ADRESSE,
      [LISTE],
      'telephone',
    );
    const [premiere = '', deuxieme = ''] = await referencesDe(page);
    expect([premiere, deuxieme].sort()).toEqual(['D-000001', 'D-attend']);
    expect(await page.getByText(/relancer l’entreprise/i).count()).toBe(0);
    const large = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(large).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    expect(await defautsDAccessibilite(page)).toEqual([]);
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  it('garde une étiquette sur l’appareil, et aucune requête ne la porte', async () => {
    const { page, fermer } = await ouvrirTableau(navigateur, ADRESSE, [LISTE]);
    const parties: string[] = [];
    page.on('request', (requete) => {
      parties.push(decodeURIComponent(`${requete.url()} ${requete.postData() ?? ''}`));
      parties.push(JSON.stringify(requete.headers()));
    });
    const champ = page.getByLabel('Votre étiquette pour le dossier D-attend');
    await champ.fill(ETIQUETTE);
    await page.getByRole('button', { name: 'Actualiser' }).click();
    await page.reload();
    await champ.waitFor();
    expect(await champ.inputValue()).toBe(ETIQUETTE);
    await page.goto(`${site}/parcours/`);
    await page.waitForLoadState('networkidle');
    await page.goto(ADRESSE);
    await champ.waitFor();
    expect(await champ.inputValue()).toBe(ETIQUETTE);
    // Des requêtes sont bien passées, et pas une ne la porte, même codée.
    expect(parties.filter((partie) => partie.includes('lire-lien')).length).toBeGreaterThan(1);
    for (const partie of parties) expect(partie).not.toMatch(/zéphyr|zephyr|Z%C3%A9phyr/i);

    await page.getByRole('button', { name: 'Effacer mes étiquettes de cet appareil' }).click();
    await page.getByText('Vos étiquettes sont effacées de cet appareil.').waitFor();
    expect(await champ.inputValue()).toBe('');
    expect(await page.evaluate(() => Object.values(localStorage).join(' '))).not.toMatch(/Zéphyr/);
    await fermer();
  });
});
