import { afterAll, beforeAll, expect, test } from 'vitest';
import { construire } from './construction.ts';
import { copierLeProjet, type Copie } from './copie.ts';

let copie: Copie;

beforeAll(async () => {
  copie = await copierLeProjet(3);
});

afterAll(() => copie.supprimer());

const PAGE = 'content/pages/comment-ca-marche.mdx';

/** Construit la copie avec une phrase de plus dans une page de texte, puis remet la page comme avant. */
async function construireAvec(phrase: string) {
  await copie.remplacer(PAGE, '\n---\n', `\n---\n\n${phrase}\n`);
  const construction = await copie.construire();
  await copie.remplacer(PAGE, `\n\n${phrase}\n`, '\n');
  return construction;
}

test('la construction échoue si un texte cite une étape inconnue, et dit le fichier et la ligne', async () => {
  const { code, sortie } = await construireAvec('Réponse : <Delai etape="jamais" />.');
  expect(code).not.toBe(0);
  expect(sortie).toMatch(/comment-ca-marche\.mdx:\d+ : /);
  expect(sortie).toContain(
    '<Delai etape="jamais"> cite « jamais », que content/frise.yaml ne connaît pas',
  );
  expect(sortie).toContain('Choix possibles : publication, consultation');
});

test('un site officiel sans adresse publique ne se construit pas', async () => {
  const { code, sortie } = await construire('.csf/refus', { SITE_OFFICIEL: '1', SITE_URL: '' });
  expect(code).not.toBe(0);
  expect(sortie).toContain('SITE_OFFICIEL=1 demande SITE_URL');
});

test('la construction échoue si un lien, une ancre ou un autre site est inconnu', async () => {
  const { code, sortie } = await construireAvec(
    '[Page](/nulle-part/), [ancre](/contact/#nulle-part) et [site](https://ailleurs.example/).',
  );
  expect(code).not.toBe(0);
  expect(sortie).toContain('Publication refusée : 3 lien(s) sans issue');
  expect(sortie).toContain('comment-ca-marche/index.html : « /nulle-part/ »');
  expect(sortie).toContain('la page « /contact/ » n’a pas d’ancre « nulle-part »');
  expect(sortie).toContain('ce lien vers un autre site n’est pas dans content/liens.yaml');
});
