import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { enEtat } from '../fabriques-etats.ts';
import { ouvrirNavigateur, SANS_INCIDENT } from './navigateur.ts';
import { ouvrirLeDossier } from './suivi.ts';

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
    expect(await page.locator('.csf-chronologie').isVisible()).toBe(true);
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
      /Réponse attendue au plus tard le \d.* Accueil attendu au plus tard le \d/,
      /Date Étape Qui 1er décembre 2026 Accueil demandé pour un jeune \(jour J\) Tuteur ou tutrice/,
      'Rendez-vous fixé au 14 décembre 2026 à 10 h 30',
      'Convention de stage signée',
      /4 janvier 2027 Accueil commencé/,
      'Bilan croisé fait',
      'Semaine du 4 janvier 2027 au 10 janvier 2027 35 h',
      'Semaine du 25 janvier 2027 au 31 janvier 2027 35 h',
      'Total déclaré semaine par semaine 140 h',
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
