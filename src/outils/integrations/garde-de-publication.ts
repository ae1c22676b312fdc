import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { verifierPublication } from '../garde/verifier.ts';

const NOM = 'csf:garde-de-publication';

/**
 * Intégration Astro : la construction échoue si un fichier publié contient un courriel ou un téléphone
 * qui n'est pas celui de l'équipe. Elle doit être la dernière de la liste, après le plan du site et
 * l'index de recherche : elle le vérifie, car ce qui est écrit après elle ne serait pas lu.
 */
export function gardeDePublication(): AstroIntegration {
  return {
    name: NOM,
    hooks: {
      'astro:config:done': ({ config }) => {
        const derniere = config.integrations.findLast(({ name }) => !name.startsWith('astro:'));
        if (derniere?.name !== NOM) {
          throw new Error(`${NOM} doit être la dernière intégration (après ${derniere?.name}).`);
        }
      },
      'astro:build:done': async ({ dir, logger }) => {
        const fichiers = await verifierPublication(fileURLToPath(dir));
        logger.info(`${fichiers} fichiers relus, aucune coordonnée de personne`);
      },
    },
  };
}
