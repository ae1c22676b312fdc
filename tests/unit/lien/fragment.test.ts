import { describe, expect, it } from 'vitest';
import { lireFragment } from '../../../src/lien/regles/fragment.ts';

describe('le lien personnel', () => {
  it('porte un jeton, et parfois l’action que le courriel propose', () => {
    expect(lireFragment('#abc')).toEqual({ jeton: 'abc', action: null });
    expect(lireFragment('#abc.relancer')).toEqual({ jeton: 'abc', action: 'relancer' });
    expect(lireFragment('')).toEqual({ jeton: '', action: null });
  });
});
