import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { enFrancais } from '../../socle/dates.ts';
import { peutRepublier, type VersionDuKit } from '../../kit/regles/versions.ts';
import { ErreurDeCommande } from '../commande.ts';
import { demarrer } from '../serveur/serveur.ts';
import type { Article } from './article.ts';
import {
  articleConstruit,
  dossierDeVersion,
  fichierFige,
  lireEmpreintes,
  lireVersions,
  type Empreintes,
} from './empreintes.ts';
import { imprimer } from './pdf.ts';

const DOSSIER = '.csf/edition';

/** Construit le site à part, sans toucher à `dist/`. CSF_EDITION tient la place des PDF qui n'existent pas encore. */
async function construire(site: string): Promise<void> {
  const astro = spawn(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', DOSSIER],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, CSF_EDITION: '1', SITE_URL: site },
    },
  );
  const [code] = (await once(astro, 'exit')) as [number];
  if (code !== 0) throw new ErreurDeCommande('La construction du site a échoué.');
}

/** Titre de chaque moment, dans l'ordre des parties de l'article. */
async function titreDuMoment(id: string): Promise<string> {
  const [, enTete = ''] = (await readFile(`content/kit/${id}.mdx`, 'utf8')).split(/^---$/m);
  return (load(enTete) as { titre: string }).titre;
}

async function imprimerLaVersion(
  { id, publieLe }: VersionDuKit,
  moments: string[],
  site: string,
): Promise<void> {
  const serveur = await demarrer({ dossier: DOSSIER, port: 0 });
  const dossier = dossierDeVersion(id);
  const kit = `Le kit entreprise de la clause sociale de formation, version ${id}`;
  try {
    await imprimer(
      [
        { titre: kit, fichier: `${dossier}/kit.pdf` },
        ...(await Promise.all(
          moments.map(async (moment) => ({
            titre: `${await titreDuMoment(moment)} – ${kit}`,
            fichier: `${dossier}/${moment}.pdf`,
            moment,
          })),
        )),
      ],
      { page: `${serveur.url}/kit/`, site, pied: `${kit}, du ${enFrancais(publieLe)}` },
    );
  } finally {
    await serveur.fermer();
  }
}

/** @throws {ErreurDeCommande} le texte d'une version publiée a changé */
function exigerUneVersionOuverte(
  version: VersionDuKit,
  jour: string,
  avant: Empreintes | undefined,
  apres: Article,
): void {
  if (peutRepublier(version.publieLe, jour, avant?.kit, apres.kit)) return;
  throw new ErreurDeCommande(
    `La version ${version.id} est publiée depuis le ${enFrancais(version.publieLe)}, et le kit a changé depuis. ` +
      'Des marchés la citent : elle ne change plus. ' +
      'Ajoutez une version en tête de content/versions-kit.yaml, dites ce qui change, puis relancez.',
  );
}

/**
 * Publie la version courante : fige l'article, imprime les PDF, note leurs empreintes.
 * @param site adresse publique où mènent les liens des PDF
 * @param jour jour présent (AAAA-MM-JJ, à Paris)
 * @returns ce qui a été publié
 * @throws {ErreurDeCommande}
 */
export async function publier(site: string, jour: string): Promise<Empreintes> {
  const [version] = await lireVersions();
  if (!version) throw new ErreurDeCommande('content/versions-kit.yaml n’a aucune version.');
  await construire(site);
  try {
    const article = await articleConstruit(DOSSIER);
    exigerUneVersionOuverte(version, jour, await lireEmpreintes(version.id), article);
    const dossier = dossierDeVersion(version.id);
    await rm(dossier, { recursive: true, force: true });
    await mkdir(dossier, { recursive: true });
    await imprimerLaVersion(version, Object.keys(article.moments), site);
    const { html, kit, moments } = article;
    const empreintes = { version: version.id, site, kit, moments };
    await writeFile(fichierFige(version.id), `${html}\n`);
    await writeFile(`${dossier}/empreintes.json`, `${JSON.stringify(empreintes, null, 2)}\n`);
    return empreintes;
  } finally {
    await rm(DOSSIER, { recursive: true, force: true });
  }
}
