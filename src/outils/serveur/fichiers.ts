import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Tous les fichiers d'un dossier et de ses sous-dossiers, un par un ; un seul dossier est en mémoire à la fois. */
export async function* fichiersDe(dossier: string): AsyncGenerator<string> {
  for (const entree of await readdir(dossier, { withFileTypes: true })) {
    const chemin = join(dossier, entree.name);
    if (entree.isDirectory()) yield* fichiersDe(chemin);
    else if (entree.isFile()) yield chemin;
  }
}

/**
 * Applique une action à chaque élément, sans en mener plus de `limite` à la fois.
 * La première erreur arrête la suite et remonte.
 */
export async function pourChaque<T>(
  elements: AsyncIterable<T>,
  limite: number,
  action: (element: T) => Promise<void>,
): Promise<void> {
  const iterateur = elements[Symbol.asyncIterator]();
  async function ouvrier(): Promise<void> {
    for (let pas = await iterateur.next(); !pas.done; pas = await iterateur.next()) {
      await action(pas.value);
    }
  }
  await Promise.all(Array.from({ length: limite }, ouvrier));
}
