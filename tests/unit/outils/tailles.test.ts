import { glob, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Ce qu'un fichier de style ou de SQL peut compter de lignes ; ESLint tient déjà la même règle pour le code. */
const LIGNES_MAX = 250;

/** Ce qu'une étagère peut compter de fichiers : au-delà, c'est deux salles. Une collection de fiches n'en est pas une. */
const FICHIERS_MAX = 25;

async function chemins(...motifs: string[]): Promise<string[]> {
  return (await Array.fromAsync(glob(motifs))).sort();
}

describe('la maison', () => {
  it('tient chaque feuille de style et chaque fichier SQL en 250 lignes', async () => {
    const feuilles = await chemins('src/**/*.css', 'supabase/**/*.sql');
    expect(feuilles.length).toBeGreaterThan(20);
    for (const feuille of feuilles) {
      const lignes = (await readFile(feuille, 'utf8')).split('\n').length - 1;
      expect(lignes, feuille).toBeLessThanOrEqual(LIGNES_MAX);
    }
  });

  it('ne charge aucune étagère de plus de 25 fichiers', async () => {
    const parEtagere = Object.groupBy(
      await chemins('src/**/*.*', 'supabase/**/*.*', 'content/!(parcours|faq)/*.*'),
      dirname,
    );
    for (const [etagere, fichiers = []] of Object.entries(parEtagere))
      expect(fichiers.length, etagere).toBeLessThanOrEqual(FICHIERS_MAX);
  });

  it('n’a que les étagères que les frontières gardent', async () => {
    const ETAGERES =
      /^src\/(pages|layouts|outils)\/|^src\/ui\/typographie\/[^/]+$|^src\/[a-z]+\/(regles|contenu|scripts|appels|referentiel|sources|ecriture)\/[^/]+$|^src\/[a-z]+\/[^/]+$|^src\/[^/]+$/;
    const SERVICE =
      /^supabase\/(embarque|migrations|functions\/[a-z]+|functions\/_shared(\/(courriels(\/suivi)?|envoi|refus|reponses|suivi))?)\/[^/]+$/;
    const ailleurs = (await chemins('src/**/*.*', 'supabase/*/**/*.*')).filter(
      (chemin) => !ETAGERES.test(chemin) && !SERVICE.test(chemin),
    );
    expect(ailleurs).toEqual([]);
  });

  it('n’a pas de fourre-tout', async () => {
    const noms = (await chemins('src/**/*.{ts,tsx,astro}', 'supabase/**/*.ts')).map((chemin) =>
      basename(chemin).replace(/\..*$/, ''),
    );
    for (const fourreTout of ['utils', 'helpers', 'types', 'misc', 'divers'])
      expect(noms).not.toContain(fourreTout);
  });
});
