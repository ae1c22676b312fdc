import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relireMessage } from '../../../src/core/vigilance.ts';

describe('la relecture d’un message à l’entreprise', () => {
  it('laisse passer un message sans rien sur le jeune', () => {
    expect(
      relireMessage('Bonjour, la jeune que je suis aime le contact et peut venir dès janvier.'),
    ).toEqual({ bloque: [], avertit: [] });
  });

  it.each([
    ['Appelez le 06 12 34 56 78.', 'téléphone'],
    ['Écrivez à jeune@exemple.example', 'adresse électronique'],
    ['Il habite 12 rue des Lilas, 75011 Paris.', 'adresse postale'],
    ['Voir www.profil.example', 'adresse de site'],
  ])('bloque « %s »', (message, mot) => {
    expect(relireMessage(message).bloque.join(' ')).toContain(mot);
  });

  it('dit à la fois la fuite et le nom d’une même phrase', () => {
    const { bloque, avertit } = relireMessage('Kevin veut venir, appelez le 06 12 34 56 78.');
    expect(bloque).toHaveLength(1);
    expect(avertit.join(' ')).toContain('nommez quelqu’un');
  });

  it.each([
    ['Il suit un traitement médical.', 'santé'],
    ['Elle est dyslexique.', 'santé'],
    ['Il vit en foyer.', 'famille'],
    ['Je joins son CV.', 'CV'],
    ['Né le 12 mars.', 'CV'],
  ])('avertit pour « %s » sans bloquer', (message, mot) => {
    const { bloque, avertit } = relireMessage(message);
    expect(bloque).toEqual([]);
    expect(avertit.join(' ')).toContain(mot);
  });

  it.each(['Il ne le sait pas encore.', 'Un logiciel de paie lui plaît.', 'Elle est placide.'])(
    'n’avertit pas pour « %s »',
    (message) => {
      expect(relireMessage(message)).toEqual({ bloque: [], avertit: [] });
    },
  );

  it('ne répète jamais la même phrase, quoi que l’on tape', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (message) => {
        const { bloque, avertit } = relireMessage(message);
        expect(new Set(bloque).size).toBe(bloque.length);
        expect(new Set(avertit).size).toBe(avertit.length);
      }),
    );
  });
});
