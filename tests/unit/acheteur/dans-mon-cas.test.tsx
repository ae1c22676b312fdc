import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { DansMonCas } from '../../../src/acheteur/DansMonCas.tsx';
import { animer, defauts } from '../ilot.tsx';

const ouvrir = (recherche = '', avant?: (page: HTMLElement) => void) => {
  history.replaceState(null, '', `/acheteur/choisir/${recherche}`);
  return animer(<DansMonCas />, avant);
};

beforeEach(() => {
  document.body.replaceChildren();
});

const choix = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const conclusion = () => screen.getByRole('status').textContent;
const raisons = (clause: string) => document.getElementById(`raisons-${clause}`);

describe('dans mon cas', () => {
  it('n’exige rien, et attend une réponse', async () => {
    const { container } = ouvrir();
    expect(screen.getAllByRole('radiogroup')).toHaveLength(5);
    expect(container.querySelector(':required, [aria-invalid=true], :checked')).toBeNull();
    expect(conclusion()).toMatch(/^Répondez à une question/);
    expect(raisons('csf')?.hidden).toBe(true);
    expect(await defauts()).toEqual([]);
  });

  it('donne les raisons de chaque clause, et les garde dans l’adresse', async () => {
    ouvrir();
    await userEvent.click(choix('Les deux'));
    await userEvent.click(choix('Moins d’un mois'));
    expect(location.search).toBe('?public=deux&temps=moins-un-mois');
    expect(conclusion()).toMatch(/dans le même marché\.$/);
    const insertion = within(raisons('insertion') ?? document.body);
    expect(insertion.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Va dans ce sens\u00A0: Elle concerne une dizaine de publics éloignés de l’emploi.',
      'À savoir\u00A0: Le facilitateur répond en 4\u00A0semaines environ, et calibre 3 à 4\u00A0mois avant.',
    ]);
    expect(await defauts()).toEqual([]);
  });

  it('dit ce qui écarte une clause', async () => {
    ouvrir('?duree=court');
    expect(choix('Moins d’un an ferme').checked).toBe(true);
    expect(conclusion()).toContain('une réponse au moins l’écarte');
    expect(raisons('csf')?.textContent).toContain('L’écarte');
    expect(raisons('insertion')?.hidden).toBe(true);
    expect(await defauts()).toEqual([]);
  });

  it('suit l’historique, puis efface tout', async () => {
    ouvrir('?public=deux');
    await userEvent.click(choix('Grand'));
    history.replaceState(null, '', '?public=emploi');
    act(() => {
      dispatchEvent(new PopStateEvent('popstate'));
    });
    expect(choix('Des personnes éloignées de l’emploi').checked).toBe(true);
    expect(choix('Grand').checked).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Effacer mes réponses' }));
    expect(location.search).toBe('');
    expect(document.querySelector(':checked')).toBeNull();
    expect(conclusion()).toMatch(/^Répondez à une question/);
  });

  it('garde ce qui a été choisi avant que la page ne s’anime', () => {
    ouvrir('?public=deux&taille=petit', (page) => {
      const grand = page.querySelector<HTMLInputElement>('[name=taille][value=grand]');
      if (grand) grand.checked = true;
    });
    expect(choix('Grand').checked).toBe(true);
    expect(choix('Les deux').checked).toBe(true);
    expect(raisons('csf')?.textContent).toContain('Le plus long des quatre volumes');
  });
});
