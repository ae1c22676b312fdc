import { describe, expect, it } from 'vitest';
import { texteDuHtml } from '../../../supabase/functions/_shared/reponses/texte-du-html.ts';

describe('le texte d’une réponse en HTML', () => {
  it('est ce qu’une personne y lit, sans style, script, ni image', () => {
    const html =
      '<html><head><title>T</title><style>p{}</style></head><body><p>Jeudi, <b>10 h</b>.<img src="cid:1" alt="logo"></p><script>x()</script></body></html>';
    expect(texteDuHtml(html)).toBe('Jeudi, 10 h.');
  });

  it('garde les chevrons de ce qu’elle recopie, même entier', () => {
    const cite = '<html><body><p>Cité</p></body></html>';
    expect(texteDuHtml(`<p>Oui.</p><blockquote>${cite}</blockquote>`)).toMatch(/^Oui\.\s+> Cité$/);
  });

  it.each(['<div>', '<p', '<table><tr><td>', '<!--', '&#', '<a href="'])(
    'reste rapide sur un texte hostile (%s)',
    (motif) => {
      const debut = performance.now();
      texteDuHtml(motif.repeat(200_000 / motif.length));
      expect(performance.now() - debut).toBeLessThan(2_000);
    },
  );
});
