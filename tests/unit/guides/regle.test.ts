import { describe, expect, it } from 'vitest';
import { avecDelais } from '../../../src/kit/regles/kit.ts';
import { NOMBRES_DES_REGLES } from '../../../src/guides/regles/regle.ts';
import { CHIFFRES } from '../../../src/site/regles/chiffres-cites.ts';

describe('les nombres des règles', () => {
  it('disent les horaires d’un mineur avec leur unité', () => {
    expect(avecDelais('{heures-par-jour}, {pause} après {avant-pause}', NOMBRES_DES_REGLES)).toBe(
      '8 heures, 30 minutes après 4 h 30',
    );
  });

  it('ne prennent jamais le nom d’un autre nombre du site', () => {
    expect(Object.keys(NOMBRES_DES_REGLES).filter((nom) => nom in CHIFFRES)).toEqual([]);
  });

  it('disent un volume en semaines et en heures', () => {
    expect(avecDelais('{volume-300}', CHIFFRES)).toBe('9 semaines (300 h)');
  });
});
