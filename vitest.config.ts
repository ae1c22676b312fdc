import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const MINUTE = 60_000;

/**
 * Un projet par sorte de test, tous dans la même file : les plus longs d'abord, les règles à la fin, pour que chaque
 * cœur ait à faire jusqu'au bout. Un de plus que les cœurs : un test qui attend un courriel n'en occupe aucun.
 */
export default defineConfig({
  test: {
    reporters: ['default', './tests/decompte.ts'],
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          // Des règles pures : elles se partagent leurs modules, et rien d'autre.
          isolate: false,
          testTimeout: MINUTE,
        },
      },
      {
        test: {
          name: 'pieces',
          include: ['tests/unit/**/*.test.tsx'],
          environment: 'jsdom',
          // jsdom et React se chargent une fois par processus ; chaque fichier garde son monde à lui.
          pool: 'vmForks',
          setupFiles: ['tests/unit/pieces.ts'],
          testTimeout: MINUTE,
        },
      },
      {
        test: {
          name: 'contenu',
          include: ['tests/contenu/**/*.test.ts'],
          isolate: false,
          testTimeout: MINUTE,
        },
      },
      {
        test: {
          name: 'serveur',
          include: ['tests/serveur/**/*.test.ts'],
          testTimeout: MINUTE,
          hookTimeout: MINUTE,
        },
      },
      {
        test: {
          name: 'base',
          include: ['tests/base/*.test.ts'],
          // Le programme de PostgreSQL se compile une fois par processus.
          isolate: false,
          testTimeout: 2 * MINUTE,
          hookTimeout: 2 * MINUTE,
        },
      },
      {
        test: {
          name: 'concurrence',
          include: ['tests/base/concurrence/*.test.ts'],
          globalSetup: ['tests/base/concurrence/preparation.ts'],
          testTimeout: MINUTE,
          hookTimeout: MINUTE,
        },
      },
      {
        test: {
          name: 'functions',
          include: ['tests/functions/**/*.test.ts'],
          // Le programme de PostgreSQL se compile une fois par processus.
          isolate: false,
          testTimeout: 5 * MINUTE,
          hookTimeout: 3 * MINUTE,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/preparation.ts'],
          // Tout ce qui change est dans le navigateur et le service ; Playwright se charge une fois par processus.
          isolate: false,
          testTimeout: 2 * MINUTE,
          hookTimeout: 5 * MINUTE,
          // Une seconde ne suffit pas quand les deux cœurs sont pris.
          expect: { poll: { timeout: MINUTE / 6 } },
        },
      },
    ],
  },
});
