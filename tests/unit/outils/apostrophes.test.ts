import { glob, readFile } from 'node:fs/promises';
import ts from 'typescript';
import { expect, it } from 'vitest';

/**
 * Ce qu'un script ou une fonction écrit ne passe pas toujours par la typographie des pages. Les commandes parlent à un
 * terminal, et lisent des colonnes dont les noms ne sont pas les nôtres.
 */
const MOTIFS = ['src/**/*.{ts,tsx}', 'supabase/functions/**/*.{ts,tsx}'];
const COMMANDES = 'src/outils/';

const DROITE = /\p{L}'\p{L}/u;

/* Une expression régulière en morceaux (`String.raw`) lit les deux apostrophes : elle n'écrit rien. */
const estUnMotif = (noeud: ts.Node) =>
  ts.isTaggedTemplateExpression(noeud) && noeud.tag.getText() === 'String.raw';

function apostrophesDroites(fichier: string, code: string): string[] {
  const fautes: string[] = [];
  const source = ts.createSourceFile(fichier, code, ts.ScriptTarget.Latest, true);
  const visiter = (noeud: ts.Node) => {
    if (estUnMotif(noeud)) return;
    const ecrit =
      ts.isStringLiteral(noeud) || ts.isTemplateLiteralToken(noeud) || ts.isJsxText(noeud);
    if (ecrit && DROITE.test(noeud.text)) fautes.push(`${fichier} : ${noeud.text.trim()}`);
    ts.forEachChild(noeud, visiter);
  };
  visiter(source);
  return fautes;
}

it('aucune phrase du site ni du service n’a d’apostrophe droite', async () => {
  const fichiers = (await Array.fromAsync(glob(MOTIFS))).filter(
    (fichier) => !fichier.startsWith(COMMANDES),
  );
  expect(fichiers.length).toBeGreaterThan(100);
  const fautes = await Promise.all(
    fichiers.map(async (fichier) => apostrophesDroites(fichier, await readFile(fichier, 'utf8'))),
  );
  expect(fautes.flat()).toEqual([]);
});

it('la relecture voit les chaînes, les gabarits et le JSX, ni les commentaires ni les motifs', () => {
  const code = [
    "// l'un",
    "const a = \"l'un\" + `l'un ${b} d'eux`;",
    "const c = <p>l'un</p>;",
    "const d = /l'un/, e = String.raw`l'un`;",
  ].join('\n');
  expect(apostrophesDroites('essai.tsx', code)).toHaveLength(4);
});
