import type { AstroIntegration } from 'astro';

/** Un fichier par groupe, plutôt qu'un par module. Ni le catalogue ni le kit n'en chargent un seul. */
const GROUPES = [
  {
    name: 'react',
    test: /[\\/]node_modules[\\/](?:react|react-dom|scheduler|@astrojs[\\/]react)[\\/]/,
  },
  {
    name: 'pieces',
    test: /[\\/]src[\\/](?:(?:ui|formulaire|lien)[\\/](?:\w+\.tsx|use\w+\.ts|erreurs\.ts)|formulaire[\\/]scripts[\\/](?:appareil|champs|reponses)\.ts)$/,
  },
];

/**
 * Intégration Astro : les petites pièces partagées partent ensemble. Une par fichier, elles se compressent mal, et chaque
 * requête porte ses en-têtes.
 */
export function piecesEnsemble(): AstroIntegration {
  return {
    name: 'csf:pieces-ensemble',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'csf:pieces-ensemble',
                applyToEnvironment: ({ name }) => name === 'client',
                // Un groupe ne prend que ses modules : il faut qu'une entrée puisse en exporter d'autres.
                options: (options) => ({ ...options, preserveEntrySignatures: 'allow-extension' }),
                outputOptions: (options) => ({
                  ...options,
                  codeSplitting: { includeDependenciesRecursively: false, groups: GROUPES },
                }),
              },
            ],
          },
        });
      },
    },
  };
}
