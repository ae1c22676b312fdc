import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import purgeCss from '@fullhuman/postcss-purgecss';
import { defineConfig } from 'astro/config';
import { calendrierAJour } from './src/outils/integrations/calendrier-a-jour.ts';
import { dessinsAPart } from './src/outils/integrations/dessins-a-part.ts';
import { editionDuKit } from './src/outils/integrations/edition-du-kit.ts';
import { gardeDePublication } from './src/outils/integrations/garde-de-publication.ts';
import { ilotsAPart } from './src/outils/integrations/ilots-a-part.ts';
import { liens } from './src/outils/integrations/liens.ts';
import { planDuSite } from './src/outils/integrations/plan-du-site.ts';
import { referencesMdx } from './src/outils/integrations/references-mdx.ts';
import { recherche } from './src/outils/integrations/recherche.ts';
import { scriptsGroupes } from './src/outils/integrations/scripts-groupes.ts';
import { zodCourt } from './src/outils/integrations/zod-court.ts';

/* Du système de design, seuls partent les styles que nos pages emploient. */
const purge = purgeCss({
  content: [
    './src/!(outils)/**/*.{astro,ts,tsx}',
    './src/outils/edition/*.ts',
    './content/**/*.mdx',
    './content/versions-kit/*.html',
  ],
  safelist: {
    standard: ['table', 'thead', 'tbody', 'tr', 'td', 'th', 'strong', 'code', 'em', 'mark'],
  },
  // Posé par la bibliothèque de la liste de choix, aucun de nos fichiers ne l'écrit.
  dynamicAttributes: ['aria-selected'],
  blocklist: process.env.SITE_OFFICIEL === '1' ? [] : [/^fr-logo/],
  variables: true,
  fontFace: true,
  keyframes: true,
});

/*
 * Deux graisses suffisent au site : les autres fontes du système de design ne partent pas.
 * « optional » : si la fonte tarde, la page garde celle du téléphone, sans que le texte saute sous les yeux.
 */
const fontes = {
  postcssPlugin: 'csf-fontes',
  AtRule: {
    'font-face': (regle) => {
      const garde = /Marianne-(Regular|Bold)\.woff2/.test(regle.toString());
      if (!garde) regle.remove();
      regle.walkDecls('font-display', (declaration) => {
        declaration.value = 'optional';
      });
    },
  },
};

/* Les marchés citent ces adresses pour des années : un site officiel ne peut pas les laisser à celle d'essai. */
if (process.env.SITE_OFFICIEL === '1' && !process.env.SITE_URL)
  throw new Error(
    'SITE_OFFICIEL=1 demande SITE_URL : donnez l’adresse publique du site, par exemple SITE_URL=https://csf.example.',
  );

export default defineConfig({
  site: process.env.SITE_URL || 'http://localhost:4321',
  trailingSlash: 'always',
  build: { format: 'directory', concurrency: 4, inlineStylesheets: 'never' },
  compressHTML: true,
  devToolbar: { enabled: false },
  // L'ordre compte : la garde lit tout ce qui va être publié, index de recherche compris.
  integrations: [
    mdx(),
    react(),
    calendrierAJour(),
    dessinsAPart(),
    ilotsAPart(),
    scriptsGroupes(),
    zodCourt(),
    planDuSite(),
    recherche(),
    editionDuKit(),
    liens(),
    gardeDePublication(),
  ],
  markdown: { processor: satteri({ mdastPlugins: [referencesMdx] }) },
  vite: {
    css: { postcss: { plugins: [fontes, purge] } },
    // La politique de contenu refuse un script écrit dans la page : même petit, il reste un fichier.
    build: { assetsInlineLimit: (fichier) => (fichier.endsWith('.js') ? false : undefined) },
  },
});
