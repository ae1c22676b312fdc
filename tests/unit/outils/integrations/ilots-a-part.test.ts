import { describe, expect, it } from 'vitest';
import { sortirLAmorce } from '../../../../src/outils/integrations/ilots-a-part.ts';

const AMORCE = '<style>astro-island{display:contents}</style><script>(()=>{1})()</script>';
const page = (corps: string) => `<html><head></head><body>${corps}</body></html>`;

describe('l’amorce des îlots', () => {
  it('sort de la page en fichiers, dans son ordre', () => {
    const { html, fichiers } = sortirLAmorce(
      page(`${AMORCE}<script>var a;</script><astro-island></astro-island>`),
    );
    expect([...fichiers.values()].sort()).toEqual(
      ['(()=>{1})()', 'astro-island{display:contents}', 'var a;'].sort(),
    );
    expect(html).not.toMatch(/<style>|<script>/);
    const scripts = [...html.matchAll(/<script type="module" src="\/_astro\/([^"]+)">/g)];
    expect(scripts.map(([, nom = '']) => fichiers.get(nom))).toEqual(['(()=>{1})()', 'var a;']);
    expect(html).toMatch(/<link rel="stylesheet" href="\/_astro\/ilot\.[\da-f]{12}\.css">/);
  });

  it('laisse une page sans îlot, et ce qui a un attribut', () => {
    const sansIlot = page('<script>var a;</script>');
    expect(sortirLAmorce(sansIlot)).toEqual({ html: sansIlot, fichiers: new Map() });
    const donnee = '<script type="application/json">{}</script>';
    const { html } = sortirLAmorce(page(`${donnee}<astro-island></astro-island>`));
    expect(html).toContain(donnee);
  });

  it('donne le même nom au même contenu, d’une page à l’autre', () => {
    const noms = ['a', 'b'].map((corps) => [
      ...sortirLAmorce(page(`${AMORCE}<astro-island>${corps}</astro-island>`)).fichiers.keys(),
    ]);
    expect(noms[0]).toEqual(noms[1]);
  });
});
