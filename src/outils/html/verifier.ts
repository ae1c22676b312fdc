import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ErreurDeCommande } from '../commande.ts';
import { lireRapport, type ErreurDeHtml } from './rapport.ts';

/* Le fichier seul : l'interface du paquet téléchargerait un Java, sans somme de contrôle, quand le poste n'en a pas. */
const VNU = fileURLToPath(new URL('build/dist/vnu.jar', import.meta.resolve('vnu-jar')));

const INSTALLER = `Installez Java 17 ou plus récent, puis relancez :
  Debian, Ubuntu : sudo apt-get install openjdk-17-jre-headless
  macOS : brew install openjdk
  Windows : winget install EclipseAdoptium.Temurin.17.JRE`;

const OPTIONS = ['--format', 'json', '--stdout', '--errors-only', '--exit-zero-always'];

/** Un rapport de plusieurs milliers d'erreurs tient là. */
const OCTETS_MAX = 256 * 1024 * 1024;

/**
 * Vérifie toutes les pages de ces dossiers avec le vérificateur du W3C (Nu HTML Checker).
 * @param java le programme à lancer
 * @throws {ErreurDeCommande} Java manque, ou n'a pas pu lancer le vérificateur
 */
export async function verifierLeHtml(
  dossiers: readonly string[],
  java = 'java',
): Promise<ErreurDeHtml[]> {
  try {
    const { stdout } = await promisify(execFile)(
      java,
      ['-Xss4m', '-jar', VNU, ...OPTIONS, '--skip-non-html', ...dossiers],
      { maxBuffer: OCTETS_MAX },
    );
    return lireRapport(stdout, pathToFileURL(join(process.cwd(), '/')).href);
  } catch (erreur) {
    const { code, stderr } = erreur as { code?: string | number; stderr?: string };
    if (code === 'ENOENT')
      throw new ErreurDeCommande(
        `Java manque : le vérificateur de HTML en a besoin.\n${INSTALLER}`,
      );
    if (typeof code === 'number')
      throw new ErreurDeCommande(
        `Java n’a pas pu lancer le vérificateur de HTML.\n${stderr?.trim()}\n${INSTALLER}`,
      );
    throw erreur;
  }
}
