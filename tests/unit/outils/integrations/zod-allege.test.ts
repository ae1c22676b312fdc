import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as vers from 'zod/v4/core';
import { viderLeModule } from '../../../../src/outils/integrations/zod-allege.ts';

const MODULES = ['to-json-schema', 'json-schema-processors'];

it('garde chaque nom que zod exporte, sans rien derrière', () => {
  expect(vers.toJSONSchema).toBeTypeOf('function');
  for (const nom of MODULES) {
    const code = readFileSync(`node_modules/zod/v4/core/${nom}.js`, 'utf8');
    const exportes = [...code.matchAll(/^export\b[^\n]*/gm)];
    const vide = viderLeModule(code);
    expect(vide.match(/absent as \w+/g)).toHaveLength(exportes.length);
    expect(vide.length).toBeLessThan(code.length / 5);
  }
});
