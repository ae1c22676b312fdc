import { rename, writeFile } from 'node:fs/promises';

/** Écrit un fichier en entier ou pas du tout, même si le processus est tué au milieu. Lisible de son seul propriétaire. */
export async function ecrireEntier(fichier: string, contenu: string): Promise<void> {
  const brouillon = `${fichier}.brouillon`;
  await writeFile(brouillon, contenu, { mode: 0o600, flush: true });
  await rename(brouillon, fichier);
}
