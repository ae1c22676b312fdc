import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ouvrirNavigateur, SANS_INCIDENT, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

/** « 18 parcours » -> 18 */
function nombreDe(texte: string | null): number {
  return Number(/^\d+/.exec(texte ?? '')?.[0]);
}

describe('une tutrice, sur son téléphone', () => {
  it('trouve un parcours disponible près d’une commune, le filtre, l’ouvre et revient', async () => {
    const { page, incidents, fermer } = await visiter(navigateur, `${site}/`);
    await page.getByLabel('Commune ou code postal').pressSequentially('nanter');
    await page.getByRole('option', { name: /^Nanterre \(92\)/ }).tap();
    await page.waitForURL(/\/parcours\/\?dispo=disponible&lieu=nanterre-92050$/);
    const nombre = page.locator('#nombre');
    await page.getByRole('link', { name: /À 35 km de Nanterre/ }).waitFor();
    const autour = nombreDe(await nombre.textContent());
    expect(autour).toBeGreaterThan(0);

    await page.getByText('Jusqu’à 2 mois').tap();
    await page.waitForURL(/duree=courte/);
    await page.getByRole('link', { name: /Retirer le filtre Jusqu’à 2 mois/ }).waitFor();
    const courts = nombreDe(await nombre.textContent());
    const annonce = page.getByRole('status').getByRole('heading', { name: `${courts} parcours` });
    expect(await annonce.count()).toBe(1);
    expect(courts).toBeLessThanOrEqual(autour);
    expect(await page.getByText('Jusqu’à 2 mois').first().textContent()).toContain(`(${courts})`);

    const distances = await page.locator('.csf-carte b').allTextContents();
    const km = distances.map((texte) => Number(/à (?:environ )?(\d+) km/.exec(texte)?.[1] ?? 0));
    expect(km).toEqual([...km].sort((a, b) => a - b));
    expect(Math.max(...km)).toBeLessThanOrEqual(35);

    const adresse = page.url();
    await page.locator('#cartes a').first().tap();
    await page.waitForURL(/\/parcours\/[a-z0-9]{8}\/\?lieu=nanterre-92050/);
    await page.getByText(/^À .* de Nanterre$/).waitFor();
    const lien = page.getByRole('link', { name: 'Ce parcours m’intéresse' });
    expect(await lien.getAttribute('href')).toMatch(/^\/interet\/\?parcours=[a-z0-9]{8}$/);

    await page.goBack();
    await page.waitForURL(adresse);
    await expect.poll(() => nombre.textContent()).toBe(`${courts} parcours`);
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  it('le bouton retour défait chaque filtre, jusqu’à la liste entière', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/parcours/`);
    const nombre = page.locator('#nombre');
    const tout = (await nombre.textContent())?.trim();
    await page.getByText('Plus de 2 mois').tap();
    await page.waitForURL(/duree=longue/);
    await page.getByText('Réservé (').tap();
    await page.waitForURL(/dispo=reserve/);
    await page.goBack();
    await page.waitForURL(/duree=longue$/);
    await expect.poll(() => page.locator('#f-dispo-reserve').isChecked()).toBe(false);
    await page.goBack();
    await expect.poll(() => nombre.textContent()).toBe(tout);
    expect(await page.locator('#f-duree-longue').isChecked()).toBe(false);
    await fermer();
  });

  it('retire un filtre par son étiquette, puis efface tout', async () => {
    const { page, fermer } = await visiter(
      navigateur,
      `${site}/parcours/?duree=longue&dispo=disponible&amenages=oui`,
    );
    await page.getByRole('link', { name: 'Retirer le filtre Disponible' }).tap();
    await expect.poll(() => page.url()).not.toContain('dispo=');
    await page.getByRole('link', { name: 'Tout effacer' }).tap();
    await expect.poll(() => page.url()).toBe(`${site}/parcours/`);
    expect(await page.getByRole('list', { name: 'Filtres actifs' }).isVisible()).toBe(false);
    await fermer();
  });

  it('envoie un lien à un collègue : la même adresse redonne la même liste', async () => {
    const chemin = '/parcours/?lieu=lyon-69123&rayon=50&duree=courte&duree=longue&tri=fin';
    const titres = [];
    for (let visite = 0; visite < 2; visite++) {
      const { page, fermer } = await visiter(navigateur, site + chemin);
      await page.getByRole('link', { name: /À 50 km de Lyon/ }).waitFor();
      titres.push(await page.locator('#cartes h3').allTextContents());
      expect(await page.locator('#rayon').inputValue()).toBe('50');
      expect(await page.locator('#tri').inputValue()).toBe('fin');
      await fermer();
    }
    expect(titres[0]?.length).toBeGreaterThan(0);
    expect(titres[1]).toEqual(titres[0]);
  });

  it('tape un code postal sans choisir de proposition : la touche Entrée suffit', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/parcours/`);
    await page.getByLabel('Commune ou code postal').fill('92000');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /À 35 km de Nanterre/ }).waitFor();
    expect(await page.getByLabel('Commune ou code postal').inputValue()).toBe('Nanterre (92)');
    await fermer();
  });

  it('tape un lieu inconnu : le texte reste, et un message dit quoi faire', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/parcours/`);
    await page.getByLabel('Commune ou code postal').fill('Zzyzx');
    await page.keyboard.press('Enter');
    await page.getByText(/Nous ne connaissons pas «\sZzyzx\s»/).waitFor();
    expect(await page.getByLabel('Commune ou code postal').inputValue()).toBe('Zzyzx');
    expect(await page.locator('.csf-carte').count()).toBeGreaterThan(0);
    await fermer();
  });

  it('trouve par un mot de la tâche, avec un extrait surligné', async () => {
    const { page, incidents, fermer } = await visiter(navigateur, `${site}/recherche/`);
    await page.getByLabel('Mots à chercher').fill('réception');
    await page.getByRole('button', { name: 'Rechercher' }).tap();
    await page.locator('#resultats mark').first().waitFor();
    expect(page.url()).toContain('q=r%C3%A9ception');
    await page.getByLabel('Domaine').selectOption('Hôtellerie');
    await page.getByRole('button', { name: 'Rechercher' }).tap();
    const annonce = page.getByRole('status').getByRole('heading');
    await expect.poll(() => annonce.textContent()).toMatch(/^\d+ résultat/);
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });
});

describe('une liste vide', () => {
  it('dit pourquoi, et chaque piste mène bien à autant de parcours que promis', async () => {
    const { page, fermer } = await visiter(
      navigateur,
      `${site}/domaines/restauration-cuisine/?lieu=nanterre-92050&rayon=10`,
    );
    await page.getByText(/Aucun parcours ouvert ne répond/).waitFor();
    const pistes = page.locator('#vide a');
    expect(await pistes.count()).toBeGreaterThan(0);
    const adresses = await pistes.evaluateAll((liens) =>
      liens.map((lien) => ({ href: (lien as HTMLAnchorElement).href, texte: lien.textContent })),
    );
    for (const { href, texte } of adresses) {
      await page.goto(href);
      const promis = /\((\d+) parcours\)$/.exec(texte)?.[1] ?? '';
      await expect
        .poll(async () => (await page.locator('#nombre').textContent())?.trim())
        .toBe(`${promis} parcours`);
    }
    await fermer();
  });
});

describe('« autour de moi »', () => {
  it('trouve la commune la plus proche, sans jamais envoyer la position', async () => {
    const { page, incidents, fermer } = await visiter(navigateur, `${site}/parcours/`, {
      geolocation: { latitude: 48.8912, longitude: 2.2034 },
      permissions: ['geolocation'],
    });
    const demandes: string[] = [];
    page.on('request', (requete) => demandes.push(requete.url()));
    await page.getByRole('button', { name: 'Autour de moi' }).tap();
    await page.waitForURL(/lieu=nanterre-92050/);
    expect(demandes.join(' ')).not.toMatch(/48[.,]89|2[.,]203/);
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  it('refusée : la page le dit et propose de taper une commune', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/parcours/`, { permissions: [] });
    await page.getByRole('button', { name: 'Autour de moi' }).tap();
    await page.getByText('La position n’a pas été partagée').waitFor();
    expect(page.url()).toBe(`${site}/parcours/`);
    await fermer();
  });
});

describe('le réseau coupé', () => {
  it('laisse la liste publiée lisible, garde les choix et propose de réessayer', async () => {
    const { page, contexte, fermer } = await visiter(navigateur, `${site}/parcours/`);
    const avant = await page.locator('.csf-carte').count();
    await contexte.setOffline(true);
    await page.getByText('Plus de 2 mois').tap();
    await page.getByText('Les filtres n’ont pas pu se charger').waitFor();
    expect(await page.locator('.csf-carte').count()).toBe(avant);
    expect(await page.locator('#f-duree-longue').isChecked()).toBe(true);
    await contexte.setOffline(false);
    await page.getByRole('link', { name: 'Réessayer' }).tap();
    await page.getByRole('link', { name: /Retirer le filtre Plus de 2 mois/ }).waitFor();
    await fermer();
  });
});
