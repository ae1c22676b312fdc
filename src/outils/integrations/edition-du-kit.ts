import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cheminDuPdf } from '../../kit/regles/versions.ts';
import { articleConstruit, lireVersions, retards } from '../edition/empreintes.ts';

/** Tient la place des PDF d'une version qui va être imprimée : les liens qui y mènent ne sont pas morts. */
async function tenirLaPlaceDesPdf(dossier: string): Promise<void> {
  const [courante] = await lireVersions();
  if (!courante) return;
  const { moments } = await articleConstruit(dossier);
  await mkdir(join(dossier, 'kit', courante.id), { recursive: true });
  await Promise.all(
    ['kit', ...Object.keys(moments)].map((moment) =>
      writeFile(join(dossier, cheminDuPdf(courante.id, moment)), ''),
    ),
  );
}

/**
 * Intégration Astro : avertit quand les PDF du kit ne disent plus ce que dit le site, ou quand leurs liens mènent à
 * une autre adresse que celle d'un site officiel. À placer avant le contrôle des liens.
 */
export function editionDuKit(): AstroIntegration {
  let site: string | undefined;
  return {
    name: 'csf:edition-du-kit',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dossier = fileURLToPath(dir);
        if (process.env.CSF_EDITION === '1') {
          await tenirLaPlaceDesPdf(dossier);
          return;
        }
        const officiel = process.env.SITE_OFFICIEL === '1';
        for (const retard of await retards(dossier, officiel ? site : undefined))
          logger.warn(retard);
      },
    },
  };
}
