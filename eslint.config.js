import astro from 'eslint-plugin-astro';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import regexp from 'eslint-plugin-regexp';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { frontieres } from './eslint.frontieres.js';

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.csf/', 'coverage/', 'node_modules/', 'tests/banc/rapports/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['**/*.astro/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `trouver<HTMLButtonElement>('…')` se lit mieux qu'une conversion de type à chaque appel.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'string' }, 'string'] },
      ],
      // « const { retire, ...reste } » retire un champ sans le lire.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    files: ['**/*.astro'],
    extends: [tseslint.configs.strict],
  },
  ...astro.configs.recommended,
  ...astro.configs['jsx-a11y-strict'],
  {
    files: ['**/*.astro'],
    // Une zone qui défile doit pouvoir recevoir le clavier (WCAG 2.1.1) : elle porte alors role="region".
    rules: {
      'astro/jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region'] }],
    },
  },
  {
    files: ['src/**/*.tsx'],
    ...jsxA11y.flatConfigs.strict,
    languageOptions: { ...jsxA11y.flatConfigs.strict.languageOptions, globals: globals.browser },
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      // Un groupe de boutons radio ne peut se dire obligatoire ou faux que sous ce rôle (ARIA 1.2).
      'jsx-a11y/no-noninteractive-element-to-interactive-role': [
        'error',
        { fieldset: ['radiogroup'] },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,ts,tsx,astro}'],
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    },
  },
  {
    // Le coût d'un motif ne dépend que de la longueur du texte : un motif qui revient sur ses pas, ou repart de chaque
    // signe, laisse une seule requête arrêter le service.
    files: ['src/**/*.{ts,tsx,astro}', 'supabase/**/*.{ts,tsx}'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false }],
    },
  },
  {
    // La sortie standard appartient aux commandes ; une page ou une règle n'y écrit pas.
    files: ['src/**/*'],
    ignores: ['src/outils/**/*'],
    rules: { 'no-console': 'error' },
  },
  ...frontieres,
);
