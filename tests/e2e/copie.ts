import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { construire, type Construction } from './construction.ts';

/** Ce qu'il faut pour construire le site ; les paquets sont trouvés dans le dossier du dessus. */
const SOURCES = [
  'src',
  'supabase',
  'content',
  'public',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
];

/** Une copie du projet, que l'on peut modifier avant de la construire. */
export type Copie = {
  /** Dossier de la copie. */
  dossier: string;
  /** Change un fichier de la copie ; un texte qui n'y est pas est une erreur du test. */
  remplacer: (fichier: string, avant: string, apres: string) => Promise<void>;
  ajouter: (fichier: string, contenu: string) => Promise<void>;
  /** Construit la copie, dans son dossier `dist` si l'on n'en donne pas d'autre, sans compresser. */
  construire: (env?: Record<string, string>, vers?: string) => Promise<Construction>;
  supprimer: () => Promise<void>;
};

/**
 * Copie le projet dans un dossier de travail que Git ne suit pas.
 * @param parcours nombre de parcours gardés : un petit catalogue se construit vite
 */
export async function copierLeProjet(parcours = Infinity): Promise<Copie> {
  await mkdir('.csf', { recursive: true });
  const dossier = await mkdtemp('.csf/copie-');
  for (const source of SOURCES) await cp(source, join(dossier, source), { recursive: true });
  const catalogue = join(dossier, 'content/parcours');
  const fiches = (await readdir(catalogue)).sort();
  for (const fiche of fiches.slice(parcours)) await rm(join(catalogue, fiche));
  return {
    dossier,
    remplacer: async (fichier, avant, apres) => {
      const texte = await readFile(join(dossier, fichier), 'utf8');
      if (!texte.includes(avant)) throw new Error(`« ${avant} » n'est pas dans ${fichier}.`);
      await writeFile(
        join(dossier, fichier),
        texte.replace(avant, () => apres),
      );
    },
    ajouter: (fichier, contenu) => writeFile(join(dossier, fichier), contenu),
    construire: (env = {}, vers = join(dossier, 'dist')) => construire(vers, env, resolve(dossier)),
    supprimer: () => rm(dossier, { recursive: true }),
  };
}
