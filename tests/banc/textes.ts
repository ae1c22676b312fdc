/*
 * Banc des textes : `npm run banc:textes`. Donne à chaque règle de texte, puis à chaque schéma d'un envoi, vingt mille
 * octets de chacun de leurs propres signes, et dit le plus coûteux, en millisecondes de processeur.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  cout,
  envoisHostiles,
  FRAGMENTS,
  FRAGMENTS_SEULS,
  MOTS_DES_REGLES,
  REGLES,
  repeter,
  SCHEMAS,
  TAILLE,
} from '../textes-hostiles.ts';

const CIBLE_MS = 50;

type Pire = { nom: string; ms: number; fragment: string };

/** Le système compte par quatre millisecondes : la moyenne de plusieurs fois. */
const FOIS = 8;
const mesurer = (faire: () => unknown) =>
  cout(() => {
    for (let fois = 0; fois < FOIS; fois += 1) faire();
  }) / FOIS;

function pire(
  nom: string,
  fragments: readonly string[],
  coute: (fragment: string) => number,
): Pire {
  let trouve: Pire = { nom, ms: 0, fragment: '' };
  for (const fragment of fragments) {
    const ms = coute(fragment);
    if (ms > trouve.ms) trouve = { nom, ms, fragment };
  }
  return trouve;
}

const regles = Object.entries(REGLES).map(([nom, regle]) =>
  pire(nom, [...FRAGMENTS, ...MOTS_DES_REGLES], (fragment) => {
    const texte = repeter(fragment, TAILLE);
    return mesurer(() => regle(texte));
  }),
);
const schemas = Object.entries(SCHEMAS).map(([nom, schema]) =>
  pire(nom, FRAGMENTS_SEULS, (fragment) =>
    Math.max(...envoisHostiles(fragment).map((envoi) => mesurer(() => schema.safeParse(envoi)))),
  ),
);

const parCout = (pires: readonly Pire[]) => pires.toSorted((a, b) => b.ms - a.ms);
const lignes = (pires: readonly Pire[]) =>
  parCout(pires).map(
    ({ nom, ms, fragment }) =>
      `| ${nom} | ${ms.toFixed(1)} | \`${JSON.stringify(fragment).replaceAll('|', '\\|')}\` |`,
  );
const [plusChere] = parCout([...regles, ...schemas]);

const rapport = `# Vingt mille octets de n’importe quel texte

Sur ce poste (${availableParallelism()} cœurs, Node ${process.version}), en millisecondes de processeur. Cible : ${CIBLE_MS}.
Le plus coûteux : ${plusChere?.nom ?? '—'}, ${plusChere?.ms.toFixed(1) ?? '—'} ms.

| Règle | ms | Pour |
| ----- | -- | ---- |
${lignes(regles).join('\n')}

Un envoi entier, chaque champ plein de ce texte :

| Schéma | ms | Pour |
| ------ | -- | ---- |
${lignes(schemas).join('\n')}
`;
mkdirSync(join(import.meta.dirname, 'rapports'), { recursive: true });
writeFileSync(join(import.meta.dirname, 'rapports/textes.md'), rapport);
console.log(rapport);
process.exitCode = (plusChere?.ms ?? 0) > CIBLE_MS ? 1 : 0;
