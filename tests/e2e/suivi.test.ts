import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ETATS_DE_SUIVI } from '../../src/suivi/regles/etats.ts';
import type { RoleDeLecteur, SuiviRecu } from '../../src/suivi/regles/recu.ts';
import {
  defautsDAccessibilite,
  ouvrirNavigateur,
  SANS_INCIDENT,
  visiter,
  type Ecran,
} from './navigateur.ts';
import { enEtat } from '../fabriques-etats.ts';
import { JETON, ouvrirLeDossier } from './suivi.ts';

type Suite = Parameters<typeof ouvrirLeDossier> extends [Browser, string, ...infer S] ? S : never;

let navigateur: Browser;
const site = inject('site');
const ouvrir = (...suite: Suite) => ouvrirLeDossier(navigateur, site, ...suite);
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

const ROLES: RoleDeLecteur[] = ['tutrice', 'entreprise', 'acheteur', 'equipe'];

/** Ouvre la page une fois, et y fait lire un dossier après l'autre, comme si l'on y suivait plusieurs liens. */
async function lireAuFilDesEtats(ecran: Ecran, premier: SuiviRecu) {
  let recu = premier;
  const visite = await ouvrir(() => recu, { ecran });
  let rang = 0;
  return {
    ...visite,
    montrer: async (suivant: SuiviRecu) => {
      // À sa référence, on sait quand le dossier suivant est affiché.
      const reference = `D-essai${rang++}`;
      recu = { ...suivant, dossier: { ...suivant.dossier, reference } };
      await visite.page.evaluate((jeton) => (location.hash = jeton), JETON);
      await visite.page.getByText(reference).waitFor();
    },
  };
}

/*
 * Chaque état vu par chaque rôle se lit dans tests/unit/suivi/suivi-de-parcours.test.tsx. Le navigateur y ajoute ce que
 * lui seul montre : couleurs, tailles et débordements, de chaque état sur chaque écran, vu chaque fois par un autre rôle.
 */
const aTourDeRole = (decalage: number) =>
  ETATS_DE_SUIVI.map((etat, rang): [(typeof ETATS_DE_SUIVI)[number], RoleDeLecteur] => [
    etat,
    ROLES[(rang + decalage) % ROLES.length] ?? 'equipe',
  ]);
const LECTURES: [Ecran, ReturnType<typeof aTourDeRole>][] = [
  ['telephone', aTourDeRole(0)],
  ['bureau', aTourDeRole(1)],
];

describe.each(LECTURES)('un dossier, sur un écran de type %s', (ecran, lectures) => {
  let lecture: Awaited<ReturnType<typeof lireAuFilDesEtats>>;
  beforeAll(async () => {
    lecture = await lireAuFilDesEtats(ecran, enEtat('reponse-attendue', 'tutrice'));
  });
  afterAll(() => lecture.fermer());

  it.each(lectures)('« %s », vu par : %s, se lit sans défaut', async (etat, role) => {
    const { page, incidents, montrer } = lecture;
    await montrer(enEtat(etat, role));
    expect(await page.locator('#maintenant').innerText()).toMatch(
      /^(C’est à vous|En attente|En liste d’attente|Terminé)/,
    );
    expect(await page.locator('.csf-chronologie [aria-current]').count()).toBe(1);
    const boutons = await page.locator('.csf-maintenant button').count();
    const { actions } = enEtat(etat, role);
    expect(boutons).toBe(actions.filter((action) => action !== 'ouvrir').length);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
      true,
    );
    expect(await defautsDAccessibilite(page)).toEqual([]);
    expect(incidents).toEqual(SANS_INCIDENT);
  });
});

describe('ce qui se voit d’abord', () => {
  it.each(ROLES)('tient dans 360 sur 640 points, vu par : %s', async (role) => {
    const { page, fermer } = await ouvrir(() => enEtat('reponse-attendue', role));
    await page.setViewportSize({ width: 360, height: 640 });
    for (const quoi of ['h1', '#maintenant', '.csf-maintenant__avant']) {
      const boite = await page.locator(quoi).boundingBox();
      expect((boite?.y ?? 999) + (boite?.height ?? 999)).toBeLessThan(640);
    }
    const bouton = await page.locator('.csf-maintenant button').first().boundingBox();
    expect((bouton?.y ?? 999) + (bouton?.height ?? 999)).toBeLessThan(640);
    expect(bouton?.height).toBeGreaterThanOrEqual(40);
    await fermer();
  });

  it('le nom et la référence du dossier se lisent en entier', async () => {
    const lu = enEtat('reponse-attendue', 'entreprise');
    const intitule =
      'Préparer une commande, tenir un inventaire, recevoir les livraisons et ranger la réserve';
    const { parcours } = lu.dossier;
    const { page, fermer } = await ouvrir(() => ({
      ...lu,
      dossier: { ...lu.dossier, parcours: { ...parcours, intitule } },
    }));
    const nom = page.getByRole('heading', { level: 1 });
    await nom.filter({ hasText: 'ranger la réserve' }).waitFor();
    expect(
      await nom.evaluate(
        (h1) => h1.scrollWidth <= h1.clientWidth && getComputedStyle(h1).textOverflow === 'clip',
      ),
    ).toBe(true);
    const reference = page.getByText('D-h7k2mn');
    // Aussi étroit que le plus petit écran grossi : elle ne se coupe pas au tiret.
    await reference.evaluate(({ parentElement }) => {
      if (parentElement) parentElement.style.width = '2rem';
    });
    expect(await reference.evaluate((element) => element.getClientRects().length)).toBe(1);
    await fermer();
  });

  it('l’action que le courriel propose s’ouvre sous les yeux', async () => {
    const { page, fermer } = await ouvrir(() => enEtat('reponse-attendue', 'entreprise'), {
      suite: '.proposer-creneaux',
    });
    const titre = page.locator('#action');
    await expect
      .poll(() => titre.evaluate((element) => element === document.activeElement))
      .toBe(true);
    const haut = async (quoi: Locator) => (await quoi.boundingBox())?.y ?? 999;
    expect(await haut(titre)).toBeGreaterThanOrEqual(0);
    expect(await haut(titre)).toBeLessThan(100);
    expect(await haut(page.getByLabel('Jour').first())).toBeLessThan(640);
    await fermer();
  });

  it('se ferme : le lien ne reste ni dans la page ni dans l’onglet', async () => {
    const { page, fermer } = await ouvrir(() => enEtat('reponse-attendue', 'tutrice'));
    await page.getByRole('button', { name: 'Fermer', exact: true }).tap();
    await page.getByRole('heading', { name: 'C’est fermé sur cet appareil' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Ouvrez votre lien personnel' }).waitFor();
    await fermer();
  });

  it('un retard se dit en toutes lettres', async () => {
    const lu = () => enEtat('reponse-attendue', 'acheteur', '2026-12-18T09:00:00.000Z');
    const { page, fermer } = await ouvrir(lu);
    await page.getByText('En retard de 3 jours').waitFor();
    await fermer();
  });

  it('le jeton quitte la barre d’adresse, et la page se recharge dans le même onglet', async () => {
    const { page, fermer } = await ouvrir(() => enEtat('reponse-attendue', 'tutrice'));
    expect(page.url()).toBe(`${site}/suivi/`);
    await page.reload();
    await page.getByRole('heading', { name: /^En attente de l’entreprise/ }).waitFor();
    await page.getByRole('link', { name: 'Aller au contenu' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.csf-dossier__ouvert').isVisible()).toBe(true);
    await fermer();
  });
});

describe('un lien qui n’ouvre rien', () => {
  it.each([
    ['lien-inconnu', 'Ce lien ne marche plus'],
    ['lien-expire', 'Ce lien a expiré'],
    ['indisponible', 'Le service ne répond pas'],
  ])('« %s » se dit clairement', async (statut, titre) => {
    const { page, fermer } = await ouvrir(() => ({ statut }));
    await page.getByRole('heading', { name: titre }).waitFor();
    await fermer();
  });

  it('sans lien, la page dit comment retrouver les siens', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/suivi/`);
    await page.locator('#contenu').getByRole('link', { name: 'Retrouver mes liens' }).tap();
    await page.waitForURL(`${site}/suivi/retrouver/`);
    await fermer();
  });

  it('sans JavaScript, la page dit comment faire', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/suivi/`, {
      javaScriptEnabled: false,
    });
    expect(await page.locator('noscript p').innerText()).toMatch(/sur un autre appareil/);
    expect(await page.locator('#contenu a[href^="mailto:"]').last().isVisible()).toBe(true);
    await fermer();
  });
});
