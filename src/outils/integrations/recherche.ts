import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { fichiersDe, pourChaque } from '../serveur/fichiers.ts';

/** Au-delà, les extraits sont rangés à plusieurs par fichier : un site national n'en a pas 80 000. */
const FICHIERS_D_EXTRAITS = 2000;

/** Pages confiées ensemble à Pagefind : assez pour l'occuper, pas assez pour remplir la mémoire. */
const PAGES_A_LA_FOIS = 64;

/** Pagefind pose aussi ses interfaces toutes faites ; la page de recherche a la sienne. */
const INTERFACES = ['ui', 'modular-ui', 'component-ui'].flatMap((nom) => [
  `pagefind-${nom}.js`,
  `pagefind-${nom}.css`,
]);

function verifier(erreurs: string[]): void {
  if (erreurs.length > 0) throw new Error(`Index de recherche : ${erreurs.join(' ; ')}`);
}

/** Le contenu principal d'une page, ou null si elle n'est pas à indexer. */
function passageAIndexer(html: string): string | null {
  if (!html.includes('data-pagefind-body')) return null;
  return `<html lang="fr"><body>${html.slice(html.indexOf('<main'), html.indexOf('</main>'))}</main></body></html>`;
}

/**
 * Construit l'index de recherche Pagefind dans `<dossier>/pagefind`, en français, sur les seules pages qui portent
 * `data-pagefind-body`. Les pages sont données une à une, réduites à leur contenu : laissé seul, Pagefind garde
 * en mémoire tout le dossier.
 * @returns le nombre de pages indexées
 */
export async function indexer(dossier: string): Promise<number> {
  try {
    const { index, errors } = await createIndex({
      forceLanguage: 'fr',
      maxFragments: FICHIERS_D_EXTRAITS,
    });
    verifier(errors);
    if (!index) throw new Error('Index de recherche : Pagefind n’a pas démarré.');
    let pages = 0;
    await pourChaque(fichiersDe(dossier), PAGES_A_LA_FOIS, async (fichier) => {
      if (!fichier.endsWith('.html')) return;
      const content = passageAIndexer(await readFile(fichier, 'utf8'));
      if (content === null) return;
      const sourcePath = relative(dossier, fichier);
      verifier((await index.addHTMLFile({ sourcePath, content })).errors);
      pages += 1;
    });
    const sortie = join(dossier, 'pagefind');
    verifier((await index.writeFiles({ outputPath: sortie })).errors);
    await Promise.all(INTERFACES.map((fichier) => rm(join(sortie, fichier), { force: true })));
    return pages;
  } finally {
    await close();
  }
}

/** Intégration Astro : indexe le site construit. À placer avant `gardeDePublication()`. */
export function recherche(): AstroIntegration {
  return {
    name: 'csf:recherche',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const pages = await indexer(fileURLToPath(dir));
        logger.info(`${pages} pages dans l’index de recherche`);
      },
    },
  };
}
