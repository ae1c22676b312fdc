import { describe, expect, it } from 'vitest';
import { sortirLesDessins } from '../../../../src/outils/integrations/dessins-a-part.ts';

const unDessin = (points: number) =>
  `<svg xmlns='http://www.w3.org/2000/svg'><path d='${'m1 1'.repeat(points)}'/></svg>`;
const feuille = (svg: string) =>
  `.a{color:red;background:url("data:image/svg+xml;charset=utf8,${encodeURIComponent(svg)}")}`;

describe('les dessins d’une feuille de style', () => {
  it('sortent quand ils sont lourds, tels quels, et une fois chacun', () => {
    const lourd = unDessin(500);
    const { css, dessins } = sortirLesDessins(feuille(lourd) + feuille(lourd));
    expect([...dessins.values()]).toEqual([lourd]);
    const [nom = ''] = dessins.keys();
    expect(css).toBe(`.a{color:red;background:url("${nom}")}`.repeat(2));
  });

  it('restent quand ils sont légers', () => {
    const legere = feuille(unDessin(2));
    expect(sortirLesDessins(legere)).toEqual({ css: legere, dessins: new Map() });
  });
});
