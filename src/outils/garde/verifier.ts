import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { fichiersDe, pourChaque } from '../serveur/fichiers.ts';
import { chercherFuites, type Fuite } from './coordonnees.ts';
import { estALire, extraire } from './extraire.ts';

/** Fuites montrées en entier ; les autres sont comptées. */
const FUITES_MONTREES = 20;

const EN_MEME_TEMPS = 16;

type FuiteSituee = Fuite & { fichier: string };

type Bilan = { fichiers: number; fuites: FuiteSituee[]; total: number };

/** Le site construit contient une adresse ou un numéro qu'il ne doit pas publier. */
class ErreurDeFuite extends Error {
  override name = 'ErreurDeFuite';
  constructor({ fuites, total }: Bilan) {
    const noms = { courriel: 'adresse électronique', telephone: 'numéro de téléphone' };
    const lignes = fuites.map(
      ({ fichier, genre, extrait }) => `  ${fichier} : ${noms[genre]}\n    « ${extrait} »`,
    );
    const reste = total - fuites.length;
    if (reste > 0) lignes.push(`  … et ${reste} de plus.`);
    super(
      `Publication refusée : ${total} coordonnée(s) de personne dans le site construit.\n` +
        `${lignes.join('\n')}\n` +
        'Retirez-les des contenus, ou corrigez l’import, puis reconstruisez.',
    );
  }
}

/**
 * Lit tous les fichiers d'un site construit et relève les courriels et téléphones.
 * Seules les premières fuites sont gardées, dans l'ordre des fichiers lus.
 */
async function examiner(dossier: string): Promise<Bilan> {
  const bilan: Bilan = { fichiers: 0, fuites: [], total: 0 };
  await pourChaque(fichiersDe(dossier), EN_MEME_TEMPS, async (chemin) => {
    const fichier = relative(dossier, chemin).replaceAll(sep, '/');
    if (!estALire(fichier)) return;
    bilan.fichiers += 1;
    const trouvees = chercherFuites(extraire(fichier, await readFile(chemin)));
    bilan.total += trouvees.length;
    for (const fuite of trouvees) {
      if (bilan.fuites.length < FUITES_MONTREES) bilan.fuites.push({ fichier, ...fuite });
    }
  });
  bilan.fuites.sort((a, b) => a.fichier.localeCompare(b.fichier, 'fr'));
  return bilan;
}

/**
 * Vérifie qu'un site construit ne publie aucune coordonnée de personne.
 * @returns le nombre de fichiers lus
 * @throws {ErreurDeFuite} nomme les pages et des extraits masqués
 */
export async function verifierPublication(dossier: string): Promise<number> {
  const bilan = await examiner(dossier);
  if (bilan.total > 0) throw new ErreurDeFuite(bilan);
  return bilan.fichiers;
}
