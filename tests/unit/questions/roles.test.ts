import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compteDeQuestions,
  estPour,
  roleDeLAdresse,
  ROLES,
} from '../../../src/questions/regles/roles.ts';

describe('le rôle écrit dans l’adresse', () => {
  it('se relit tel qu’il a été écrit', () => {
    for (const role of ROLES) expect(roleDeLAdresse(`?pour=${role}`)).toBe(role);
  });

  it('vaut tout le monde quand il manque ou n’existe pas', () => {
    fc.assert(
      fc.property(fc.string(), (texte) => {
        fc.pre(!ROLES.some((role) => role === texte));
        const requete = new URLSearchParams({ pour: texte }).toString();
        expect(roleDeLAdresse(`?${requete}`)).toBeNull();
      }),
    );
    expect(roleDeLAdresse('')).toBeNull();
  });
});

describe('une réponse', () => {
  it('est montrée à tout le monde sans rôle choisi, et seulement aux siens avec un rôle', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES]), fc.constantFrom(...ROLES), (roles, role) => {
        expect(estPour(roles, null)).toBe(true);
        expect(estPour(roles, role)).toBe(new Set(roles).has(role));
      }),
    );
  });

  it('se compte en accordant le mot', () => {
    expect([0, 1, 2].map(compteDeQuestions)).toEqual(['0 question', '1 question', '2 questions']);
  });
});
