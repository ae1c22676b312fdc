import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Au-delà, les extraits sont rangés à plusieurs par fichier : un site national n'en a pas 80 000. */
const FICHIERS_D_EXTRAITS = 2000;

/** Pagefind pose aussi ses interfaces toutes faites ; la page de recherche a la sienne. */
const INTERFACES = ['ui', 'modular-ui', 'component-ui'].flatMap((nom) => [
  `pagefind-${nom}.js`,
  `pagefind-${nom}.css`,
]);

function verifier(erreurs: string[]): void {
  if (erreurs.length > 0) throw new Error(`Index de recherche : ${erreurs.join(' ; ')}`);
}

/**
 * Construit l'index de recherche Pagefind dans `<dossier>/pagefind`, en français,
 * sur les seules pages qui portent `data-pagefind-body`.
 * @returns le nombre de pages lues (celles sans `data-pagefind-body` ne sont pas retenues)
 */
export async function indexer(dossier: string): Promise<number> {
  try {
    const { index, errors } = await createIndex({
      forceLanguage: 'fr',
      maxFragments: FICHIERS_D_EXTRAITS,
    });
    verifier(errors);
    if (!index) throw new Error('Index de recherche : Pagefind n’a pas démarré.');
    const pages = await index.addDirectory({ path: dossier });
    verifier(pages.errors);
    const sortie = join(dossier, 'pagefind');
    verifier((await index.writeFiles({ outputPath: sortie })).errors);
    await Promise.all(INTERFACES.map((fichier) => rm(join(sortie, fichier), { force: true })));
    return pages.page_count;
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
        logger.info(`${pages} pages lues pour l’index de recherche`);
      },
    },
  };
}
