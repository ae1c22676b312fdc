import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { avecDelais, minutesDeLecture } from '../../../src/kit/regles/kit.ts';

const mot = fc.stringMatching(/^[a-zà-ÿ]{1,12}$/);

describe('le temps de lecture', () => {
  it('compte deux cents mots par minute, et jamais moins d’une minute', () => {
    expect(minutesDeLecture('')).toBe(1);
    expect(minutesDeLecture('mot '.repeat(200))).toBe(1);
    expect(minutesDeLecture('mot '.repeat(201))).toBe(2);
  });

  it('compte un mot pour « l’acheteur » et pour « rendez-vous »', () => {
    expect(minutesDeLecture('l’acheteur '.repeat(200))).toBe(1);
    expect(minutesDeLecture("l'acheteur ".repeat(200))).toBe(1);
    expect(minutesDeLecture('rendez-vous '.repeat(200))).toBe(1);
  });

  it('ne baisse jamais quand le texte s’allonge', () => {
    fc.assert(
      fc.property(fc.array(mot, { maxLength: 450 }), mot, (mots, ajout) => {
        const texte = mots.join(' ');
        expect(minutesDeLecture(`${texte} ${ajout}`)).toBeGreaterThanOrEqual(
          minutesDeLecture(texte),
        );
      }),
    );
  });
});

describe('les délais cités entre accolades', () => {
  const delais = { 'mise-en-relation': 14, justificatifs: '10 jours ouvrés' };

  it('se lisent en jours, ou tels quels quand ils sont déjà écrits', () => {
    expect(avecDelais('Répondre en {mise-en-relation}.', delais)).toBe('Répondre en 14 jours.');
    expect(avecDelais('Remettre en {justificatifs}.', delais)).toBe('Remettre en 10 jours ouvrés.');
  });

  it('refusent une étape sans délai, en la nommant', () => {
    expect(() => avecDelais('En {bilan}.', delais)).toThrow('{bilan}');
  });

  it('suivent le nombre de la frise, quel qu’il soit, à chaque mention', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 365 }), (jours) => {
        const texte = avecDelais('{accueil}, puis {accueil}', { accueil: jours });
        expect(texte).toBe(`${jours} jours, puis ${jours} jours`);
      }),
    );
  });

  it('laissent intact un texte sans accolades', () => {
    fc.assert(
      fc.property(fc.array(mot), (mots) => {
        expect(avecDelais(mots.join(' '), {})).toBe(mots.join(' '));
      }),
    );
  });
});
