import type { AstroIntegration } from 'astro';

/*
 * Ce qui se charge toujours ensemble. Sans la suite des imports : une page sans React lit elle aussi les dates ou le DOM,
 * et ne doit rien porter d'autre.
 */
const GROUPES = [
  { name: 'react', test: /[/\\]node_modules[/\\](?:react|react-dom|scheduler)[/\\]/ },
  // Toute page animée en a une part : un champ, un bouton, le titre, l'adresse, le brouillon.
  {
    name: 'pieces',
    test: /[/\\]src[/\\](?:ui[/\\](?:\w+\.tsx|erreurs\.ts|useAnime\.ts)|formulaire[/\\](?:(?:BoutonEnvoyer|Brouillon)\.tsx|use(?:Adresse|Brouillon|ChampFini|Titre)\.ts))$/,
    priority: 1,
  },
  // Les pages qui envoient.
  {
    name: 'machine',
    test: /[/\\]src[/\\]formulaire[/\\](?:\w+\.tsx|use\w+\.ts|scripts[/\\]reponses\.ts)$/,
  },
].map((groupe) => ({ ...groupe, includeDependenciesRecursively: false }));

/**
 * Intégration Astro : React, les pièces et la machine des formulaires, chacun en un fichier. Découpés selon les pages, ils
 * en faisaient vingt, de quelques centaines d'octets pour la plupart : un en-tête chacun, et rien à comprimer.
 */
export function scriptsGroupes(): AstroIntegration {
  return {
    name: 'csf:scripts-groupes',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'csf:scripts-groupes',
                configEnvironment: (nom: string) =>
                  nom === 'client'
                    ? {
                        build: {
                          rolldownOptions: {
                            // Un groupe sans la suite de ses imports le demande ; ce qu'un îlot exporte reste.
                            preserveEntrySignatures: 'allow-extension' as const,
                            output: { codeSplitting: { groups: GROUPES } },
                          },
                        },
                      }
                    : undefined,
              },
            ],
          },
        });
      },
    },
  };
}
