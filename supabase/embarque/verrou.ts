import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ErreurDeCommande } from '../../src/outils/commande.ts';

function vit(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Réserve un dossier à ce processus ; rend de quoi le libérer.
 * @throws {ErreurDeCommande} un service qui tourne encore le tient
 */
export async function reserver(dossier: string): Promise<() => Promise<void>> {
  const fichier = join(dossier, 'service.pid');
  await mkdir(dossier, { recursive: true });
  const ecrire = () => writeFile(fichier, String(process.pid), { flag: 'wx' });
  try {
    await ecrire();
  } catch {
    const pid = Number(await readFile(fichier, 'utf8').catch(() => '0'));
    if (pid !== process.pid && pid > 0 && vit(pid))
      throw new ErreurDeCommande(
        `Un service tourne déjà dans ${dossier} (processus ${pid}). Arrêtez-le, ou prenez un autre dossier : CSF_DOSSIER=.csf-2 npm start`,
      );
    await rm(fichier, { force: true });
    await ecrire();
  }
  return () => rm(fichier, { force: true });
}
