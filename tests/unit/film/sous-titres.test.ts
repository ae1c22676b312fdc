import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src/film/regles/film.ts';
import { sousTitres, tempsLisible } from '../../../src/film/regles/sous-titres.ts';

const SCENE: Scenario = {
  titre: 'Le film',
  version: '1er novembre 2026',
  courriel: 'equipe@csf.example',
  plans: [
    {
      debut: 0,
      fin: 59.9,
      titre: 'Le film',
      legendes: [{ debut: 0.8, fin: 59.9, texte: 'Achats & <marchés>' }],
    },
    {
      debut: 59.9,
      fin: 65.3,
      titre: 'Accueil',
      legendes: [
        { debut: 60.7, fin: 63, texte: 'Un.' },
        { debut: 63, fin: 65.3, texte: 'Deux.' },
      ],
      etape: {
        numero: 1,
        id: 'accueil',
        acteur: 'entreprise',
        qui: 'l’entreprise',
        delai: '30 jours au plus',
      },
    },
  ],
};

describe('les sous-titres', () => {
  test('suivent le format WebVTT, sans trou et sans balise', () => {
    expect(sousTitres(SCENE)).toBe(
      [
        'WEBVTT',
        '00:00:00.000 --> 00:00:59.900\nLe film\nAchats &amp; &lt;marchés&gt;',
        '00:00:59.900 --> 00:01:03.000\n1. Accueil, l’entreprise, 30 jours au plus\nUn.',
        '00:01:03.000 --> 00:01:05.300\nDeux.\n',
      ].join('\n\n'),
    );
  });

  test.each([
    [0, '0:00'],
    [9.9, '0:09'],
    [65, '1:05'],
  ])('un temps de %d s se lit « %s »', (secondes, attendu) => {
    expect(tempsLisible(secondes)).toBe(attendu);
  });
});
