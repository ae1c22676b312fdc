import { readFile, stat, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { fichiersDe, pourChaque } from '../serveur/fichiers.ts';

const enBrotli = promisify(brotliCompress);
const enGzip = promisify(gzip);

/** En deçà, les en-têtes d'une réponse pèsent plus que ce que l'on gagne. */
const TAILLE_MINIMALE = 512;

/** node:zlib travaille sur quatre fils d'exécution : en lancer un peu plus les garde occupés. */
const EN_MEME_TEMPS = 8;

const COMPRESSIBLES = new Set([
  ...[
    '.html',
    '.css',
    '.js',
    '.json',
    '.xml',
    '.svg',
    '.csv',
    '.txt',
    '.vtt',
    '.wasm',
    '.webmanifest',
  ],
  ...['.ico'],
]);

type Bilan = { fichiers: number; octets: number; brotli: number };

async function compresserFichier(chemin: string): Promise<Bilan> {
  const rien = { fichiers: 0, octets: 0, brotli: 0 };
  if (!COMPRESSIBLES.has(extname(chemin))) return rien;
  if ((await stat(chemin)).size < TAILLE_MINIMALE) return rien;
  const contenu = await readFile(chemin);
  const [br, gz] = await Promise.all([
    enBrotli(contenu, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: contenu.length,
      },
    }),
    enGzip(contenu, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  // Une version compressée plus lourde que l'original ne sert à personne.
  if (br.length < contenu.length) await writeFile(`${chemin}.br`, br);
  if (gz.length < contenu.length) await writeFile(`${chemin}.gz`, gz);
  return { fichiers: 1, octets: contenu.length, brotli: br.length };
}

/** Pose à côté de chaque fichier de texte d'au moins 512 octets ses versions brotli et gzip. */
export async function compresser(dossier: string): Promise<Bilan> {
  const total = { fichiers: 0, octets: 0, brotli: 0 };
  await pourChaque(fichiersDe(dossier), EN_MEME_TEMPS, async (chemin) => {
    const bilan = await compresserFichier(chemin);
    total.fichiers += bilan.fichiers;
    total.octets += bilan.octets;
    total.brotli += bilan.brotli;
  });
  return total;
}
