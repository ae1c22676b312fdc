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

  it('avertit pour un âge, sans bloquer', () => {
    const { bloque, avertit } = relireMessage('Il a 16 ans.');
    expect(bloque).toEqual([]);
    expect(avertit.join(' ')).toContain('âge');
  });

  it.each([
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
    ['Sa mère est d’accord.', 'famille'],
    ['Il est suivi par la justice.', 'famille'],
    ['Il est en situation de handicap.', 'santé'],
    ['Elle a des problèmes de santé.', 'santé'],
    ['Il est suivi par un psychologue.', 'santé'],
    ['Il est h\u200bandicapé.', 'santé'],
    ['Il est <b>mala</b>de.', 'santé'],
    ['Elle n’a pas encore la nationalité.', 'origine'],
    ['Je vous envoie la copie de sa carte d’identité.', 'identité'],
  ])('bloque « %s » : ce n’est pas un doute', (message, mot) => {
    expect(relireMessage(message).bloque.join(' ')).toContain(mot);
    expect(relireMessage(message).avertit.join(' ')).not.toContain(mot);
  });

  it.each([
    ['La santé l’intéresse.', 'santé'],
    ['Elle voudrait rencontrer une juge.', 'famille'],
    ['Il sait rédiger un CV.', 'CV'],
    ['La psychologie lui plaît.', 'santé'],
  ])('avertit pour « %s », qui peut dire un métier', (message, mot) => {
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
    'Il aimerait découvrir les métiers de la santé.',
    'La jeune s’intéresse à la santé au travail.',
    'Elle prépare un bac professionnel sanitaire et social, secteur santé.',
    'Il veut aider les personnes handicapées.',
    'Il a su repérer un dysfonctionnement.',
    'Des produits de santé sont préparés sur place.',
    'Le palais de justice est à côté.',
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
