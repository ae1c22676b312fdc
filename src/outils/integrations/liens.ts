import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { load } from 'js-yaml';
import { z } from 'zod';
import { TOUTES_LES_ROUTES } from '../../formulaire/regles/routes.ts';
import { lienSchema } from '../../site/regles/lien.ts';
import { adresseDesFonctions } from '../../site/regles/service.ts';
import { verifierLiens } from '../garde/liens-verifier.ts';

/* Un formulaire poste au service : une autre adresse que celles-là serait une faute de frappe. */
function adressesDesFonctions(): string[] {
  const fonctions = adresseDesFonctions(process.env);
  return TOUTES_LES_ROUTES.map((route) => `${fonctions}/${route}`);
}

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
          externes: [...connus.map((lien) => lien.adresse), ...adressesDesFonctions()],
        });
        logger.info(`${adresses} adresses vérifiées dans ${pages} pages`);
      },
    },
  };
}
