import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Entree = {
  version?: string;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
};
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Entree>;
};

describe('le verrou des dépendances', () => {
  it('donne à chaque paquet, natif d’une autre plateforme compris, sa version et sa somme', () => {
    const { '': racine, ...paquets } = packages;
    expect(racine).toBeDefined();
    const incomplets = Object.entries(paquets)
      .filter(
        ([, { version, integrity }]) =>
          !version || !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''),
      )
      .map(([chemin]) => chemin);
    expect(incomplets).toEqual([]);
    expect(Object.keys(paquets).length).toBeGreaterThan(500);
  });

  it('n’oublie aucun paquet natif qu’un autre demande, quelle que soit la plateforme : npm ci refuserait', () => {
    const manquants = Object.entries(packages).flatMap(([chemin, { optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies)
        .filter(([, version]) => /^\d/.test(version))
        .filter(([nom, version]) => {
          const etage = chemin.slice(0, chemin.lastIndexOf('node_modules/'));
          return ![`${chemin}/`, etage, ''].some(
            (ou) => packages[`${ou}node_modules/${nom}`]?.version === version,
          );
        })
        .map(([nom]) => nom),
    );
    expect(manquants).toEqual([]);
  });
});
