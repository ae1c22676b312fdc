import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { load } from 'js-yaml';
import { z } from 'zod';
import { lienSchema } from '../core/lien.ts';
import { verifierLiens } from '../garde/liens-verifier.ts';

/**
 * Intégration Astro : la construction échoue si un lien ou une ancre ne mène nulle part, ou si un lien vers
 * un autre site n'est pas dans content/liens.yaml. À placer avant `gardeDePublication()`.
 */
export function liens(): AstroIntegration {
  let adresse = '';
  return {
    name: 'csf:liens',
    hooks: {
      'astro:config:done': ({ config }) => {
        if (!config.site) throw new Error('csf:liens a besoin de `site` dans astro.config.mjs.');
        adresse = config.site;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const connus = z.array(lienSchema).parse(load(readFileSync('content/liens.yaml', 'utf8')));
        const { pages, adresses } = await verifierLiens({
          dossier: fileURLToPath(dir),
          adresse,
          externes: connus.map((lien) => lien.adresse),
        });
        logger.info(`${adresses} adresses vérifiées dans ${pages} pages`);
      },
    },
  };
}
