import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { codesDesCommunes } from '../../src/referentiel/codes-des-communes.ts';
import { delai, friseSchema } from '../../src/core/frise.ts';

const PARTAGE = 'supabase/functions/_shared';

/**
 * Ce que les fonctions savent du contenu, recopié dans leur dossier : elles partent sans content/.
 * @param contenu dossier content
 * @returns le texte de chaque fichier à écrire
 */
export async function references(contenu: string): Promise<Record<string, string>> {
  const texte = await readFile(join(contenu, 'frise.yaml'), 'utf8');
  const frise = friseSchema.parse(load(texte, { schema: CORE_SCHEMA }));
  const delais = { reponse: delai(frise, 'mise-en-relation'), accueil: delai(frise, 'accueil') };
  const domaines = (await readdir(join(contenu, 'domaines')))
    .filter((nom) => nom.endsWith('.yaml'))
    .map((nom) => nom.replace(/\.yaml$/, ''))
    .sort();
  const fichiers = { frise: delais, domaines, communes: codesDesCommunes() };
  return Object.fromEntries(
    Object.entries(fichiers).map(([nom, donnees]) => [
      `${PARTAGE}/${nom}.json`,
      `${JSON.stringify(donnees, null, 2)}\n`,
    ]),
  );
}
