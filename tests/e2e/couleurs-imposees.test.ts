import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ouvrirNavigateur, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

async function aller(chemin: string, forcedColors: 'active' | 'none' = 'active') {
  return visiter(navigateur, site + chemin, { ecran: 'bureau', forcedColors });
}

/* Ce qui se voit quand la personne impose ses couleurs ; un fond transparent ne se distingue pas de celui de la page. */
const aspect = (element: Locator) =>
  element.evaluate((cible) => {
    const page = document.createElement('i');
    page.style.setProperty('background-color', 'Canvas');
    document.body.append(page);
    const canevas = getComputedStyle(page).backgroundColor;
    page.remove();
    const { backgroundColor, borderStyle, borderColor, outlineStyle, color } =
      getComputedStyle(cible);
    const fond = backgroundColor.endsWith(', 0)') ? canevas : backgroundColor;
    return { backgroundColor: fond, borderStyle, borderColor, outlineStyle, color };
  });

/* Met une classe à un élément de la page : l'état vient d'un service que ce test n'a pas. */
const avecLaClasse = (element: Locator, classe: string) =>
  element.evaluate((cible, nom) => {
    cible.classList.add(nom);
  }, classe);

async function deuxPropositions(page: Page) {
  await page.getByLabel('Commune ou code postal').pressSequentially('lyon');
  const options = page.getByRole('listbox', { name: 'Communes proposées' }).getByRole('option');
  await options.nth(1).waitFor();
  await page.keyboard.press('ArrowDown');
  return [options.first(), options.nth(1)] as const;
}

describe('un état se voit aussi dans les couleurs que la personne impose', () => {
  it.each(['none', 'active'] as const)(
    'l’option active de la liste des communes (couleurs imposées : %s)',
    async (couleurs) => {
      const { page, fermer } = await aller('/parcours/', couleurs);
      const [active, autre] = await deuxPropositions(page);
      const [fondActif, fondAutre] = [await aspect(active), await aspect(autre)];
      expect(fondActif.backgroundColor).not.toBe(fondAutre.backgroundColor);
      expect(fondActif.color).not.toBe(fondActif.backgroundColor);
      await fermer();
    },
  );

  it('le rôle dont on lit les questions', async () => {
    const { page, fermer } = await aller('/questions/?pour=acheteur');
    const courant = page.locator('.csf-role[aria-current]');
    await courant.waitFor();
    const autre = page.locator('.csf-role:not([aria-current])').first();
    expect(await aspect(courant)).not.toEqual(await aspect(autre));
    await fermer();
  });

  it('l’étape où l’on est, dans la frise', async () => {
    const { page, fermer } = await aller('/entreprise/notification/');
    const ici = page.locator('.csf-frise__ici .csf-frise__rang').first();
    const autre = page.locator('.csf-frise > li:not(.csf-frise__ici) .csf-frise__rang').first();
    expect(await aspect(ici)).not.toEqual(await aspect(autre));
    await fermer();
  });

  it('un volume que le marché ne permet pas', async () => {
    const { page, fermer } = await aller('/acheteur/calibrer/?montant=210000&duree=24&lots=3');
    await page.locator('.csf-volume').first().waitFor();
    const refuse = page.locator('.csf-volume--refuse').first();
    const permis = page.locator('.csf-volume:not(.csf-volume--refuse)').first();
    expect(await aspect(refuse)).not.toEqual(await aspect(permis));
    await fermer();
  });

  it('une réponse à corriger, quand on calibre', async () => {
    const { page, fermer } = await aller('/acheteur/calibrer/');
    const reponse = page.locator('.csf-champ input').first();
    const avant = await aspect(reponse);
    await reponse.evaluate((champ) => {
      champ.setAttribute('aria-invalid', 'true');
    });
    expect(await aspect(reponse)).not.toEqual(avant);
    await fermer();
  });

  it('ce qui reste à remplir dans la clause', async () => {
    const { page, fermer } = await aller('/acheteur/clause/?heures=300&lots=2');
    const blanc = page.locator('.csf-blanc').first();
    await blanc.waitFor();
    expect((await aspect(blanc)).borderStyle).toContain('dashed');
    await fermer();
  });

  it('la cause que l’adresse désigne, quand un envoi est incomplet', async () => {
    const { page, fermer } = await aller('/contact/incomplet/');
    const causes = page.locator('.csf-causes > [id]');
    await page.goto(`${page.url()}#${await causes.first().getAttribute('id')}`);
    expect(await aspect(causes.first())).not.toEqual(await aspect(causes.nth(1)));
    await fermer();
  });

  it('à qui de jouer et en retard, dans le suivi', async () => {
    const { page, fermer } = await aller('/suivi/');
    // Sans lien, la page n'a pas ce bloc : les feuilles de style, elles, sont là.
    await page.locator('main').evaluate((racine) => {
      racine.append(
        Object.assign(document.createElement('section'), { className: 'csf-maintenant' }),
      );
    });
    const maintenant = page.locator('.csf-maintenant');
    const aspects = [await aspect(maintenant)];
    for (const classe of ['csf-maintenant--moi', 'csf-maintenant--retard']) {
      await avecLaClasse(maintenant, classe);
      aspects.push(await aspect(maintenant));
    }
    expect(new Set(aspects.map((vu) => JSON.stringify(vu))).size).toBe(3);
    await fermer();
  });
});
