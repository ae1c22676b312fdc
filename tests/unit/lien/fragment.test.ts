import { describe, expect, it } from 'vitest';
import { lireFragment } from '../../../src/lien/regles/fragment.ts';

describe('le lien personnel', () => {
  it('porte un jeton, et parfois l’action que le courriel propose', () => {
    expect(lireFragment('#abc')).toEqual({ jeton: 'abc', action: null });
    expect(lireFragment('#abc.relancer')).toEqual({ jeton: 'abc', action: 'relancer' });
    expect(lireFragment('')).toEqual({ jeton: '', action: null });
  });

  it.each(['?utm_source=courriel', '&utm_source=courriel', '/', '%3Futm_source%3Dcourriel'])(
    'laisse ce qu’un filtre a collé derrière : « %s »',
    (ajout) => {
      expect(lireFragment(`#abc${ajout}`)).toEqual({ jeton: 'abc', action: null });
      expect(lireFragment(`#abc.relancer${ajout}`)).toEqual({ jeton: 'abc', action: 'relancer' });
      expect(lireFragment(`#%23abc${ajout}`).jeton).toBe('abc');
    },
  );
});
