import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enClair } from '../../../src/socle/en-clair.ts';
import { enPhrases } from '../../../src/socle/phrases.ts';

describe('la mise en clair', () => {
  it.each([
    ['<b>06</b> 12 34', '06 12 34'],
    ['Ranger<br/>Classer', 'Ranger\nClasser'],
    ['<ul><li>Ranger</li><li>Classer</li></ul>', 'Ranger\n\nClasser'],
    ['Caf&eacute; &amp; th&#233; &#x263A;', 'Café & thé ☺'],
    ['&lt;b&gt;Ranger&lt;/b&gt;', 'Ranger'],
    ['&amp;lt;b&amp;gt;Ranger', 'Ranger'],
    ['<script>alert(1)</script>Ranger', 'Ranger'],
    ['<img src=x onerror=alert(1)', 'img src=x onerror=alert(1)'],
    ['Température < 5 degrés', 'Température < 5 degrés'],
    ['**Ranger** les _dossiers_ `vite`', 'Ranger les dossiers vite'],
    ['# Titre', 'Titre'],
    ['[notre site](https://x.example)', 'notre site https://x.example'],
    ['<a href="mailto:a@x.example">Écrire</a>', 'mailto:a@x.example Écrire'],
    ['=HYPERLINK("http://x.example";"Voir")', 'http://x.example Voir'],
    ['=1+1', '1+1'],
    ['con\u200bt\u00adact\u2060', 'contact'],
    ['\u202eRanger\u202c', 'Ranger'],
    ['06\u00a012\u202f34', '06 12 34'],
    ['０６ １２', '06 12'],
    ['٠٦ १२', '06 12'],
    ['contact＠x.example', 'contact@x.example'],
    ['2 x 150 h, m², n° 3', '2 x 150 h, m², n° 3'],
    ['a\r\nb\u2028c\u0000', 'a\nb\nc'],
  ])('« %s » devient « %s »', (texte, clair) => {
    expect(enClair(texte)).toBe(clair);
  });

  it('ne laisse ni balise, ni signe invisible, ni commande, quoi qu’on lui donne', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (texte) => {
        const clair = enClair(texte);
        expect(clair).not.toMatch(/<[a-z]/i);
        expect(clair.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u);
      }),
    );
  });
});

describe('la coupe en phrases', () => {
  const textes = (texte: string) => enPhrases(texte).map((phrase) => phrase.texte);

  it.each([
    ['Ranger. Classer.', ['Ranger.', 'Classer.']],
    ['Ranger ; classer', ['Ranger', 'classer']],
    ['- Ranger\n- Classer', ['Ranger', 'Classer']],
    ['• Ranger • Classer', ['Ranger', 'Classer']],
    ['- Ranger - Classer', ['Ranger', 'Classer']],
    ['1. Ranger\n2) Classer', ['Ranger', 'Classer']],
    ['Accueil - Standard', ['Accueil - Standard']],
    ['Ranger - Classer - Trier', ['Ranger', 'Classer', 'Trier']],
    ['1/ Ranger 2/ Classer', ['Ranger', 'Classer']],
    ['a) Ranger b) Classer', ['Ranger', 'Classer']],
    ['Câble cat. 6 à poser. Ranger', ['Câble cat. 6 à poser.', 'Ranger']],
    ['Voir M. Durand demain. Ranger', ['Voir M. Durand demain.', 'Ranger']],
    ['Un colis de 2.5 kg. Un autre', ['Un colis de 2.5 kg.', 'Un autre']],
    ['Ranger !\nEt après ? Classer', ['Ranger', 'Et après', 'Classer']],
    ['dossiers.Préparer', ['dossiers.', 'Préparer']],
    ['Classer des dossiers Écrire à la mairie', ['Classer des dossiers', 'Écrire à la mairie']],
    ['', []],
  ])('« %s » donne %j', (texte, phrases) => {
    expect(textes(texte)).toEqual(phrases);
  });

  it('ne coupe pas dans une soudure', () => {
    const texte = 'Écrire à nom. domaine. fr vite. Ranger';
    const debut = texte.indexOf('nom');
    expect(enPhrases(texte, [{ debut, fin: debut + 15 }]).map((phrase) => phrase.texte)).toEqual([
      'Écrire à nom. domaine. fr vite.',
      'Ranger',
    ]);
  });

  it('couvre tout le texte : aucune lettre n’échappe à une phrase', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', 'B', '.', ' ', '\n', ';', '-', '!', '1', '•'),
          maxLength: 40,
        }),
        (texte) => {
          const lettres = (valeur: string) => valeur.replace(/[^aB]/g, '');
          expect(lettres(textes(texte).join(' '))).toBe(lettres(texte));
        },
      ),
    );
  });
});
