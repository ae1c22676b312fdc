import { describe, expect, it } from 'vitest';
import { estDouteux } from '../../../src/lien/regles/appui.ts';

const personne = { reel: true, pilote: false, visible: true };

describe('un appui', () => {
  it('d’une personne passe, au doigt, au clavier ou avec une aide technique', () => {
    expect(estDouteux(personne)).toBe(false);
  });

  it.each([
    ['d’un script', { reel: false }],
    ['d’un navigateur piloté', { pilote: true }],
    ['dans une page que personne ne voit', { visible: false }],
  ])('%s est douteux', (_, ecart) => {
    expect(estDouteux({ ...personne, ...ecart })).toBe(true);
  });
});
