import { describe, expect, it } from 'vitest';
import {
  lireRapport,
  regrouper,
  rendreCompte,
  type ErreurDeHtml,
} from '../../../../src/outils/html/rapport.ts';

const rapport = (...messages: object[]) => JSON.stringify({ version: '26.9.27', messages });

function uneErreur(page: string, message: string): ErreurDeHtml {
  return { page, ligne: 12, message, extrait: '<p>' };
}

describe('le rapport du vérificateur de HTML', () => {
  it('donne de chaque erreur la page, la ligne, et le code sur une ligne', () => {
    const json = rapport({
      type: 'error',
      url: 'file:/srv/site/dist/d%C3%A9tail/index.html',
      lastLine: 12,
      message: 'Stray end tag “p”.',
      extract: 'cas.</p>\n  </p>',
      hiliteStart: 9,
    });
    expect(lireRapport(json, 'file:///srv/site/')).toEqual([
      {
        page: 'dist/détail/index.html',
        ligne: 12,
        message: 'Stray end tag “p”.',
        extrait: 'cas.</p> </p>',
      },
    ]);
  });

  it('laisse les conseils, et garde la page que le vérificateur n’a pas pu lire', () => {
    const json = rapport(
      { type: 'info', subType: 'warning', url: 'file:/a.html', message: 'Article lacks heading.' },
      { type: 'non-document-error', subType: 'io', message: 'HTTP resource not retrievable.' },
    );
    expect(lireRapport(json, 'file:///srv/')).toEqual([
      { page: '', ligne: null, message: 'HTTP resource not retrievable.', extrait: '' },
    ]);
  });

  it('refuse ce qui n’est pas un rapport : un programme muet ne vaut pas un site valide', () => {
    expect(() => lireRapport('', 'file:///')).toThrow();
    expect(() => lireRapport('{}', 'file:///')).toThrow();
  });
});

describe('les erreurs de HTML', () => {
  it('se regroupent par sorte, la plus fréquente d’abord : les valeurs n’y changent rien, les noms si', () => {
    const sortes = regrouper([
      uneErreur('a', 'Stray end tag “p”.'),
      uneErreur('a', 'Bad value “0;url=/kit/” for attribute “content”.'),
      uneErreur('b', 'Bad value “0;url=/kit/bilan/” for attribute “content”.'),
      uneErreur('b', 'Stray end tag “div”.'),
      uneErreur('b', 'Bad value “0;url=/” for attribute “content”.'),
    ]);
    expect(sortes.map(({ message, erreurs, pages }) => [message, erreurs.length, pages])).toEqual([
      ['Bad value “…” for attribute “content”.', 3, ['a', 'b']],
      ['Stray end tag “p”.', 1, ['a']],
      ['Stray end tag “div”.', 1, ['b']],
    ]);
  });

  it('se disent en quelques pages par sorte', () => {
    const pages = ['a', 'a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const erreurs = pages.map((page) => uneErreur(page, 'Stray end tag “p”.'));
    expect(rendreCompte(erreurs, 360)).toBe(
      [
        'HTML : 8 erreurs dans 360 pages.',
        '',
        '8 erreurs, 7 pages : Stray end tag “p”.',
        '  a, ligne 12, 2 fois : <p>',
        '  b, ligne 12 : <p>',
        '  c, ligne 12 : <p>',
        '  d, ligne 12 : <p>',
        '  e, ligne 12 : <p>',
        '  et 2 autres pages',
      ].join('\n'),
    );
    expect(rendreCompte([], 1)).toBe('HTML : aucune erreur dans 1 page.');
  });
});
