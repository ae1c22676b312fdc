import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import ChampLieu from '../../../src/lieux/ChampLieu.tsx';
import { typographierHtml } from '../../../src/socle/typographie.ts';

type Props = Partial<Parameters<typeof ChampLieu>[0]>;
const rendre = (props: Props = {}) =>
  renderToStaticMarkup(
    createElement(ChampLieu, {
      nom: 'commune',
      valeur: '',
      onChoisir: () => undefined,
      ...props,
    }),
  );
const attribut = (html: string, nom: string) =>
  new RegExp(`<input[^>]* ${nom}="([^"]*)"`).exec(html)?.[1];

describe('le champ de lieu rendu par React', () => {
  it('sans erreur, se dit valide et n’est décrit que par son message', () => {
    const html = rendre();
    expect(attribut(html, 'aria-invalid')).toBe('false');
    expect(attribut(html, 'aria-describedby')).toBe('lieu-message lieu-messages');
    expect(html).toContain('<div class="fr-messages-group" id="lieu-messages"></div>');
    expect(html).not.toContain('fr-input-group--error');
  });

  it('rattache au champ son aide, son message et son erreur, tous dans la page', () => {
    const html = rendre({
      id: 'ou',
      aide: 'La ville du site.',
      erreur: 'Choisissez.',
      requis: true,
    });
    expect(attribut(html, 'aria-invalid')).toBe('true');
    expect(attribut(html, 'aria-required')).toBe('true');
    const decritPar = attribut(html, 'aria-describedby')?.split(' ') ?? [];
    expect(decritPar).toEqual(['ou-aide', 'ou-message', 'ou-messages']);
    for (const id of decritPar) expect(html).toContain(` id="${id}"`);
    expect(html).toContain('<p class="fr-message fr-message--error">Choisissez.</p>');
    expect(html).toContain('fr-input-group--error');
  });

  it('n’envoie le texte tapé que si on le demande', () => {
    expect(attribut(rendre(), 'name')).toBeUndefined();
    expect(attribut(rendre({ envoye: true }), 'name')).toBe('commune');
  });

  it('laisse la liste et le message vides : ils ne sont pas à React', () => {
    const html = rendre();
    expect(html).toContain('<p id="lieu-message" class="csf-message" role="status"></p>');
    expect(html).toMatch(/<div id="lieu-propositions" role="listbox"[^>]* hidden=""><\/div>/);
  });

  it('est déjà écrit selon nos usages : la construction n’y change rien', () => {
    const html = rendre({ libelle: "Où ? À l'est", aide: 'Ainsi : « ici »', erreur: "L'an 9 !" });
    expect(html).toContain('Où\u00A0? À l’est');
    expect(typographierHtml(html)).toBe(html);
  });
});
