import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { scenarioDuDepot } from '../../src/outils/film/empreinte.ts';
import { defautsDAccessibilite, ouvrirNavigateur, SANS_INCIDENT, visiter } from './navigateur.ts';

const site = inject('site');
const adresse = `${site}/kit/film/`;
const DAILYMOTION = 'https://geo.dailymotion.com/**';

let navigateur: Browser;

beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});

afterAll(() => navigateur.close());

const bouton = (page: Page) =>
  page.getByRole('button', { name: 'Charger la vidéo (Dailymotion)', exact: true });

const lienDeSecours = (page: Page) =>
  page.getByRole('link', { name: /L’exemple d’Émilia.+chez Dailymotion/ });

describe('une vidéo publique', () => {
  test('ne demande rien à son hôte avant le clic, puis se charge et prend le focus', async () => {
    const { page, contexte, incidents, fermer } = await visiter(navigateur, adresse);
    await contexte.route(DAILYMOTION, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Lecteur</title><p>Le lecteur</p>' }),
    );
    await page.waitForLoadState('networkidle');
    expect(incidents).toEqual(SANS_INCIDENT);
    expect(await page.locator('iframe').count()).toBe(0);
    await bouton(page).focus();
    await page.keyboard.press('Enter');
    await page.frameLocator('iframe').getByText('Le lecteur').waitFor();
    expect(incidents.tiers).toEqual(['https://geo.dailymotion.com/player.html?video=x4xya0j']);
    expect(incidents.politique).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('title'))).toBe(
      'L’exemple d’Émilia (Dailymotion)',
    );
    expect(await bouton(page).count()).toBe(0);
    expect(await defautsDAccessibilite(page)).toEqual([]);
    await fermer();
  });

  test('garde son lien quand l’hôte ne répond pas', async () => {
    const { page, contexte, fermer } = await visiter(navigateur, adresse);
    await contexte.route(DAILYMOTION, (route) => route.abort());
    await bouton(page).click();
    await page.locator('iframe').waitFor();
    expect(await lienDeSecours(page).isVisible()).toBe(true);
    await fermer();
  });

  test('sans JavaScript, est un simple lien', async () => {
    const { page, fermer } = await visiter(navigateur, adresse, { javaScriptEnabled: false });
    expect(await lienDeSecours(page).getAttribute('href')).toBe(
      'https://www.dailymotion.com/video/x4xya0j',
    );
    expect(await page.getByRole('button', { name: /Charger la vidéo/ }).count()).toBe(0);
    await fermer();
  });

  test('s’imprime avec son titre et son adresse, sans sa façade', async () => {
    const { page, fermer } = await visiter(navigateur, adresse, { ecran: 'bureau' });
    await page.emulateMedia({ media: 'print' });
    expect(await bouton(page).isVisible()).toBe(false);
    const apres = await lienDeSecours(page).evaluate(
      (lien) => getComputedStyle(lien, '::after').content,
    );
    expect(apres).toContain('https://www.dailymotion.com/video/x4xya0j');
    await fermer();
  });
});

/** Fait charger au lecteur l'un des deux fichiers, et rend ce qu'il en sait. */
function charger(page: Page, type: string) {
  return page.locator('video').evaluate(async (element, choisi) => {
    const video = element as HTMLVideoElement;
    for (const source of video.querySelectorAll('source')) {
      if (source.type !== choisi) source.remove();
    }
    video.preload = 'metadata';
    video.load();
    await new Promise((pret, echec) => {
      video.addEventListener('loadedmetadata', pret, { once: true });
      video.querySelector('source')?.addEventListener('error', echec, { once: true });
    });
    return { duree: video.duration, largeur: video.videoWidth, hauteur: video.videoHeight };
  }, type);
}

describe('la page du film', () => {
  test('est dans la rubrique Entreprise, sous le kit', async () => {
    const { page, fermer } = await visiter(navigateur, adresse);
    const menu = page.getByRole('navigation', { name: 'Menu principal' });
    expect(await menu.locator('[aria-current]').allTextContents()).toEqual([
      expect.stringContaining('Entreprise'),
    ]);
    const fil = page.getByRole('navigation', { name: 'vous êtes ici' });
    const etapes = await fil.getByRole('listitem').allTextContents();
    expect(etapes.map((etape) => etape.trim())).toEqual([
      'Accueil',
      'Entreprise',
      'Le kit entier',
      'Le film',
    ]);
    await fermer();
  });

  test('montre toute l’adresse de l’équipe sur un téléphone', async () => {
    const { page, fermer } = await visiter(navigateur, adresse);
    const lien = page.locator('#contenu a[href^="mailto:"]').last();
    const { droite, ecran } = await lien.evaluate((a) => ({
      droite: a.getBoundingClientRect().right,
      ecran: document.documentElement.clientWidth,
    }));
    expect(droite).toBeLessThanOrEqual(ecran);
    await fermer();
  });
});

describe('le film', () => {
  test('n’est pas chargé avant d’être demandé', async () => {
    const { page, fermer } = await visiter(navigateur, 'about:blank');
    const demandes: string[] = [];
    page.on('request', (requete) => demandes.push(requete.url()));
    await page.goto(adresse, { waitUntil: 'networkidle' });
    expect(demandes).toContain(`${site}/film/affiche.webp`);
    expect(demandes.filter((demande) => /\.(mp4|webm)$/.test(demande))).toEqual([]);
    await fermer();
  });

  test.each(['video/mp4', 'video/webm'])(
    'en %s, se lit et dure 90 secondes au plus',
    async (type) => {
      const { page, incidents, fermer } = await visiter(navigateur, adresse);
      const film = await charger(page, type);
      expect(film).toMatchObject({ largeur: 1280, hauteur: 720 });
      expect(film.duree).toBeGreaterThan(30);
      expect(film.duree).toBeLessThanOrEqual(90);
      expect(incidents.politique).toEqual([]);
      expect(incidents.tiers).toEqual([]);
      await fermer();
    },
  );

  test('ses sous-titres se lisent et couvrent tout le film', async () => {
    const { page, fermer } = await visiter(navigateur, adresse);
    const { duree } = await charger(page, 'video/mp4');
    const repliques = await page.locator('video').evaluate(async (element) => {
      const piste = element.querySelector('track');
      if (!piste) throw new Error('Le film n’a pas de sous-titres.');
      const lue = new Promise((pret) => {
        piste.addEventListener('load', pret, { once: true });
      });
      piste.track.mode = 'showing';
      await lue;
      return [...(piste.track.cues ?? [])].map(({ startTime, endTime }) => [startTime, endTime]);
    });
    let fin = 0;
    for (const [debut = -1, jusque = -1] of repliques) {
      expect(debut).toBe(fin);
      fin = jusque;
    }
    expect(fin).toBeCloseTo(duree, 1);
    await fermer();
  });

  test('un chapitre mène à son moment, sans quitter la page', async () => {
    const { page, fermer } = await visiter(navigateur, adresse);
    await page.getByRole('link', { name: /^Bilan croisé \(/ }).click();
    await expect
      .poll(() =>
        page.locator('video').evaluate((video) => (video as HTMLVideoElement).currentTime),
      )
      .toBeGreaterThan(60);
    expect(page.url()).toBe(adresse);
    await fermer();
  });

  test('sans JavaScript, un chapitre est un lien vers ce moment du film', async () => {
    const { page, fermer } = await visiter(navigateur, adresse, { javaScriptEnabled: false });
    const chapitre = page.getByRole('link', { name: /^Consultation \(/ });
    expect(await chapitre.getAttribute('href')).toMatch(/^\/film\/film\.mp4#t=\d+(\.\d)?$/);
    await fermer();
  });

  test('se demande par morceaux', async () => {
    const reponse = await fetch(`${site}/film/film.mp4`, { headers: { range: 'bytes=4-7' } });
    expect(reponse.status).toBe(206);
    expect(await reponse.text()).toBe('ftyp');
  });

  test('sa transcription dit chaque étape, qui agit et le délai', async () => {
    const { page, fermer } = await visiter(navigateur, adresse);
    await page.getByRole('link', { name: 'Lire la transcription' }).click();
    expect(new URL(page.url()).hash).toBe('#transcription');
    const etapes = page.locator('.csf-film__transcription li');
    const nombre = scenarioDuDepot().plans.filter(({ etape }) => etape !== undefined).length;
    expect(await etapes.count()).toBe(nombre);
    expect(await etapes.filter({ hasText: 'Mise en relation' }).first().innerText()).toMatch(
      /Qui agit\s: l’entreprise\. Délai\s: \d+\sjours au plus\./,
    );
    await fermer();
  });
});
