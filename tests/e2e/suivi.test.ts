import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser } from 'playwright-core';
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
import { enEtat, JETON, ouvrirLeDossier } from './suivi.ts';

type Suite = Parameters<typeof ouvrirLeDossier> extends [Browser, string, ...infer S] ? S : never;

let navigateur: Browser;
const site = inject('site');
const ouvrir = (...suite: Suite) => ouvrirLeDossier(navigateur, site, ...suite);
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

async function lirePdf(octets: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(octets), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, rang) => {
      const { items } = await (await pdf.getPage(rang + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
  return { pdf, texte: pages.join(' ').replace(/\s+/g, ' ') };
}

const ROLES: RoleDeLecteur[] = ['tutrice', 'entreprise', 'acheteur', 'equipe'];

/** Ouvre la page une fois, et y fait lire un dossier après l'autre, comme si l'on y suivait plusieurs liens. */
async function lireAuFilDesEtats(ecran: Ecran, premier: SuiviRecu) {
  let recu = premier;
  const visite = await ouvrir(() => recu, { ecran });
  const titre = visite.page.locator('[data-dit="titre"]');
  return {
    ...visite,
    montrer: async (suivant: SuiviRecu) => {
      recu = suivant;
      // Le titre effacé, on sait quand le dossier suivant est affiché.
      await titre.evaluate((element, jeton) => {
        element.textContent = '';
        location.hash = jeton;
      }, JETON);
      await titre.filter({ hasText: /./ }).waitFor();
    },
  };
}

// Sur un bureau, les rôles ne changent rien à la mise en page : un seul suffit.
const LECTURES: [RoleDeLecteur, Ecran][] = [
  ...ROLES.map((role): [RoleDeLecteur, Ecran] => [role, 'telephone']),
  ['entreprise', 'bureau'],
];

describe.each(LECTURES)('un dossier vu par : %s, sur un écran de type %s', (role, ecran) => {
  let lecture: Awaited<ReturnType<typeof lireAuFilDesEtats>>;
  beforeAll(async () => {
    lecture = await lireAuFilDesEtats(ecran, enEtat('reponse-attendue', role));
  });
  afterAll(() => lecture.fermer());

  it.each(ETATS_DE_SUIVI)('« %s » se lit sans défaut', async (etat) => {
    const { page, incidents, montrer } = lecture;
    await montrer(enEtat(etat, role));
    expect(await page.locator('[data-dit="titre"]').innerText()).toMatch(
      /^(À vous de jouer|En attente|En liste d’attente|Terminé)/,
    );
    expect(await page.locator('[data-chronologie] [aria-current]').count()).toBe(1);
    const boutons = await page.locator('[data-boutons] button, [data-autres] button').count();
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
    for (const quoi of ['h1', '[data-dit="titre"]', '[data-dit="avant"]']) {
      const boite = await page.locator(quoi).boundingBox();
      expect((boite?.y ?? 999) + (boite?.height ?? 999)).toBeLessThan(640);
    }
    const bouton = await page.locator('[data-boutons] button').first().boundingBox();
    expect((bouton?.y ?? 999) + (bouton?.height ?? 999)).toBeLessThan(640);
    expect(bouton?.height).toBeGreaterThanOrEqual(40);
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
    expect(await page.locator('[data-etat="ouvert"]').isVisible()).toBe(true);
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
    expect(await page.locator('noscript p').innerText()).toMatch(
      /autre navigateur, avec JavaScript/,
    );
    expect(await page.locator('noscript a[href^="mailto:"]').isVisible()).toBe(true);
    await fermer();
  });
});

describe('le dossier d’exécution', () => {
  it('s’enregistre en CSV, pour l’acheteur', async () => {
    const { page, incidents, fermer } = await ouvrir(() => enEtat('termine', 'acheteur'));
    const [fichier] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Télécharger en CSV' }).click(),
    ]);
    expect(fichier.suggestedFilename()).toBe('execution-D-h7k2mn.csv');
    await page.getByText('Fichier CSV prêt.').waitFor();
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  it('s’imprime ou s’enregistre en PDF, seul, balisé, sans nom ni texte libre', async () => {
    const lu = enEtat('termine', 'acheteur');
    const { parcours } = lu.dossier;
    parcours.intitule = 'Décors\u202Fet\u2011façades : l’œuvre — ★ ș';
    const { page, incidents, fermer } = await ouvrir(() => lu);
    const preuve = page.locator('.csf-preuve');
    expect(await preuve.isVisible()).toBe(false);
    // Sans écran, l'impression finit aussitôt commencée : cette fin-là se tait, pour avoir le temps de la lire.
    await page.evaluate(() => {
      const taire = (fin: Event) => fin.stopImmediatePropagation();
      addEventListener('afterprint', taire, { once: true });
    });
    await page.getByRole('button', { name: 'Imprimer ou enregistrer en PDF' }).click();
    await expect.poll(() => page.title()).toMatch(/^Exécution de la clause.*dossier D-h7k2mn$/);
    expect(await page.locator('[data-chronologie]').isVisible()).toBe(true);
    expect(await preuve.isVisible()).toBe(false);

    expect(await preuve.textContent()).toMatch(/Décors\set‑façades\s: l’œuvre\s—\s★\sș/);
    const { pdf, texte } = await lirePdf(await page.pdf({ preferCSSPageSize: true, tagged: true }));
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Language: 'fr' });
    expect(JSON.stringify(info)).toContain('dossier D-h7k2mn');
    // pdfjs rend une Map, quoi que disent ses types.
    const marques: unknown = await pdf.getMarkInfo();
    expect((marques as Map<string, boolean>).get('Marked')).toBe(true);
    for (const attendu of [
      /Clause sociale de formation sous statut scolaire Exécution de la clause/,
      /Dossier D-h7k2mn, établi le \d.*elles ne les remplacent pas\./,
      /l’œuvre — \S* ș/,
      /Référence du parcours \S+ Domaine \S.* Commune \S.* Volume de la clause \S.* Prévu pour ce jeune/,
      /Réponse attendue avant le \d.* Accueil attendu avant le \d/,
      /Date Étape Qui 1er décembre 2026 Accueil demandé pour un jeune \(jour J\) Tuteur ou tutrice/,
      'Rendez-vous fixé au 14 décembre 2026 à 10 h 30',
      'Convention de stage signée',
      /4 janvier 2027 Accueil commencé/,
      'Bilan croisé fait',
      'Semaine du 4 janvier 2027 au 10 janvier 2027 35 h',
      'Semaine du 25 janvier 2027 au 31 janvier 2027 35 h',
      'Total des heures déclarées 140 h',
      /Les documents à joindre .*Convention .*Bilan croisé/,
      /Page 1 sur 2 Dossier D-h7k2mn, établi le 20 mars 2027 .*Page 2 sur 2 Dossier D-h7k2mn/s,
    ])
      expect(texte).toMatch(attendu);
    const { demandeur, contacts } = lu.dossier;
    for (const personne of [demandeur, ...contacts]) expect(texte).not.toContain(personne.nom);
    expect(texte).not.toContain('chaussures fermées');
    expect(texte).not.toContain('Qui appeler');

    // L'impression finie, la page imprimée par le menu est de nouveau la page entière.
    await expect.poll(() => page.title()).not.toMatch(/^Exécution/);
    const { texte: entiere } = await lirePdf(await page.pdf());
    expect(entiere).toContain('Qui appeler');
    expect(entiere).not.toContain('Exécution de la clause');
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  it('ne se tire ni par l’entreprise ni par la tutrice', async () => {
    for (const role of ['entreprise', 'tutrice'] as const) {
      const { page, fermer } = await ouvrir(() => enEtat('termine', role));
      expect(await page.getByRole('button', { name: /Télécharger|Imprimer/ }).count()).toBe(0);
      await fermer();
    }
  });
});
