import { chromium, type Page } from 'playwright-core';
import { lancementDeChromium } from '../navigateur/chromium.ts';

export type Impression = {
  /** Adresse locale de la page du kit entier. */
  page: string;
  /** Adresse publique du site : celle où mènent les liens du PDF. */
  site: string;
  /** Ce que dit le bas de chaque page, par exemple « Kit entreprise, version 2026.1 ». */
  pied: string;
};

/** Un PDF à écrire : le kit entier, ou un seul moment. */
export type Document = { titre: string; fichier: string; moment?: string };

/** Numéros de page et version : ces marges ne sont pas dans la structure, un lecteur d'écran ne les répète pas. */
function pied(texte: string): string {
  const police = 'font: 8pt Marianne, arial, sans-serif; color: #3a3a3a;';
  return `@page {
    @bottom-left { content: ${JSON.stringify(texte)}; ${police} white-space: nowrap; }
    @bottom-right { content: 'Page ' counter(page) ' sur ' counter(pages); ${police} white-space: nowrap; }
  }`;
}

/** Parties du kit que la feuille d'un moment garde, dans l'ordre de sa page ; les documents qu'il cite seulement. */
const COMMUNES = ['documents', 'contacts', 'frise'];

/** Garde le moment demandé, et tourne les liens vers l'adresse publique. */
async function appreter(page: Page, { titre, moment }: Document, site: string): Promise<void> {
  await page.evaluate(
    ({ titre, moment, site, communes }) => {
      document.title = titre;
      if (moment !== undefined) {
        document.documentElement.classList.add('csf-extrait');
        const parties = [...document.querySelectorAll<HTMLElement>('[data-partie]')];
        const gardee = parties.find((partie) => partie.dataset.moment === moment);
        const cites = gardee?.querySelector('[data-section="documents"]')?.textContent ?? '';
        for (const partie of parties) {
          if (partie !== gardee && !communes.includes(partie.dataset.partie ?? '')) partie.remove();
        }
        // La frise suit le moment, et dit où il s'y trouve.
        const frise = parties.find((partie) => partie.dataset.partie === 'frise');
        if (frise) gardee?.parentElement?.append(frise);
        for (const etape of gardee?.dataset.etapes?.split(' ') ?? []) {
          const ici = document.createElement('strong');
          ici.className = 'csf-kit__ici';
          ici.textContent = 'Vous êtes ici';
          frise?.querySelector(`[data-etape="${etape}"]`)?.prepend(ici);
        }
        for (const nom of document.querySelectorAll('[data-partie="documents"] dt')) {
          if (!cites.includes(nom.textContent.toLowerCase())) nom.parentElement?.remove();
        }
        // Le titre de la feuille est celui du moment : ses titres montent d'un niveau.
        const titres: [Element | null, string][] = [[document.querySelector('h1'), 'p']];
        for (const h of gardee?.querySelectorAll('h2, h3') ?? [])
          titres.push([h, h.tagName === 'H2' ? 'h1' : 'h2']);
        for (const [ancien, balise] of titres) {
          const nouveau = document.createElement(balise);
          nouveau.className = balise === 'p' ? 'csf-kit__titre' : '';
          nouveau.id = ancien?.id ?? '';
          nouveau.append(...(ancien?.childNodes ?? []));
          ancien?.replaceWith(nouveau);
        }
      }
      for (const lien of document.querySelectorAll('a[href^="/"]'))
        lien.setAttribute('href', new URL(lien.getAttribute('href') ?? '', site).href);
    },
    { titre, moment, site, communes: COMMUNES },
  );
}

/** Écrit les PDF, balisés pour les lecteurs d'écran, avec un vrai navigateur. */
export async function imprimer(documents: Document[], impression: Impression): Promise<void> {
  const navigateur = await chromium.launch(await lancementDeChromium());
  try {
    // La politique de contenu du site refuse le style ajouté ici pour le bas des pages.
    const contexte = await navigateur.newContext({ bypassCSP: true, locale: 'fr-FR' });
    for (const document of documents) {
      const page = await contexte.newPage();
      // La fonte est facultative au premier chargement : au second, elle est là.
      await page.goto(impression.page, { waitUntil: 'networkidle' });
      await page.reload({ waitUntil: 'networkidle' });
      await page.addStyleTag({ content: pied(impression.pied) });
      await appreter(page, document, impression.site);
      await page.pdf({
        path: document.fichier,
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
      });
      await page.close();
    }
  } finally {
    await navigateur.close();
  }
}
