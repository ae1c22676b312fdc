import { describe, expect, it } from 'vitest';
import { CHIFFRES } from '../../../src/site/regles/chiffres-cites.ts';

describe('les nombres que les textes citent', () => {
  it('suivent les règles, écrits pour être lus', () => {
    const lus = Object.fromEntries(
      Object.entries(CHIFFRES).map(([nom, ecrit]) => [nom, ecrit.replace(/\s/g, ' ')]),
    );
    expect(lus).toMatchObject({
      'seuil-gratification': '308 h',
      'taux-gratification': '4,50 € l’heure en 2026',
      'seuil-etat': '140 000 €',
      'seuil-travaux': '5 404 000 €',
      'date-consideration-sociale': '22 août 2026',
      'volume-300': '9 semaines (300 h)',
      volumes: '5 semaines (150 h), 9 semaines (300 h), 13 semaines (450 h) ou 26 semaines (900 h)',
    });
  });
});
