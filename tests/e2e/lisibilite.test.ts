import { expect, test } from 'vitest';
import { defautsDeLecture } from '../lisibilite.ts';
import { SITES } from './construction.ts';
import { pagesPubliees, paragraphesDeLaPage } from './textes-publies.ts';

/** Les pages écrites : le kit, les guides, l'acheteur. Une fiche de parcours reprend les mots de l'entreprise. */
const ECRITES =
  /^\/(entreprise|kit|acheteur|tuteur|coordination|jeune|partenaire|questions|resultats|comment-ca-marche|contact)\//;

const PAGES = await pagesPubliees(SITES.demonstration.dossier, (chemin) => ECRITES.test(chemin));

test.each(PAGES.map(({ chemin, html }) => [chemin, html] as const))(
  '%s se lit sans effort : la moitié des phrases a dix-huit mots au plus, aucune n’en a plus de quarante',
  (_chemin, html) => {
    expect(defautsDeLecture(paragraphesDeLaPage(html))).toEqual([]);
  },
);

test('la mesure lit le texte de la page, ni ses menus ni ses tableaux', () => {
  const html =
    '<nav><p>Un menu à ne pas lire</p></nav><main><h1>Titre</h1><p>Un <b>texte</b> à lire.' +
    '<ul><li>Une ligne <a href="/">à lire</a></li></ul><table><td><p>Non</p></td></table></main>';
  expect(paragraphesDeLaPage(html)).toEqual(['Un texte à lire.', 'Une ligne à lire']);
});
