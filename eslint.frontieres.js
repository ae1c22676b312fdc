import tseslint from 'typescript-eslint';

/**
 * Qui peut importer quoi. Une règle par dossier : ce qui est interdit, et la raison que lit celui qui se trompe.
 * `typesPermis` laisse passer un `import type`, qui ne transporte que la forme d'une donnée.
 */
const PAGES = {
  regex: '(^|/)pages(/|$)',
  message:
    'Personne n’importe une page : déplacer le code partagé dans core, collections ou components.',
};
const COLLECTIONS = {
  regex: '(^|/)collections/',
  message:
    'Les données se reçoivent en propriétés : seules les pages et les mises en page appellent collections.',
};
const ASTRO = { regex: '^astro:', message: 'Réservé à src/collections et à la configuration.' };
const INTERFACE = {
  regex: '(^|/)(components|layouts|islands|services)/',
  message: 'Ce dossier ne connaît pas l’interface.',
};
const OUTILLAGE = {
  regex: '(^|/)(import|serveur|garde|integrations|sources|film|edition|navigateur|liens)/',
  message:
    'L’outillage (import, serveur, garde, integrations, sources, film, edition, navigateur, liens) ne s’importe pas d’ici.',
};
const REFERENTIEL = {
  regex: '(^|/)referentiel/',
  message: 'Le référentiel ne sert qu’à la fabrication : il ne part jamais dans le navigateur.',
};
const NODE = { regex: '^node:', message: 'Ce code s’exécute aussi dans un navigateur.' };
const DSFR = { regex: '^@gouvfr/', message: 'Le style se charge depuis les mises en page.' };

const SERVICE = {
  regex: '(^|/)supabase/',
  message: 'Le site appelle le service par ses adresses, et n’en importe rien.',
};

/** @type {Array<{ dossiers: string[], interdits: object[], typesPermis?: object[] }>} */
const FRONTIERES = [
  {
    dossiers: ['src/core/*'],
    interdits: [
      {
        regex: '^(?!zod(/mini)?$|\\./)',
        message: 'core n’importe que zod et ses propres fichiers.',
      },
    ],
  },
  {
    dossiers: ['src/core/*/**'],
    interdits: [
      {
        regex: '^(?!zod(/mini)?$|\\./|\\.\\./(?!\\.\\.))',
        message: 'core n’importe que zod et ses propres fichiers.',
      },
    ],
  },
  { dossiers: ['src/collections/**'], interdits: [PAGES, INTERFACE, OUTILLAGE] },
  {
    dossiers: ['src/components/**'],
    interdits: [PAGES, ASTRO, OUTILLAGE],
    typesPermis: [COLLECTIONS],
  },
  { dossiers: ['src/layouts/**'], interdits: [PAGES, ASTRO, OUTILLAGE] },
  { dossiers: ['src/pages/**'], interdits: [PAGES, ASTRO, OUTILLAGE] },
  {
    dossiers: ['src/islands/**'],
    interdits: [PAGES, COLLECTIONS, ASTRO, OUTILLAGE, REFERENTIEL, NODE, DSFR],
  },
  {
    dossiers: ['src/services/**'],
    interdits: [PAGES, COLLECTIONS, ASTRO, OUTILLAGE, REFERENTIEL, NODE, INTERFACE],
  },
  {
    dossiers: ['src/referentiel/**'],
    interdits: [PAGES, COLLECTIONS, ASTRO, OUTILLAGE, INTERFACE],
  },
  {
    dossiers: ['supabase/functions/*/*'],
    interdits: [
      {
        regex: '^\\.\\./(?!_shared/|\\.\\./\\.\\./src/core/)',
        message:
          'Une fonction n’importe que src/core et _shared : ni une autre fonction, ni le site.',
      },
      { ...NODE, message: 'Une fonction n’emploie que les interfaces du web.' },
    ],
  },
  {
    dossiers: ['supabase/functions/_shared/*'],
    interdits: [
      {
        regex: '^\\.\\./(?!\\.\\./\\.\\./src/core/)',
        message: 'Le code partagé des fonctions n’importe que src/core et lui-même.',
      },
    ],
  },
  {
    dossiers: ['supabase/functions/_shared/*/*'],
    interdits: [
      {
        regex: '^\\.\\./\\.\\./(?!\\.\\./\\.\\./src/core/)',
        message: 'Le code partagé des fonctions n’importe que src/core et lui-même.',
      },
    ],
  },
  {
    dossiers: [
      'src/import/**',
      'src/serveur/**',
      'src/garde/**',
      'src/integrations/**',
      'src/liens/**',
      'src/sources/**',
      'src/film/**',
      'src/edition/**',
      'src/navigateur/**',
    ],
    interdits: [PAGES, COLLECTIONS, ASTRO, INTERFACE],
  },
];

/**
 * Une configuration ESLint par dossier.
 * @type {import('eslint').Linter.Config[]}
 */
export const frontieres = FRONTIERES.map(({ dossiers, interdits, typesPermis = [] }) => ({
  name: `frontieres/${dossiers[0]}`,
  plugins: { '@typescript-eslint': tseslint.plugin },
  files: dossiers.map((dossier) =>
    dossier.endsWith('**') ? `${dossier}/*.{ts,tsx,astro}` : `${dossier}.{ts,tsx,astro}`,
  ),
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          ...interdits,
          ...(dossiers.some((dossier) => dossier.startsWith('src/')) ? [SERVICE] : []),
          ...typesPermis.map((interdit) => ({ ...interdit, allowTypeImports: true })),
        ],
      },
    ],
  },
}));
