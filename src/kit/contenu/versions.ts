import { getEntry } from 'astro:content';
import {
  adressesCourtes,
  cheminDeVersion,
  cheminDuPdf,
  MARQUE_DU_SITE,
  type AdresseCourte,
  type VersionDuKit,
} from '../regles/versions.ts';
import { lesMoments } from './kit.ts';

/** Une version du kit, avec son adresse permanente et celle de son PDF. */
export type Version = VersionDuKit & { chemin: string; pdf: string };

/** Toutes les versions du kit, de la plus récente à la plus ancienne. */
export async function lesVersions(): Promise<Version[]> {
  const entree = await getEntry('versionsKit', 'versions-kit');
  if (!entree) throw new Error('content/versions-kit.yaml est introuvable.');
  return entree.data.versions.map((version) => ({
    ...version,
    chemin: cheminDeVersion(version.id),
    pdf: cheminDuPdf(version.id),
  }));
}

/** La version que les pages présentent aujourd'hui. */
export async function versionCourante(): Promise<Version> {
  const [courante] = await lesVersions();
  if (!courante) throw new Error('content/versions-kit.yaml n’a aucune version.');
  return courante;
}

/** Les adresses courtes du kit entier (mot « kit ») et de chaque moment. */
export async function lesAdressesCourtes(): Promise<AdresseCourte[]> {
  return adressesCourtes(await lesMoments());
}

const FIGES = import.meta.glob<string>('/content/versions-kit/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/**
 * L'article du kit tel qu'il a été publié dans une version, ou undefined tant que la version courante ne l'est pas.
 * Une version passée sans article figé est une erreur de construction.
 */
export async function articleFige(
  version: Version,
  site: URL | undefined,
): Promise<string | undefined> {
  const html = FIGES[`/content/versions-kit/${version.id}.html`];
  if (html !== undefined) return html.replaceAll(MARQUE_DU_SITE, site?.host ?? '');
  if (version.id === (await versionCourante()).id) return undefined;
  throw new Error(`content/versions-kit/${version.id}.html est introuvable : une version reste.`);
}
