import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { COURRIEL_EQUIPE } from '../../src/site/regles/courriel-equipe.ts';
import { ouvrirNavigateur, SANS_INCIDENT, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

const MOMENTS = [
  { chemin: '/entreprise/appel-offres/', question: "Je réponds à un appel d'offres" },
  { chemin: '/entreprise/notification/', question: "Le marché m'est notifié" },
  { chemin: '/entreprise/proposition/', question: "Un jeune m'est proposé" },
  { chemin: '/entreprise/accueil/', question: "J'accueille" },
  { chemin: '/entreprise/bilan/', question: 'Je fais le bilan' },
];
const COURBE = (texte: string) => texte.replaceAll("'", '’');

const compter = (texte: string) => (texte.match(/[\p{L}\d]+(?:['’-][\p{L}\d]+)*/gu) ?? []).length;

/** Les mots lus à l'écran, dans toute la page ; les étapes repliées de la frise ne se lisent pas. */
async function motsDeLaPage(page: Page): Promise<number> {
  const replies = await page
    .locator('main .csf-frise details:not([open]), main .csf-courriel:not([open])')
    .allInnerTexts();
  return compter(await page.locator('main').innerText()) - compter(replies.join(' '));
}

async function pagesImprimees(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
  return document.numPages;
}

describe('une entreprise, sur son téléphone', () => {
  it.each([true, false])(
    'va de l’adresse courte du QR code à « qui appeler » (JavaScript : %s)',
    async (javaScriptEnabled) => {
      const { page, incidents, fermer } = await visiter(navigateur, `${site}/k/notif/`, {
        javaScriptEnabled,
      });
      await page.waitForURL(/\/entreprise\/notification\/$/);
      const titre = page.getByRole('heading', { level: 1 });
      // Sans script, la redirection peut finir après l'arrivée de l'adresse.
      await expect.poll(() => titre.innerText()).toBe(COURBE(MOMENTS[1]?.question ?? ''));
      const aQui = page.getByRole('region', { name: 'À qui s’adresser' });
      const courriel = aQui.getByRole('link', { name: COURRIEL_EQUIPE });
      await courriel.scrollIntoViewIfNeeded();
      expect(await courriel.isVisible()).toBe(true);
      expect(await courriel.getAttribute('href')).toBe(`mailto:${COURRIEL_EQUIPE}`);
      expect(
        await aQui.getByText('Mon contact ou mon tuteur entreprise a changé').isVisible(),
      ).toBe(true);
      expect(incidents).toEqual(SANS_INCIDENT);
      await fermer();
    },
  );

  it('choisit son moment parmi cinq, dans l’ordre, chacun avec son temps de lecture', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/entreprise/`);
    const choix = page.locator('.csf-choix > li');
    expect(await choix.getByRole('link').allInnerTexts()).toEqual(
      MOMENTS.map(({ question }) => COURBE(question)),
    );
    for (const texte of await choix.allInnerTexts())
      expect(texte).toMatch(/\d\sminutes? de lecture/);
    await choix.getByRole('link').nth(2).tap();
    await page.waitForURL(/\/entreprise\/proposition\/$/);
    await fermer();
  });

  it('suit les moments l’un après l’autre', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}${MOMENTS[0]?.chemin ?? ''}`);
    for (const { chemin } of MOMENTS.slice(1)) {
      await page.getByRole('link', { name: 'Moment suivant' }).tap();
      await page.waitForURL(`${site}${chemin}`);
    }
    expect(await page.getByRole('link', { name: 'Moment suivant' }).count()).toBe(0);
    await fermer();
  });

  it('coche ce qu’elle a fait', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/entreprise/accueil/`);
    const taches = page.locator('[data-section=a-faire]');
    const premiere = taches.getByRole('checkbox').first();
    await taches.locator('label').first().tap();
    expect(await premiere.isChecked()).toBe(true);
    expect(await taches.getByText('Vos coches ne sont pas enregistrées').isVisible()).toBe(true);
    await fermer();
  });

  it('prépare un courriel à l’équipe, objet et début compris', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/entreprise/notification/`);
    const lien = page.getByRole('link', { name: 'Demander des nouvelles à l’équipe' });
    const adresse = new URL((await lien.getAttribute('href')) ?? '');
    expect(adresse.pathname).toBe(COURRIEL_EQUIPE);
    expect(adresse.searchParams.get('subject')).toContain('attend un jeune');
    expect(adresse.searchParams.get('body')).toContain('Tuteur entreprise');
    expect(adresse.searchParams.get('body')).toContain('acheteur en copie');
    await fermer();
  });
});

describe.each(MOMENTS)('$chemin', ({ chemin }) => {
  it('se lit en deux minutes, trois avec les règles du stage, et dit son temps de lecture', async () => {
    const { page, fermer } = await visiter(navigateur, site + chemin);
    const lus = await motsDeLaPage(page);
    const auPlus = chemin === '/entreprise/accueil/' ? 3 : 2;
    expect(lus).toBeGreaterThan(250);
    expect(lus).toBeLessThanOrEqual(auPlus * 200);
    const [, minutes] =
      /Lecture\s:\s(\d)\sminutes?/.exec(await page.locator('.csf-pour-qui').first().innerText()) ??
      [];
    expect(Number(minutes) * 200).toBeGreaterThanOrEqual(lus);
    expect(Number(minutes)).toBe(Math.ceil(lus / 200));
    await fermer();
  });

  it('explique CSF, MLDS et acheteur à leur première mention', async () => {
    const { page, fermer } = await visiter(navigateur, site + chemin);
    const texte = (await page.locator('main').textContent()) ?? '';
    for (const [mot, explication] of [
      [/\bCSF\b/, /clause sociale de formation/i],
      [/\bMLDS\b/, /mission de lutte contre le décrochage scolaire/i],
      [/acheteur/i, /la personne qui (?:passe|suit)/i],
    ] as const) {
      const mention = mot.exec(texte);
      if (mention) expect(texte.slice(0, mention.index + 120)).toMatch(explication);
    }
    await fermer();
  });

  it('s’imprime comme un document, sur deux pages au plus', async () => {
    const { page, fermer } = await visiter(navigateur, site + chemin, { ecran: 'bureau' });
    expect(await pagesImprimees(page)).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: 'Les autres moments' }).isVisible()).toBe(
      false,
    );
    expect(await page.getByRole('checkbox').first().isVisible()).toBe(true);
    expect(await page.getByRole('img', { name: 'QR code' }).isVisible()).toBe(true);
    await fermer();
  });
});

describe('la frise', () => {
  it('est une liste ordonnée qui montre où l’on en est', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/entreprise/proposition/`);
    const etapes = page.locator('.csf-frise').getByRole('listitem');
    expect(await page.locator('ol.csf-frise').count()).toBe(1);
    expect(await etapes.count()).toBe(8);
    const courante = page.locator('[aria-current=step]');
    expect(await courante.count()).toBe(1);
    expect(await courante.innerText()).toContain('Vous êtes ici');
    expect(await courante.innerText()).toContain('Mise en relation');
    expect(await courante.getByText('J + 14').isVisible()).toBe(true);
    await fermer();
  });

  it.each(['telephone', 'bureau'] as const)(
    's’ouvre au clavier, une étape à la fois, sans JavaScript (%s)',
    async (ecran) => {
      const { page, fermer } = await visiter(navigateur, `${site}/entreprise/notification/`, {
        ecran,
        javaScriptEnabled: false,
      });
      const etape = (titre: string) =>
        page.locator('.csf-frise details').filter({ has: page.getByText(titre, { exact: true }) });
      await etape('Notification').locator('summary').focus();
      await page.keyboard.press('Enter');
      expect(await etape('Notification').getByText('déclare le parcours').isVisible()).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await etape('Mise en relation').getByText('Délai passé').isVisible()).toBe(true);
      expect(await etape('Notification').getByText('déclare le parcours').isVisible()).toBe(false);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/entreprise\/proposition\/$/);
      await fermer();
    },
  );

  it('est horizontale sur un grand écran, verticale sur un téléphone, sans rien qui se recouvre', async () => {
    for (const [ecran, enLigne] of [
      ['bureau', true],
      ['telephone', false],
    ] as const) {
      const { page, fermer } = await visiter(navigateur, `${site}/entreprise/accueil/`, { ecran });
      await page.locator('.csf-frise summary').nth(6).click();
      const cadres = await page.locator('.csf-frise summary').evaluateAll((resumes) =>
        resumes.map((resume) => {
          const { x, y, bottom } = resume.getBoundingClientRect();
          return { x, y, bottom };
        }),
      );
      const [premier, dernier] = [cadres.at(0), cadres.at(-1)];
      expect(premier?.y === dernier?.y).toBe(enLigne);
      expect(premier?.x === dernier?.x).toBe(!enLigne);
      const haut = await page
        .locator('.csf-frise [open] .csf-frise__detail')
        .evaluate((detail) => detail.getBoundingClientRect().top);
      const bas = Math.max(...cadres.map(({ bottom }) => bottom));
      if (enLigne) {
        expect(haut).toBeGreaterThanOrEqual(bas - 1);
        expect(haut).toBeLessThan(bas + 16);
      }
      await fermer();
    }
  });
});

describe('la fiche entreprise', () => {
  it('s’imprime seule, sur deux feuilles A4', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/entreprise/fiche-entreprise/`, {
      ecran: 'bureau',
    });
    expect(await page.getByRole('button', { name: 'Imprimer la fiche' }).isVisible()).toBe(true);
    expect(await pagesImprimees(page)).toBe(2);
    await page.emulateMedia({ media: 'print' });
    const fiche = page.getByRole('region', { name: 'Fiche entreprise' }).first();
    expect(await fiche.getByText('Le tuteur entreprise, qui accueille le jeune').isVisible()).toBe(
      true,
    );
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
    expect(await fiche.getByRole('link', { name: COURRIEL_EQUIPE }).isVisible()).toBe(true);
    expect(await fiche.locator('.csf-papier__rappel').isVisible()).toBe(true);
    await fermer();
  });

  it('ne montre pas de bouton qui ne marcherait pas sans JavaScript', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/entreprise/fiche-entreprise/`, {
      javaScriptEnabled: false,
    });
    expect(await page.getByRole('button').count()).toBe(0);
    await fermer();
  });
});
