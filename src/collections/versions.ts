import { getEntry } from 'astro:content';
import {
  adressesCourtes,
  cheminDeVersion,
  cheminDuPdf,
  type AdresseCourte,
  type VersionDuKit,
} from '../core/version-kit.ts';
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
