import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { fichiersDe, pourChaque } from '../serveur/fichiers.ts';

/** Pages relues ensemble. */
const PAGES_A_LA_FOIS = 64;

const AMORCE = /<script>((?:(?!<\/script>)[\s\S])+)<\/script>/g;
const STYLE = /<style>((?:(?!<\/style>)[\s\S])+)<\/style>/g;

/**
 * Sort d'une page l'amorce des îlots, que notre politique de contenu refuserait dans la page : ses scripts, dans leur
 * ordre, et son style. Ce qui a un attribut (une donnée, un module) reste.
 */
export function sortirLAmorce(html: string): { html: string; fichiers: Map<string, string> } {
  const fichiers = new Map<string, string>();
  if (!html.includes('<astro-island')) return { html, fichiers };
  const sortir = (contenu: string, extension: string) => {
    const empreinte = createHash('sha256').update(contenu).digest('hex').slice(0, 12);
    const nom = `ilot.${empreinte}.${extension}`;
    fichiers.set(nom, contenu);
    return `/_astro/${nom}`;
  };
  const allegee = html
    .replace(
      AMORCE,
      (_, script: string) => `<script type="module" src="${sortir(script, 'js')}"></script>`,
    )
    .replace(STYLE, (_, style: string) => `<link rel="stylesheet" href="${sortir(style, 'css')}">`);
  return { html: allegee, fichiers };
}

/** Intégration Astro : sort l'amorce des îlots de chaque page. À placer avant `gardeDePublication()`. */
export function ilotsAPart(): AstroIntegration {
  return {
    name: 'csf:ilots-a-part',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const dossier = fileURLToPath(dir);
        await mkdir(join(dossier, '_astro'), { recursive: true });
        await pourChaque(fichiersDe(dossier), PAGES_A_LA_FOIS, async (chemin) => {
          if (!chemin.endsWith('.html')) return;
          const page = await readFile(chemin, 'utf8');
          const { html, fichiers } = sortirLAmorce(page);
          if (fichiers.size === 0) return;
          await writeFile(chemin, html);
          for (const [nom, contenu] of fichiers)
            await writeFile(join(dossier, '_astro', nom), contenu);
        });
      },
    },
  };
}
