import { Fragment, type ElementType, type Key, type ReactElement } from 'react';
import { jsx as element, jsxs as elements } from 'react/jsx-runtime';
import { typographies } from './textes.ts';

export { Fragment };
export type { JSX } from 'react';

/**
 * Le JSX de React, dont les textes suivent la typographie française : la page construite est déjà passée par elle, et
 * React doit y retrouver mot pour mot ce qu'il écrirait, sans quoi il refait l'îlot et perd ce qui était tapé.
 */
export const jsx = (type: ElementType, proprietes: object, cle?: Key): ReactElement =>
  element(type, typographies(type, proprietes), cle);

/** Le même, pour plusieurs enfants écrits l'un après l'autre. */
export const jsxs = (type: ElementType, proprietes: object, cle?: Key): ReactElement =>
  elements(type, typographies(type, proprietes), cle);
