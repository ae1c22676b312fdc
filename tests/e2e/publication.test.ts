import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { catalogueOuvertSchema } from '../../src/parcours/regles/parcours-ouvert.ts';
import { fichiersDe } from '../../src/outils/serveur/fichiers.ts';
import { SITES } from './construction.ts';
import { ouvrirNavigateur, visiter } from './navigateur.ts';
import { PARCOURS } from './pages.ts';

let navigateur: Browser;
const site = inject('site');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

/** Une adresse courte (`/k/…`) n'est qu'un renvoi, sans en-tête et toujours hors index. */
const estUnRenvoi = ({ chemin }: { chemin: string }) => /\/k\/[a-z]+\/index\.html$/.test(chemin);

async function pagesHtml(dossier: string): Promise<{ chemin: string; html: string }[]> {
  const pages = [];
  for await (const fichier of fichiersDe(dossier))
    if (fichier.endsWith('.html'))
      pages.push({ chemin: fichier, html: readFileSync(fichier, 'utf8') });
  return pages;
}

describe('la politique de contenu', () => {
  it('n’autorise aucun script ni style écrit dans la page', async () => {
    const reponse = await fetch(`${site}/`);
    const politique = reponse.headers.get('content-security-policy') ?? '';
    expect(politique).toContain("default-src 'none'");
    expect(politique).not.toContain('unsafe-inline');
    expect(politique).not.toContain("'unsafe-eval'");
  });

  it('arrête dans le navigateur un script glissé dans une page', async () => {
    const { page, incidents, fermer } = await visiter(navigateur, `${site}/`);
    const execute = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "pris"';
      document.body.append(script);
      return document.title === 'pris';
    });
    expect(execute).toBe(false);
    await expect.poll(() => incidents.politique.length).toBeGreaterThan(0);
    await fermer();
  });

  it('aucune page publiée n’a de script, de style ou de gestionnaire écrit en ligne', async () => {
    for (const { chemin, html } of await pagesHtml(SITES.demonstration.dossier)) {
      expect(html, chemin).not.toMatch(/<style[\s>]|\sstyle="|\son\w+="/);
      expect(html, chemin).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
    }
  });
});

describe('l’en-tête', () => {
  it('ramène de chaque page à ses dossiers, à côté de la recherche', async () => {
    const lien =
      /<a href="\/recherche\/"[^>]*>\s*Recherche\s*<\/a>\s*<\/li>\s*<li>\s*<a href="(\/suivi\/[^"]*)"[^>]*>\s*Mes dossiers\s*</;
    for (const page of await pagesHtml(SITES.demonstration.dossier)) {
      if (estUnRenvoi(page)) continue;
      const [entete = ''] = /<header role="banner"[\s\S]*?<\/header>/.exec(page.html) ?? [];
      expect(lien.exec(entete)?.[1], page.chemin).toBe('/suivi/retrouver/');
    }
  });
});

describe('les moteurs de recherche', () => {
  it('sont écartés du site de démonstration, qui se dit tel sur chaque page', async () => {
    for (const page of await pagesHtml(SITES.demonstration.dossier)) {
      const { chemin, html } = page;
      expect(html, chemin).toContain('<meta name="robots" content="noindex">');
      if (estUnRenvoi(page)) continue;
      expect(html, chemin).toContain('Site de démonstration');
      expect(html, chemin).not.toContain('fr-logo');
    }
  });

  it('lisent le site officiel, sauf les parcours qui ne sont plus disponibles', async () => {
    const pages = await pagesHtml(SITES.officiel.dossier);
    // Un retour de formulaire ou un lien personnel n'est pas une page à trouver.
    const retour = /\/(interet|contact|declaration|acheteur\/(declarer|reprendre)|suivi|equipe)\//;
    const caches = pages.filter(
      (page) =>
        page.html.includes('content="noindex"') && !estUnRenvoi(page) && !retour.test(page.chemin),
    );
    expect(caches.length).toBeGreaterThan(0);
    for (const { chemin, html } of caches)
      expect(html, chemin).toMatch(
        /n’est plus disponible|n’existe pas|>\s*0 parcours\s*<|Une version plus récente existe/,
      );
    for (const { html } of pages) expect(html).not.toContain('Site de démonstration');
  });
});

describe('le plan destiné aux moteurs', () => {
  it('cite toutes les pages à indexer, et elles seules', async () => {
    const { dossier } = SITES.officiel;
    const plan = readFileSync(join(dossier, 'sitemap-0.xml'), 'utf8');
    const citees = [...plan.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, adresse = '']) =>
      join(dossier, new URL(adresse).pathname, 'index.html'),
    );
    const aIndexer = (await pagesHtml(dossier)).filter(
      ({ html }) => !html.includes('<meta name="robots" content="noindex">'),
    );
    expect(citees.sort()).toEqual(aIndexer.map(({ chemin }) => chemin).sort());
  });
});

describe('les données ouvertes', () => {
  it('suivent leur schéma et tiennent tous les parcours', async () => {
    const donnees: unknown = await (await fetch(`${site}/donnees/parcours.json`)).json();
    expect(catalogueOuvertSchema.parse(donnees).parcours).toHaveLength(PARCOURS.length);
    const csv = await (await fetch(`${site}/donnees/parcours.csv`)).text();
    expect(csv.trim().split('\r\n')).toHaveLength(PARCOURS.length + 1);
  });

  it('ont un flux Atom par domaine', async () => {
    const reponse = await fetch(`${site}/flux/domaines/informatique.xml`);
    expect(reponse.headers.get('content-type')).toContain('application/atom+xml');
    expect(await reponse.text()).toMatch(
      /^<\?xml.*<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom">/s,
    );
  });
});
