import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXTE_MAX, texteATransmettre } from '../../../src/reponses/regles/texte.ts';

const JETON = 'Qm9uam91ci1jZWNpLWVzdC11bi1qZXRvbi0xMjM0NTY';
const rendu = (texte: string) => texteATransmettre(texte, [JETON]).texte;

describe('ce qui se transmet d’une réponse', () => {
  it.each([
    [
      'Gmail',
      `Jeudi 3 à 10 h.\n\nLe mar. 1 déc. 2026 à 10:12, CSF <r-t0@r.example> a écrit :\n> suite`,
    ],
    [
      'Gmail, sur deux lignes',
      `Jeudi 3 à 10 h.\n\nLe mar. 1 déc. 2026 à 10:12, Clause sociale de formation\n<r-t0@r.example> a écrit :\n\nsuite`,
    ],
    [
      'Apple Mail en anglais',
      `Jeudi 3 à 10 h.\n\nOn 1 Dec 2026, at 10:12, CSF <a@b.example> wrote:\n\nsuite`,
    ],
    [
      'Outlook',
      `Jeudi 3 à 10 h.\r\n\r\nDe : Clause sociale de formation <a@b.example>\r\nEnvoyé : mardi\r\nsuite`,
    ],
    ['Outlook, ancien', `Jeudi 3 à 10 h.\n\n-----Message d'origine-----\nsuite`],
    ['Outlook, avec un trait', `Jeudi 3 à 10 h.\n________________________________\nsuite`],
    ['une messagerie qui ne marque rien', `Jeudi 3 à 10 h.\n\nClause sociale de formation\nsuite`],
    ['une messagerie qui ne met que des chevrons', `> suite\n>> suite\nJeudi 3 à 10 h.`],
  ])('n’est pas ce que recopie %s', (_, texte) => {
    expect(rendu(texte)).toBe('Jeudi 3 à 10 h.');
  });

  it('garde ce qui ressemble à une citation sans en être une', () => {
    const texte = 'Le lundi 7 me convient.\nDe : 9 h à 12 h.\nOn vous attend.\n-- \nCamille';
    expect(rendu(texte)).toBe(texte);
  });

  it.each([
    ['entier', `Voici : https://site.example/suivi/#${JETON}`],
    [
      'récrit par un filtre',
      `https://filtre.example/?u=https%3A%2F%2Fsite.example%2F%23${JETON}&d=1`,
    ],
    [
      'coupé par la messagerie',
      `https://site.example/suivi/#${JETON.slice(0, 11)}\n${JETON.slice(11)}`,
    ],
    [
      'coupé sous des chevrons',
      `x ${JETON.slice(0, 9)}\n> ${JETON.slice(9, 30)}=\n>> ${JETON.slice(30)}`,
    ],
    ['d’un autre dossier', `https://site.example/suivi/#${'aB3-'.repeat(10)}xyz`],
  ])('ne porte aucun lien personnel : %s', (_, texte) => {
    const net = rendu(texte);
    expect(net).toContain('[lien retiré]');
    expect(net).not.toMatch(/[\w-]{40}/);
    for (let debut = 0; debut + 8 <= JETON.length; debut += 1)
      expect(net).not.toContain(JETON.slice(debut, debut + 8));
  });

  it('ne laisse aucun morceau d’un jeton, où qu’il soit coupé', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: JETON.length - 1 }), { maxLength: 4 }),
        fc.constantFrom('\n', '\n> ', '=\n', ' \n>> '),
        (coupures, entre) => {
          const bornes = [0, ...new Set(coupures.sort((a, b) => a - b)), JETON.length];
          const coupe = bornes
            .slice(1)
            .map((fin, rang) => JETON.slice(bornes[rang], fin))
            .join(entre);
          expect(rendu(`Oui. ${coupe} fin`)).toBe('Oui. [lien retiré] fin');
        },
      ),
    );
  });

  it('garde un trait de séparation', () => {
    expect(rendu(`Oui.\n${'-'.repeat(60)}\nCamille`)).toContain('-'.repeat(60));
  });

  it('s’arrête à une taille, et le dit', () => {
    const { texte, coupe } = texteATransmettre('mot '.repeat(TEXTE_MAX), []);
    expect(texte.length).toBeLessThanOrEqual(TEXTE_MAX);
    expect(coupe).toBe(true);
    expect(texteATransmettre('Oui.', [])).toEqual({ texte: 'Oui.', coupe: false });
    expect(texteATransmettre('> rien', [])).toEqual({ texte: '', coupe: false });
  });

  it.each([
    ['t', 't '],
    ['>', '>'],
    ['Le ', 'Le '],
    ['Q', 'Q >'],
  ])('reste rapide sur un texte hostile (%s)', (_, motif) => {
    const debut = performance.now();
    texteATransmettre(motif.repeat(200_000), [JETON, `t${JETON}`]);
    expect(performance.now() - debut).toBeLessThan(1_000);
  });
});
