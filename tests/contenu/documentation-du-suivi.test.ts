import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ACTIONS, ACTIONS_POSSIBLES } from '../../src/suivi/regles/actions.ts';
import { ETATS_DE_SUIVI } from '../../src/suivi/regles/etats.ts';

const texte = readFileSync('docs/suivi.md', 'utf8');
const lignesDe = (debut: string) =>
  texte.split('\n').filter((ligne) => ligne.startsWith(`| ${debut}`));

it('docs/suivi.md décrit chaque état', () => {
  for (const etat of ETATS_DE_SUIVI) expect(texte).toContain(`\`${etat}\``);
});

it('docs/suivi.md donne à chacun ses actions, et elles seules', () => {
  for (const role of ['entreprise', 'tutrice', 'acheteur'] as const) {
    const [ligne = ''] = lignesDe(role).filter((candidate) => candidate.includes('`'));
    const citees = [...ligne.matchAll(/`([a-z-]+)`/g)].map(([, action]) => action);
    const siennes = ACTIONS_POSSIBLES.filter((action) => ACTIONS[action].roles.includes(role));
    expect(citees.sort(), role).toEqual([...siennes].sort());
  }
});
