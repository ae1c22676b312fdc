import { defineConfig } from 'vitest/config';

const MINUTE = 60_000;

/** Un projet par sorte de test ; les tests de navigateur passent seuls, l'un après l'autre. */
export default defineConfig({
  test: {
    reporters: ['default', './tests/decompte.ts'],
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: MINUTE / 2 } },
      { test: { name: 'contenu', include: ['tests/contenu/**/*.test.ts'], testTimeout: MINUTE } },
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
          // Deux bases en mémoire à la fois : chacune occupe un cœur.
          maxWorkers: 2,
          testTimeout: 2 * MINUTE,
          hookTimeout: 2 * MINUTE,
        },
      },
      {
        test: {
          name: 'concurrence',
          include: ['tests/base/concurrence/*.test.ts'],
          globalSetup: ['tests/base/concurrence/preparation.ts'],
          fileParallelism: false,
          testTimeout: MINUTE,
          hookTimeout: MINUTE,
        },
      },
      {
        test: {
          name: 'functions',
          include: ['tests/functions/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 5 * MINUTE,
          hookTimeout: 3 * MINUTE,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/preparation.ts'],
          fileParallelism: false,
          testTimeout: 2 * MINUTE,
          hookTimeout: 5 * MINUTE,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
