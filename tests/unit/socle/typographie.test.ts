import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apresDeuxPoints, typographier, typographierHtml } from '../../../src/socle/typographie.ts';

describe('la typographie', () => {
  it('courbe les apostrophes et lie la ponctuation à son mot', () => {
    expect(typographier("l'accueil : « oui » ? 300 h, 12 km")).toBe(
      'l’accueil\u00A0: «\u00A0oui\u00A0»\u00A0? 300\u00A0h, 12\u00A0km',
    );
  });

  it('ne change ni le nombre de signes ni le sens : une seconde fois ne fait rien', () => {
    fc.assert(
      fc.property(fc.string(), (texte) => {
        const une = typographier(texte);
        expect(une).toHaveLength(texte.length);
        expect(typographier(une)).toBe(une);
      }),
    );
  });

  it('ne coupe pas un numéro d’article de loi, et laisse les autres traits d’union', () => {
    expect(typographier('article L2112-2-1, R2152-2 et L124-6')).toBe(
      'article L2112\u20112\u20111, R2152\u20112 et L124\u20116',
    );
    expect(typographier('rendez-vous, csf-2026-1')).toBe('rendez-vous, csf-2026-1');
  });

  it('laisse les adresses et les heures collées', () => {
    expect(typographier('https://csf.example/a?b=1:2 à 10:30')).toBe(
      'https://csf.example/a?b=1:2 à 10:30',
    );
  });

  it('courbe aussi une apostrophe échappée par un gabarit', () => {
    expect(typographierHtml('<h1>Je réponds à un appel d&#39;offres</h1><p>5&#39;</p>')).toBe(
      '<h1>Je réponds à un appel d’offres</h1><p>5&#39;</p>',
    );
  });

  it.each([
    ['<a>\n Roubaix\n</a>\n  , Nord', '<a>\n Roubaix</a>, Nord'],
    ['<a>\n Roubaix\n</a>\n  Nord', '<a>\n Roubaix\n</a>\n  Nord'],
    ['<a>Roubaix</a>\n  , Nord', '<a>Roubaix</a>, Nord'],
    ['(<a>equipe@exemple</a>\n).', '(<a>equipe@exemple</a>).'],
    ['<b>fin</b> . Puis', '<b>fin</b>. Puis'],
    ['Fiche en .docx et 0 .5', 'Fiche en .docx et 0 .5'],
    ['<pre>a , b</pre>', '<pre>a , b</pre>'],
  ])('« %s » : un retour à la ligne du gabarit ne décolle pas la ponctuation', (html, attendu) => {
    expect(typographierHtml(html)).toBe(attendu);
  });

  it('« Pour qui : les entreprises » : après deux-points, un mot ordinaire perd sa majuscule', () => {
    expect(apresDeuxPoints('Les entreprises')).toBe('les entreprises');
    expect(apresDeuxPoints('L’équipe')).toBe('l’équipe');
    expect(apresDeuxPoints("L'équipe")).toBe("l'équipe");
    expect(apresDeuxPoints('À tous')).toBe('à tous');
    expect(apresDeuxPoints('MLDS et lycées')).toBe('MLDS et lycées');
    expect(apresDeuxPoints('')).toBe('');
  });

  it('ne touche ni aux balises, ni aux attributs, ni au code', () => {
    const html = `<a title="l'un : l'autre" href="?a=l'b">l'un :</a><code>l'a : b</code>`;
    expect(typographierHtml(html)).toBe(
      `<a title="l'un : l'autre" href="?a=l'b">l’un :</a><code>l'a : b</code>`.replace(
        'l’un :',
        'l’un\u00A0:',
      ),
    );
  });
});
