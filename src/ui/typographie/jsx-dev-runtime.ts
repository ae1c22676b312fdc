import { Fragment, type ElementType, type Key, type ReactElement } from 'react';
import { jsxDEV as element, type JSXSource } from 'react/jsx-dev-runtime';
import { typographies } from './textes.ts';

export { Fragment };
export type { JSX } from 'react';

/** Celui de `jsx-runtime.ts`, avec les repères dont React se sert pendant que l'on écrit. */
export const jsxDEV = (
  type: ElementType,
  proprietes: object,
  cle: Key | undefined,
  fixes: boolean,
  source?: JSXSource,
  soi?: unknown,
): ReactElement => element(type, typographies(type, proprietes), cle, fixes, source, soi);
