import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

/** Octets du début d'une page, où se trouve la consigne aux moteurs de recherche. */
const DEBUT = 4096;

const HORS_INDEX = '<meta name="robots" content="noindex">';

function debutDe(fichier: string): string {
  const octets = Buffer.alloc(DEBUT);
  const ouvert = openSync(fichier, 'r');
  try {
    return octets.toString('utf8', 0, readSync(ouvert, octets));
  } finally {
    closeSync(ouvert);
  }
}

/**
 * Vrai si la page construite peut entrer dans le plan destiné aux moteurs de recherche.
 * @param adresse adresse complète de la page, avec sa barre finale
 * @param dossier dossier du site construit
 */
function estAuPlan(adresse: string, dossier: string): boolean {
  const chemin = decodeURIComponent(new URL(adresse).pathname);
  // Une adresse courte n'est qu'un renvoi.
  if (chemin.startsWith('/k/')) return false;
  // Le site de démonstration est hors index en entier : son plan reste celui de toutes ses pages.
  if (process.env.SITE_OFFICIEL !== '1') return true;
  return !debutDe(join(dossier, chemin, 'index.html')).includes(HORS_INDEX);
}

/** Le plan du site (@astrojs/sitemap), sans les pages hors index : parcours pourvus, listes vides. */
export function planDuSite(): AstroIntegration {
  let dossier = '';
  const plan = sitemap({ filter: (adresse) => estAuPlan(adresse, dossier) });
  return {
    ...plan,
    hooks: {
      ...plan.hooks,
      'astro:config:done': async (options) => {
        dossier = fileURLToPath(options.config.outDir);
        await plan.hooks['astro:config:done']?.(options);
      },
    },
  };
}
