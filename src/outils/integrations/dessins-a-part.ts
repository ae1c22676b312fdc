import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Au-delà, un dessin dans une feuille de style coûte plus à chaque page qu'une requête à part. */
const TAILLE = 1500;

const DESSIN = /url\("data:image\/svg\+xml;charset=utf-?8,([^"]+)"\)/g;

/** Sort d'une feuille de style ses dessins lourds : la feuille, et les fichiers à écrire à côté d'elle. */
export function sortirLesDessins(css: string): { css: string; dessins: Map<string, string> } {
  const dessins = new Map<string, string>();
  const allegee = css.replace(DESSIN, (entier, donnees: string) => {
    if (donnees.length < TAILLE) return entier;
    const svg = decodeURIComponent(donnees);
    const nom = `${createHash('sha256').update(svg).digest('hex').slice(0, 12)}.svg`;
    dessins.set(nom, svg);
    return `url("${nom}")`;
  });
  return { css: allegee, dessins };
}

/**
 * Intégration Astro : le bloc-marque de l'État est dans la feuille de style du système de design, qui retarde
 * l'affichage de chaque page. Il devient une image à part.
 */
export function dessinsAPart(): AstroIntegration {
  return {
    name: 'csf:dessins-a-part',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const dossier = join(fileURLToPath(dir), '_astro');
        for (const fichier of await readdir(dossier)) {
          if (!fichier.endsWith('.css')) continue;
          const chemin = join(dossier, fichier);
          const { css, dessins } = sortirLesDessins(await readFile(chemin, 'utf8'));
          if (dessins.size === 0) continue;
          await writeFile(chemin, css);
          for (const [nom, svg] of dessins) await writeFile(join(dossier, nom), svg);
        }
      },
    },
  };
}
