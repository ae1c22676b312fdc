import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Copier } from '../../../src/ui/Copier.tsx';
import { animer, defauts } from '../ilot.tsx';

const ouvrir = () => animer(<Copier quoi="Les pénalités" texte="Un texte." dejaLu />);

const copier = () => userEvent.click(screen.getByRole('button', { name: 'Copier les pénalités' }));
const cadre = () => screen.queryByRole<HTMLTextAreaElement>('textbox', { name: 'Les pénalités' });

function refuser(refus: boolean) {
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      writeText: () => (refus ? Promise.reject(new Error('refusé')) : Promise.resolve()),
    },
  });
}

describe('copier un texte qui se lit déjà dans la page', () => {
  it('ne montre pas de cadre quand la copie réussit', async () => {
    ouvrir();
    refuser(false);
    expect(await defauts()).toEqual([]);
    await copier();
    await screen.findByText('Texte copié.');
    expect(cadre()).toBeNull();
  });

  it('refusé, donne le texte sélectionné et le dit, puis le retire quand la copie réussit', async () => {
    ouvrir();
    refuser(true);
    await copier();
    await screen.findByText(/Copie impossible ici/);
    expect(document.activeElement).toBe(cadre());
    expect(cadre()).toMatchObject({ value: 'Un texte.', selectionStart: 0, selectionEnd: 9 });
    expect(await defauts()).toEqual([]);
    refuser(false);
    await copier();
    await screen.findByText('Texte copié.');
    expect(cadre()).toBeNull();
  });

  it('se tait avant de redire la même chose, pour qu’on l’entende', async () => {
    ouvrir();
    refuser(true);
    await copier();
    await screen.findByText(/Copie impossible ici/);
    await copier();
    expect(screen.getByRole('status').textContent).toBe('');
    await waitFor(() => expect(screen.getByRole('status').textContent).not.toBe(''));
  });
});
