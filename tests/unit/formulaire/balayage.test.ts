import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balayerLesBrouillons } from '../../../src/formulaire/scripts/balayage.ts';

const JOUR = 86_400_000;
const MAINTENANT = Date.parse('2026-11-30T09:00:00Z');

/** Un stockage de navigateur : l'ordre de ses clés change quand on en retire une. */
class Stockage {
  readonly #contenu: Map<string, string>;
  constructor(contenu: Record<string, string>) {
    this.#contenu = new Map(Object.entries(contenu));
  }
  get length() {
    return this.#contenu.size;
  }
  get cles() {
    return [...this.#contenu.keys()];
  }
  key(rang: number) {
    return this.cles[rang] ?? null;
  }
  getItem(cle: string) {
    return this.#contenu.get(cle) ?? null;
  }
  removeItem(cle: string) {
    this.#contenu.delete(cle);
  }
}

const unBrouillon = (jours: number) =>
  JSON.stringify({ le: MAINTENANT - jours * JOUR, textes: { nom: 'Camille' } });

describe('le balayage des brouillons', () => {
  it('efface ceux de plus de sept jours et ceux qui sont abîmés, et garde les autres', () => {
    const stockage = new Stockage({
      'csf-brouillon-vieux': unBrouillon(8),
      'csf-brouillon-septieme-jour': unBrouillon(7),
      'csf-brouillon-jeune': unBrouillon(6),
      'csf-brouillon-du-jour': unBrouillon(0),
      'csf-brouillon-illisible': '{',
      'csf-brouillon-vide': 'null',
      'csf-brouillon-sans-date': JSON.stringify({ textes: {} }),
      'csf-brouillon-de-demain': unBrouillon(-30),
      'csf-brouillon-horloge-recalee': unBrouillon(-0.5),
    });
    balayerLesBrouillons(stockage, MAINTENANT);
    expect(stockage.cles).toEqual([
      'csf-brouillon-jeune',
      'csf-brouillon-du-jour',
      'csf-brouillon-horloge-recalee',
    ]);
  });

  it('ne touche à rien d’autre, et balayer deux fois ne change rien', () => {
    const autre = fc.string().filter((cle) => !cle.startsWith('csf-brouillon-'));
    fc.assert(
      fc.property(
        fc.dictionary(autre, fc.string()),
        fc.array(fc.double({ min: -20, max: 20, noNaN: true })),
        (autres, ages) => {
          const brouillons = ages.map((age, rang) => [`csf-brouillon-${rang}`, unBrouillon(age)]);
          const stockage = new Stockage({
            ...autres,
            ...(Object.fromEntries(brouillons) as Record<string, string>),
          });
          balayerLesBrouillons(stockage, MAINTENANT);
          const restent = stockage.cles;
          expect(restent).toEqual(expect.arrayContaining(Object.keys(autres)));
          ages.forEach((age, rang) => {
            expect(restent.includes(`csf-brouillon-${rang}`)).toBe(Math.abs(age) < 7);
          });
          balayerLesBrouillons(stockage, MAINTENANT);
          expect(stockage.cles).toEqual(restent);
        },
      ),
    );
  });
});
