import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parcoursLibre, remplirJusquALaRelecture, unePersonne } from './interet.ts';
import { ouvrirNavigateur, SERVICE, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

const adresse = (rang: number) => `${site}/interet/?parcours=${parcoursLibre(rang).id}`;
const titre = (page: Page, nom: string) => page.getByRole('heading', { name: nom });

describe('le formulaire d’intérêt, quand on y revient', () => {
  it('redemande l’accord après un rechargement : le brouillon ne le garde pas', async () => {
    const { page, fermer } = await visiter(navigateur, adresse(3));
    await remplirJusquALaRelecture(page, unePersonne('Accord Essai'), /\(150\sh\)/);
    const accord = page.getByRole('checkbox', { name: /^J’accepte que mes réponses/ });
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('consentement');
    await page.reload();
    await titre(page, 'Relisez avant d’envoyer').waitFor();
    expect(await page.locator('dl').first().innerText()).toMatch(/J’accepte[^\n]*\s+Non renseigné/);
    await page.getByRole('button', { name: 'Envoyer ma demande' }).tap();
    await page.getByRole('link', { name: /^Cochez la case/ }).tap();
    expect(await accord.isChecked()).toBe(false);
    expect(await accord.evaluate((element) => element === document.activeElement)).toBe(true);
    await fermer();
  });

  it('dit dès la première étape qu’un autre jeune est déjà proposé', async () => {
    const { page, contexte, fermer } = await visiter(navigateur, `${site}/interet/`);
    const etat = {
      statut: 'trouve',
      intitule: 'Préparer une commande',
      commune: 'Ville',
      heures: 300,
      heuresRestantes: 300,
      disponibilite: 'reserve',
      reserveLe: '2026-11-02T09:00:00Z',
      enAttente: 1,
    };
    await contexte.route(`${SERVICE}/**/etat-parcours*`, (route) =>
      route.fulfill({ json: etat, headers: { 'Access-Control-Allow-Origin': site } }),
    );
    await page.goto(adresse(3));
    const encart = page.getByRole('status').filter({ hasText: /réservé/i });
    await encart.waitFor();
    expect(await titre(page, 'Qui êtes-vous ?').isVisible()).toBe(true);
    expect(await encart.innerText()).toMatch(/réservé/i);
    await fermer();
  });
});
