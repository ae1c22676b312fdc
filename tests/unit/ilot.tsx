import { render, type RenderResult } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect } from 'vitest';
import { typographierHtml } from '../../src/socle/typographie.ts';

/**
 * Rend une pièce comme le site construit, puis l'anime dans la page. React doit y retrouver ce qu'il écrirait : sinon il
 * refait tout, et ce qui était tapé se perd.
 * @param avant ce que la personne fait entre les deux, quand les scripts tardent
 */
export function animer(piece: ReactElement, avant?: (page: HTMLElement) => void): RenderResult {
  const html = renderToString(piece);
  expect(typographierHtml(html)).toBe(html);
  const container = document.createElement('main');
  container.innerHTML = html;
  document.body.append(container);
  avant?.(container);
  const refaits: unknown[] = [];
  const rendue = render(piece, {
    container,
    hydrate: true,
    onRecoverableError: (erreur) => refaits.push(erreur),
  });
  expect(refaits).toEqual([]);
  return rendue;
}

/** Défauts d'accessibilité de ce qui est rendu ; les couleurs et les tailles se voient dans un navigateur. */
export async function defauts(racine: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(racine, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {
      'color-contrast': { enabled: false },
      'target-size': { enabled: false },
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
      'heading-order': { enabled: false },
      'landmark-one-main': { enabled: false },
    },
  });
  return violations.map(({ id, nodes }) => `${id} : ${nodes.map(({ html }) => html).join(' | ')}`);
}
