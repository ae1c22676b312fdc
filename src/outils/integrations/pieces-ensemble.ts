import type { AstroIntegration } from 'astro';

/** Ce qui sert toujours ensemble : un fichier pour chaque groupe, plutôt qu'un par module. */
const GROUPES = [
  {
    name: 'react',
    test: /[\\/]node_modules[\\/](?:react|react-dom|scheduler|@astrojs[\\/]react)[\\/]/,
  },
  {
    name: 'champs',
    test: /[\\/]src[\\/]ui[\\/](?:Case|Champ|Libelle|Liste|MessagesDuChamp|Radios|ResumeErreurs|erreurs|useAnime)\.tsx?$/,
  },
  {
    name: 'brouillon',
    test: /[\\/]src[\\/]formulaire[\\/](?:Brouillon|useBrouillon|scripts[\\/](?:appareil|champs))\.tsx?$/,
  },
  {
    name: 'formulaire',
    test: /[\\/]src[\\/]formulaire[\\/](?:Enveloppe|EnvoiRefuse|Formulaire|useFormulaire|scripts[\\/]reponses)\.tsx?$/,
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
