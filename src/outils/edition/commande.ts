import { jourAParis } from '../../socle/dates.ts';
import { ErreurDArticle } from './article.ts';
import { dossierDeVersion } from './empreintes.ts';
import { ErreurDEdition, publier } from './publier.ts';

try {
  const { version, site, moments } = await publier(
    process.env.SITE_URL ?? 'http://localhost:4321',
    jourAParis(new Date()),
  );
  console.log(
    `Version ${version} du kit publiée : ${Object.keys(moments).length + 1} PDF dans ${dossierDeVersion(version)}, ` +
      `dont les liens mènent à ${site}. Relisez-les, puis enregistrez-les avec le kit.`,
  );
} catch (erreur) {
  if (!(erreur instanceof ErreurDEdition) && !(erreur instanceof ErreurDArticle)) throw erreur;
  console.error(erreur.message);
  process.exitCode = 1;
}
