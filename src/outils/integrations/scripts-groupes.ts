import type { AstroIntegration } from 'astro';

const ou = (...chemins: string[]) => new RegExp(`[/\\\\]src/(?:${chemins.join('|')})$`);

/*
 * Ce qui se charge toujours ensemble. Sans la suite des imports : une page sans React lit elle aussi les dates ou le DOM,
 * et ne doit rien porter d'autre.
 */
const GROUPES = [
  { name: 'react', test: /[/\\]node_modules[/\\](?:react|react-dom|scheduler)[/\\]/ },
  // Toute page animée en a une part : un champ, un bouton, le titre, l'adresse, le brouillon, l'équipe à qui écrire.
  {
    name: 'pieces',
    test: ou(
      'ui/(?:\\w+\\.tsx|erreurs\\.ts|useAnime\\.ts)',
      'ui/typographie/\\w[\\w-]*\\.ts',
      'formulaire/(?:BoutonEnvoyer|Brouillon)\\.tsx',
      'formulaire/use(?:Adresse|Brouillon|ChampFini|Titre)\\.ts',
      'formulaire/scripts/(?:appareil|brouillon|champs)\\.ts',
      'site/(?:CourrielEquipe\\.tsx|regles/courriel-equipe\\.ts)',
    ),
    priority: 1,
  },
  // Les pages qui envoient.
  {
    name: 'machine',
    test: ou(
      'formulaire/(?:\\w+\\.tsx|use\\w+\\.ts)',
      'formulaire/scripts/(?:envoi|reponses)\\.ts',
      'formulaire/regles/(?:limites|refus)\\.ts',
      'formulaire/appels/preuve\\.ts',
    ),
  },
  // Le marché dont il s'agit : au dossier, et à la déclaration.
  { name: 'marche', test: ou('marche/(?:FaitsDuMarche\\.tsx|regles/mots\\.ts)') },
  // Une déclaration, qu'on l'écrive ou qu'on la décide.
  {
    name: 'declaration',
    test: ou(
      'declaration/(?:ContactsDeLEntreprise|PagePublique|Personne)\\.tsx',
      'declaration/(?:conclusion|regles/declaration-recue)\\.ts',
      'lieux/(?:useLieuDuCode|regles/territoire|appels/territoires)\\.ts',
      'parcours/(?:Apercu|FaitsDuParcours)\\.tsx',
      'parcours/regles/faits\\.ts',
    ),
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
