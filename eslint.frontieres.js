import tseslint from 'typescript-eslint';

/**
 * Qui peut importer quoi, étagère par étagère. Une salle (src/<mot du métier>/) a toujours les mêmes : regles, contenu,
 * appels, scripts, et ses pièces (.astro, .tsx) ; parfois referentiel, sources ou ecriture.
 * Chaque règle dit ce qui est interdit, et la raison que lit celui qui se trompe. `typesPermis` laisse passer un
 * `import type`, qui ne transporte que la forme d'une donnée.
 */
const PAGES = {
  regex: '(^|/)(pages|layouts)/',
  message: 'Personne n’importe une page : déplacer le code partagé dans une salle.',
};
const CONTENU = {
  regex: '/contenu(\\.ts$|/)',
  message:
    'Les données se reçoivent en propriétés : seules les pages et les mises en page appellent un contenu.',
};
const ASTRO = { regex: '^astro:', message: 'Réservé à contenu et à la configuration.' };
const INTERFACE = {
  regex: '((^|/)(ui|scripts)/|\\.(astro|tsx|css)$)',
  message: 'Ce dossier ne connaît pas l’interface.',
};
const APPELS = {
  regex: '/appels(\\.ts$|/)',
  message: 'Réservé au navigateur : ce code-là s’exécute à la construction ou sur le service.',
};
const OUTILS = {
  regex: '(^|/)outils/',
  message: 'L’outillage (src/outils) ne s’importe pas d’ici.',
};
const FABRIQUE = {
  regex: '/(referentiel|sources)/',
  message: 'Ne sert qu’à la fabrication : ne part jamais dans le navigateur.',
};
const NODE = { regex: '^node:', message: 'Ce code s’exécute aussi dans un navigateur.' };
const DSFR = { regex: '^@gouvfr/', message: 'Le style se charge depuis les mises en page.' };
const DETOUR = {
  regex: '[^.]/\\.\\./|^\\./\\.\\./',
  message:
    'Un chemin qui redescend puis remonte contourne les frontières : écrire le chemin direct.',
};
const SALLE_DU_SERVICE = {
  regex: '/functions/(?!_shared/)',
  message:
    'Une fonction ne s’importe pas : ses règles sont dans une salle, son code partagé dans _shared.',
};
const SCRIPTS_D_UNE_AUTRE_SALLE = {
  regex:
    '^\\.\\./\\.\\./(?!formulaire/|parcours/scripts/cartes\\.|lieux/scripts/champ-lieu\\.)[a-z]+/scripts/',
  message: 'Les scripts d’une salle sont à elle : mettre dans formulaire ou ui ce qui se partage.',
};
const SERVICE = {
  regex: '(^|/)supabase/',
  message: 'Le site appelle le service par ses adresses, et n’en importe rien.',
};

/** @param {string} permis ce qui peut suivre, en expression régulière */
const seulement = (permis, message) => ({ regex: `^(?!${permis})`, message });

const ZOD = 'zod(/mini)?$';

/** @type {Array<{ nom: string, fichiers: string[], extension?: string, sauf?: string[], interdits: object[], typesPermis?: object[] }>} */
const FRONTIERES = [
  {
    nom: 'socle',
    fichiers: ['src/socle/*'],
    interdits: [seulement(`${ZOD}|\\./`, 'Le socle n’importe que zod et lui-même.')],
  },
  {
    nom: 'regles',
    fichiers: ['src/*/regles/*'],
    interdits: [
      seulement(
        `${ZOD}|\\./|\\.\\./\\.\\./(socle|[a-z]+/regles)/`,
        'Une règle n’importe que zod, le socle et d’autres règles.',
      ),
    ],
  },
  {
    nom: 'contenu',
    fichiers: ['src/*/contenu', 'src/*/contenu/*'],
    interdits: [PAGES, INTERFACE, APPELS, OUTILS, SERVICE],
  },
  {
    nom: 'scripts',
    fichiers: ['src/*/scripts/*'],
    interdits: [
      ...[PAGES, CONTENU, ASTRO, OUTILS, FABRIQUE, NODE, DSFR, SERVICE],
      SCRIPTS_D_UNE_AUTRE_SALLE,
    ],
  },
  {
    nom: 'scripts-des-pieces',
    fichiers: ['src/*/*.astro/*'],
    interdits: [PAGES, CONTENU, ASTRO, OUTILS, FABRIQUE, NODE, DSFR, SERVICE],
  },
  {
    nom: 'appels',
    fichiers: ['src/*/appels', 'src/*/appels/*'],
    interdits: [PAGES, CONTENU, ASTRO, INTERFACE, OUTILS, FABRIQUE, NODE, SERVICE],
  },
  {
    nom: 'pieces',
    fichiers: ['src/*/*'],
    sauf: ['src/*/contenu.ts', 'src/*/appels.ts', 'src/{pages,layouts,socle,ui,outils}/*'],
    interdits: [PAGES, ASTRO, OUTILS, SERVICE],
    typesPermis: [CONTENU],
  },
  {
    nom: 'pieces-vivantes',
    fichiers: ['src/*/*'],
    extension: 'tsx',
    sauf: ['src/{pages,layouts,socle,ui,outils}/*'],
    interdits: [PAGES, ASTRO, OUTILS, SERVICE, FABRIQUE, NODE],
    typesPermis: [CONTENU],
  },
  {
    nom: 'ui',
    fichiers: ['src/ui/*'],
    interdits: [
      seulement(
        '[a-z@]|\\./|\\.\\./socle/',
        'Le système de design ne connaît aucun mot du métier : ni salle, ni page.',
      ),
      ASTRO,
      NODE,
    ],
  },
  {
    nom: 'ui-typographie',
    fichiers: ['src/ui/typographie/*'],
    interdits: [
      seulement(
        'react|\\./|\\.\\./\\.\\./socle/',
        'Le JSX qui typographie ne connaît que React et le socle.',
      ),
    ],
  },
  {
    nom: 'pages',
    fichiers: ['src/pages/**', 'src/layouts/**'],
    interdits: [{ ...PAGES, regex: '(^|/)pages/' }, ASTRO, OUTILS, SERVICE],
  },
  {
    nom: 'fabrique',
    fichiers: ['src/*/referentiel/*', 'src/*/sources/*', 'src/*/ecriture/*'],
    interdits: [PAGES, CONTENU, ASTRO, INTERFACE, APPELS, OUTILS, SERVICE],
  },
  {
    nom: 'outils',
    fichiers: ['src/outils/**'],
    interdits: [PAGES, CONTENU, ASTRO, INTERFACE, APPELS, SALLE_DU_SERVICE],
  },
  {
    nom: 'fonctions',
    fichiers: ['supabase/functions/*/*'],
    sauf: ['supabase/functions/_shared/*'],
    interdits: [
      seulement(
        '[a-z@]|\\./|\\.\\./_shared/|\\.\\./\\.\\./\\.\\./src/(socle|[a-z]+/regles)/',
        'Une fonction n’importe que des règles et _shared : ni une autre fonction, ni le site.',
      ),
      { ...NODE, message: 'Une fonction n’emploie que les interfaces du web.' },
      ASTRO,
    ],
  },
  {
    nom: 'fonctions-partage',
    fichiers: ['supabase/functions/_shared/*'],
    interdits: [
      seulement(
        '[a-z@]|\\./|\\.\\./\\.\\./\\.\\./src/(socle|[a-z]+/regles)/',
        'Le code partagé des fonctions n’importe que des règles et lui-même.',
      ),
      { ...NODE, regex: '^node:(?!process$)' },
      ASTRO,
    ],
  },
  {
    nom: 'fonctions-partage-etageres',
    fichiers: ['supabase/functions/_shared/*/*'],
    interdits: [
      seulement(
        '[a-z@]|\\./|\\.\\./(?!\\.\\.)|\\.\\./\\.\\./\\.\\./\\.\\./src/(socle|[a-z]+/regles)/',
        'Le code partagé des fonctions n’importe que des règles et lui-même.',
      ),
      { ...NODE, regex: '^node:(?!process$)' },
      ASTRO,
    ],
  },
  {
    nom: 'embarque',
    fichiers: ['supabase/embarque/*'],
    sauf: ['supabase/embarque/fonctions-deno.ts'],
    interdits: [
      seulement(
        '[a-z@]|\\./|\\.\\./functions/_shared/|\\.\\./\\.\\./src/(socle/|outils/|[a-z]+/(regles|sources)/)',
        'Le service embarqué importe des règles, des sources, de l’outillage et _shared.',
      ),
      ASTRO,
    ],
  },
];

/** Ce que l'on écrit sans extension couvre les modules et les pièces. */
const enMotif = (fichier, extension = '{ts,tsx,astro}') =>
  `${fichier.endsWith('**') ? `${fichier}/*` : fichier}.${extension}`;

/**
 * Une configuration ESLint par étagère.
 * @type {import('eslint').Linter.Config[]}
 */
export const frontieres = FRONTIERES.map(
  ({ nom, fichiers, extension, sauf = [], interdits, typesPermis = [] }) => ({
    name: `frontieres/${nom}`,
    plugins: { '@typescript-eslint': tseslint.plugin },
    files: fichiers.map((fichier) => enMotif(fichier, extension)),
    ignores: sauf.map((fichier) => (fichier.endsWith('.ts') ? fichier : enMotif(fichier))),
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            DETOUR,
            ...interdits,
            ...typesPermis.map((interdit) => ({ ...interdit, allowTypeImports: true })),
          ],
        },
      ],
    },
  }),
);
