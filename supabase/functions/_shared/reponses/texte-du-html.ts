import { toPlainText } from '@react-email/render';

/* Une messagerie emboîte souvent ses blocs ; un texte hostile, sans fin. */
const PROFONDEUR = 100;

const SANS_TEXTE = ['head', 'title', 'style', 'script', 'img'];

/** Le texte d'un courriel qui n'a que du HTML ; ce qu'il recopie y garde ses chevrons. */
export const texteDuHtml = (html: string): string =>
  toPlainText(html, {
    // Tout, et non le premier `body` : un courriel recopié entier a le sien.
    baseElements: { selectors: [] },
    limits: { maxDepth: PROFONDEUR },
    selectors: SANS_TEXTE.map((selector) => ({ selector, format: 'skip' })),
  });
