import { describe, expect, it } from 'vitest';
import { empreintesDe, lireArticle } from '../../../../src/outils/edition/article.ts';

type Morceaux = { site?: string; accueil?: string; bilan?: string; ajout?: string };

/** Une page construite du kit, avec deux moments. */
function unePage({
  site = 'http://localhost:4321',
  accueil = '<p>Préparer le poste.</p>',
  bilan = '<p>Fixer une date.</p>',
  ajout = '',
}: Morceaux = {}): string {
  return (
    `<html><head><link rel="canonical" href="${site}/kit/"></head><body><h1>Le kit</h1>` +
    `<article data-kit class="csf-kit"><section data-partie="intro"><p>Bonjour</p></section>` +
    `<section class="m" data-partie="moment" data-moment="accueil"><a href="/k/accueil/">${new URL(site).host}/k/accueil/</a>${accueil}</section>` +
    `<section class="m" data-partie="moment" data-moment="bilan">${bilan}<article>Un article dedans</article></section>` +
    `${ajout}</article><footer>Pied</footer></body></html>`
  );
}

describe('l’article figé', () => {
  it('est tout l’article, et rien d’autre de la page', () => {
    const { html } = lireArticle(unePage());
    expect(html.startsWith('<article data-kit')).toBe(true);
    expect(html).toContain('Un article dedans');
    expect(html).not.toContain('Pied');
  });

  it('ne dépend pas de l’adresse du site', () => {
    const ailleurs = lireArticle(unePage({ site: 'https://kit.exemple.example' }));
    expect(ailleurs).toEqual(lireArticle(unePage()));
    expect(ailleurs.html).toContain('%SITE%/k/accueil/');
  });

  it('perd ses scripts, et refuse un fichier dont l’adresse changera', () => {
    const { html } = lireArticle(unePage({ ajout: '<script type="module">1</script>' }));
    expect(html).not.toContain('script');
    expect(() => lireArticle(unePage({ ajout: '<img src="/_astro/a.Bc1.png">' }))).toThrow(
      '/_astro/a.Bc1.png',
    );
  });

  it('manque : la page le dit', () => {
    expect(() => lireArticle('<html></html>')).toThrow('article du kit');
  });
});

describe('les empreintes', () => {
  const avant = lireArticle(unePage());

  it('ne changent pas avec la mise en forme', () => {
    const apres = lireArticle(
      unePage({ accueil: '<div  class="b">\n  Préparer le poste. </div>' }),
    );
    expect(apres.kit).toBe(avant.kit);
    expect(apres.moments).toEqual(avant.moments);
  });

  it('changent avec un mot, dans le kit et dans le seul moment touché', () => {
    const apres = lireArticle(unePage({ accueil: '<p>Préparer le bureau.</p>' }));
    expect(apres.kit).not.toBe(avant.kit);
    expect(apres.moments.accueil).not.toBe(avant.moments.accueil);
    expect(apres.moments.bilan).toBe(avant.moments.bilan);
  });

  it('changent quand un lien mène ailleurs', () => {
    const lien = (vers: string) => lireArticle(unePage({ bilan: `<a href="${vers}">Suite</a>` }));
    expect(lien('/contact/').moments.bilan).not.toBe(lien('/jeune/').moments.bilan);
  });

  it('se retrouvent dans l’article figé', () => {
    const { html, kit, moments } = avant;
    expect(empreintesDe(`${html}\n`)).toEqual({ kit, moments });
    expect(Object.keys(moments)).toEqual(['accueil', 'bilan']);
  });
});
