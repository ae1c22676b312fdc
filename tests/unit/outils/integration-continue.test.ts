import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const DOSSIER = '.github/workflows';

describe('l’intégration continue', () => {
  it('cite chaque action par l’empreinte de son commit, la version en commentaire', () => {
    const actions = readdirSync(DOSSIER)
      .flatMap((nom) => readFileSync(join(DOSSIER, nom), 'utf8').split('\n'))
      .filter((ligne) => /^\s*(- )?uses:/.test(ligne));
    expect(actions.length).toBeGreaterThan(0);
    // Une étiquette se déplace sans bruit ; une empreinte, non.
    for (const action of actions)
      expect(action).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });
});
