import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { ParCode } from '../../../src/lien/ParCode.tsx';
import { animer, defauts } from '../ilot.tsx';

it('le formulaire du code ne vient que pour qui le demande, et la lecture continue à son titre', async () => {
  animer(
    <ParCode lien={{ ouvrir: () => Promise.resolve() }} fonctions="https://service.example" />,
  );
  expect(screen.queryByLabelText(/^Code/)).toBeNull();
  expect(await defauts()).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: /avec le code du courriel$/ }));
  await screen.findByLabelText(/^Code/);
  expect(document.activeElement).toBe(
    screen.getByRole('heading', { name: /^Votre lien n’a pas marché/ }),
  );
  expect(await defauts()).toEqual([]);
});
