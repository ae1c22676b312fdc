import type { Reporter, TestModule } from 'vitest/node';

/** Dernière ligne d'une série de tests, lisible par une machine : « N passed, N failed ». */
export default class Decompte implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], erreurs: readonly unknown[]): void {
    const etats = { passed: 0, failed: erreurs.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      // Un fichier qui ne se charge pas n'a aucun test, mais c'est un échec.
      if (module.state() === 'failed' && module.errors().length > 0) etats.failed += 1;
      for (const test of module.children.allTests()) etats[test.result().state] += 1;
    }
    const ignores = etats.skipped > 0 ? `, ${etats.skipped} skipped` : '';
    process.on('exit', () => {
      process.stdout.write(`\n${etats.passed} passed, ${etats.failed} failed${ignores}\n`);
    });
  }
}
