import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

type Carte = ReadonlyMap<string, readonly string[]>;

/** Chaque module et ceux qu'il importe, types compris : une boucle de types est une boucle d'idées. */
function modulesDe(...dossiers: string[]): Carte {
  const fichiers = dossiers.flatMap((dossier) =>
    readdirSync(dossier, { recursive: true, encoding: 'utf8' })
      .filter((nom) => /\.(ts|tsx|astro)$/.test(nom))
      .map((nom) => join(dossier, nom)),
  );
  const connus = new Set(fichiers);
  return new Map(
    fichiers.map((fichier) => {
      const code = readFileSync(fichier, 'utf8');
      const cites = [...code.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'(\.[^']+)'/g)];
      return [
        fichier,
        cites
          .map(([, chemin = '']) => join(dirname(fichier), chemin))
          .filter((cite) => connus.has(cite)),
      ];
    }),
  );
}

/** La première boucle trouvée, module après module, ou undefined. */
function boucleDe(carte: Carte): string[] | undefined {
  const sures = new Set<string>();
  const suivre = (module: string, chemin: readonly string[]): string[] | undefined => {
    const debut = chemin.indexOf(module);
    if (debut >= 0) return [...chemin.slice(debut), module];
    if (sures.has(module)) return undefined;
    for (const cite of carte.get(module) ?? []) {
      const boucle = suivre(cite, [...chemin, module]);
      if (boucle) return boucle;
    }
    sures.add(module);
    return undefined;
  };
  for (const module of carte.keys()) {
    const boucle = suivre(module, []);
    if (boucle) return boucle;
  }
  return undefined;
}

test('aucun module du site ni des fonctions ne dépend de lui-même, même par un type', () => {
  const carte = modulesDe('src', 'supabase/functions', 'supabase/embarque');
  const regles = [...carte.keys()].filter((nom) => /^src\/(?:socle|[^/]+\/regles)\//.test(nom));
  expect(regles.length).toBeGreaterThan(80);
  expect(boucleDe(carte)).toBeUndefined();
});

test('la recherche reconnaît une boucle, et pas deux chemins vers le même module', () => {
  const carte = new Map([
    ['a', ['b', 'c']],
    ['b', ['d']],
    ['c', ['d']],
    ['d', []],
  ]);
  expect(boucleDe(carte)).toBeUndefined();
  expect(boucleDe(new Map([...carte, ['d', ['c']]]))).toEqual(['d', 'c', 'd']);
});
