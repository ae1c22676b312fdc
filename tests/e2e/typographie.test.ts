import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fichierFige, lireVersions } from '../../src/outils/edition/empreintes.ts';
import { SITES } from './construction.ts';
import { blocsDeLaPage, pagesPubliees } from './textes-publies.ts';

/** Mots qui n'ont de majuscule qu'en tête de phrase. Un nom propre, un titre de loi ou de document n'en est pas un. */
const MOTS_ORDINAIRES = [
  ...['Le', 'La', 'Les', 'Un', 'Une', 'Des', 'Du', 'De', 'Ce', 'Cet', 'Cette', 'Ces'],
  ...['Il', 'Elle', 'Ils', 'Elles', 'On', 'Nous', 'Vous', 'Votre', 'Vos', 'Notre', 'Nos', 'Leur'],
  ...['Qui', 'Que', 'Si', 'Pour', 'Par', 'Dans', 'En', 'Sur', 'À', 'Au', 'Aux', 'Avec', 'Sans'],
  ...['Tout', 'Toute', 'Tous', 'Toutes', 'Aucun', 'Aucune', 'Chaque', 'Personnes', 'Tuteurs'],
].join('|');

const FAUTES: Record<string, RegExp> = {
  'une espace devant « , », « . » ou « ) »': /\s(?:[,)]|\.(?![\p{L}\d]))/u,
  'une espace après « ( »': /\(\s/,
  'une apostrophe droite': /'/,
  'un guillemet droit': /"/,
  'une majuscule après deux-points': new RegExp(
    String.raw`\s:\s(?!La Réunion)(?:[LDQ]’|(?:${MOTS_ORDINAIRES})(?![\p{L}-]))`,
    'u',
  ),
};

/**
 * Le kit publié est figé : des marchés le citent. Ce qu'il dit ne se corrige qu'avec sa prochaine version, ici comme
 * dans les pages qui en reprennent un morceau.
 */
const [COURANTE] = await lireVersions();
const FIGES = new Set(blocsDeLaPage(readFileSync(fichierFige(COURANTE?.id ?? ''), 'utf8')));

function fautesDe(html: string): string[] {
  return blocsDeLaPage(html)
    .filter((bloc) => !FIGES.has(bloc))
    .flatMap((bloc) =>
      Object.entries(FAUTES).flatMap(([nom, motif]) =>
        motif.test(bloc) ? [`${nom} : ${bloc}`] : [],
      ),
    );
}

test('aucune page publiée n’a de faute de typographie', async () => {
  const pages = await pagesPubliees(SITES.demonstration.dossier, () => true);
  expect(pages.length).toBeGreaterThan(100);
  // Une fois par faute, et la première page qui la porte.
  const fautes = new Map(
    pages
      .toReversed()
      .flatMap(({ chemin, html }) => fautesDe(html).map((faute) => [faute, chemin])),
  );
  expect([...fautes]).toEqual([]);
});

test.each([
  '<p><a>Roubaix</a>\n , Nord</p>',
  '<p>écrivez (<a>equipe@<wbr>education.gouv.fr</a>\n).</p>',
  '<p>( ouvrez</p>',
  '<p>l&#39;équipe</p>',
  '<p>dite "courte"</p>',
  '<p>Attention : Le lien a servi.</p>',
  '<p><b>Attention</b>\u00A0: L’équipe répond.</p>',
])('la relecture voit la faute de %s', (html) => {
  expect(fautesDe(html)).toHaveLength(1);
});

test.each([
  '<p>Académie : La Réunion</p>',
  '<p>Texte officiel : Code du travail</p>',
  '<p>Télécharger en .docx</p>',
  '<p>Sa référence : <strong data-reference></strong>. Gardez-la.</p>',
  '<p>Attention : le lien a servi.</p><ul><li>Ville</li><li>, dit-on</li></ul>',
])('la relecture laisse passer %s', (html) => {
  expect(fautesDe(html)).toEqual([]);
});
