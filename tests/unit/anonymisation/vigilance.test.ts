import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relireMessage } from '../../../src/anonymisation/regles/vigilance.ts';

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

  it('dit le courriel, le téléphone, le site et le nom d’une même phrase', () => {
    const { bloque, avertit } = relireMessage(
      'Kevin (kevin@exemple.example, 06 12 34 56 78, www.kevin.example) veut venir',
    );
    for (const mot of ['adresse électronique', 'téléphone', 'adresse de site'])
      expect(bloque.join(' ')).toContain(mot);
    expect(avertit.join(' ')).toContain('nommez quelqu’un');
  });

  it('ne prend pas le domaine d’un courriel pour un site, ni un téléphone pour un nom', () => {
    expect(relireMessage('Écrivez à jeune@exemple.example ou au 06 12 34 56 78.')).toEqual({
      bloque: [
        'Retirez l’adresse électronique : la vôtre a sa propre case.',
        'Retirez le numéro de téléphone : le vôtre a sa propre case.',
      ],
      avertit: [],
    });
  });

  it.each([
    ['Il a 16 ans.', 'âge'],
    ['Il est placé. Il aime les machines.', 'famille'],
    ['Elle est placée en foyer.', 'famille'],
    ['Il a été placé par le juge.', 'famille'],
    ['Il est connu de la police.', 'famille'],
    ['Il a eu des ennuis avec la police.', 'famille'],
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

  it.each([
    'Il ne le sait pas encore.',
    'Un logiciel de paie lui plaît.',
    'Elle est placide.',
    'Le jeune aime la police scientifique.',
    'Elle voudrait entrer dans la police.',
    'Il place les produits en rayon.',
    'Le jeune place les commandes.',
    'La jeune serait bien placée pour aider.',
    'Je juge ce stage utile.',
  ])('n’avertit pas pour « %s »', (message) => {
    expect(relireMessage(message)).toEqual({ bloque: [], avertit: [] });
  });

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
