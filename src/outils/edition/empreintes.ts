import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { versionsSchema, type VersionDuKit } from '../../kit/regles/versions.ts';
import { lireArticle } from './article.ts';

const empreinte = z.string().regex(/^[0-9a-f]{64}$/);

/** Ce que `npm run kit:publier` a publié (public/kit/<version>/empreintes.json). */
export const empreintesSchema = z.strictObject({
  version: z.string(),
  site: z.url().describe('Adresse du site (SITE_URL) où mènent les liens des PDF'),
  kit: empreinte.describe('Empreinte (SHA-256) de ce qu’on lit dans le kit entier'),
  moments: z.record(z.string(), empreinte).describe('Empreinte de chaque moment'),
});

export type Empreintes = z.infer<typeof empreintesSchema>;

/** Dossier servi où une version garde ses PDF et ses empreintes. */
export function dossierDeVersion(version: string): string {
  return `public/kit/${version}`;
}

/** Article figé d'une version. */
export function fichierFige(version: string): string {
  return `content/versions-kit/${version}.html`;
}

/** Les versions du kit, lues sans Astro, de la plus récente à la plus ancienne. */
export async function lireVersions(): Promise<VersionDuKit[]> {
  return versionsSchema.parse(load(await readFile('content/versions-kit.yaml', 'utf8'))).versions;
}

/** Empreintes publiées d'une version, ou undefined si elle ne l'a jamais été. */
export async function lireEmpreintes(version: string): Promise<Empreintes | undefined> {
  const texte = await readFile(`${dossierDeVersion(version)}/empreintes.json`, 'utf8').catch(
    () => undefined,
  );
  return texte === undefined ? undefined : empreintesSchema.parse(JSON.parse(texte));
}

/** L'article du kit d'un site construit. */
export async function articleConstruit(dossier: string) {
  return lireArticle(await readFile(join(dossier, 'kit/index.html'), 'utf8'));
}

/**
 * Ce qui n'est plus vrai dans les PDF de la version courante, en phrases ; vide si tout va bien.
 * @param dossier site construit
 * @param site adresse publique du site, ou undefined pour ne pas la comparer
 */
export async function retards(dossier: string, site?: string): Promise<string[]> {
  const [courante] = await lireVersions();
  if (!courante) return [];
  const publiees = await lireEmpreintes(courante.id);
  const conseil = 'Lancez `npm run kit:publier`.';
  if (!publiees) return [`La version ${courante.id} du kit n’est pas publiée. ${conseil}`];
  const { kit, moments } = await articleConstruit(dossier);
  const changes = Object.keys(moments).filter((id) => moments[id] !== publiees.moments[id]);
  const disparus = Object.keys(publiees.moments).filter((id) => !(id in moments));
  const phrases: string[] = [];
  if (kit !== publiees.kit) {
    const ou = [...changes, ...disparus].join(', ') || 'parties communes';
    phrases.push(`Le kit a changé depuis les PDF de sa version ${courante.id} (${ou}). ${conseil}`);
  }
  if (site !== undefined && new URL(site).href !== new URL(publiees.site).href)
    phrases.push(
      `Les liens des PDF du kit mènent à ${publiees.site}, et non à ${site}. ${conseil}`,
    );
  return phrases;
}
