import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { enEtat } from '../../fabriques-etats.ts';
import { bouton, dit, ouvrir, recommencer } from './un-dossier-ouvert.tsx';

vi.mock('../../../src/formulaire/appels/fonctions.ts', () => import('./un-service.ts'));

/** Le réseau d'un couloir : la page et le dossier sont arrivés, la suite ne vient pas. */
const reseau = vi.hoisted(() => ({ coupe: false, lent: false }));
vi.mock(import('../../../src/suivi/actions-dites.ts'), async (original) => {
  const reel = await original();
  return {
    ...reel,
    chargerLesFormulaires: (role) => {
      if (reseau.lent) return new Promise(() => undefined);
      if (reseau.coupe) return Promise.reject(new Error('réseau coupé'));
      return reel.chargerLesFormulaires(role);
    },
    formulaireDe: (role, action) =>
      reseau.coupe || reseau.lent ? undefined : reel.formulaireDe(role, action),
  };
});

vi.mock(import('../../../src/suivi/Relecture.tsx'), () => {
  throw new Error('réseau coupé');
});

beforeEach(async () => {
  Object.assign(reseau, { coupe: false, lent: false });
  await recommencer();
});

it('le formulaire n’arrive pas : la page le dit, dit quoi faire, et le dossier reste lisible', async () => {
  reseau.coupe = true;
  ouvrir(enEtat('reponse-attendue', 'entreprise'), 'refuser');
  const alerte = await screen.findByRole('alert');
  expect(alerte.textContent).toContain(
    'Ce formulaire n’est pas arrivé. Vérifiez votre connexion, puis rechargez la page',
  );
  expect(bouton('rechargez la page')).toBeTruthy();
  expect(
    screen.getByRole('heading', { name: dit('Ce qui s’est passé, ce qui vient') }),
  ).toBeTruthy();
});

it('le formulaire tarde : la page dit qu’il arrive, et l’on peut y renoncer', async () => {
  reseau.lent = true;
  ouvrir(enEtat('reponse-attendue', 'entreprise'), 'refuser');
  expect(await screen.findByText('Le formulaire arrive…')).toBeTruthy();
  await userEvent.click(bouton('Annuler'));
  expect(screen.queryByText('Le formulaire arrive…')).toBeNull();
  expect(bouton('Proposer des créneaux')).toBeTruthy();
});

it('le réseau répond : aucune alerte, le formulaire s’ouvre', async () => {
  ouvrir(enEtat('reponse-attendue', 'entreprise'), 'refuser');
  expect(await screen.findByRole('form')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('la relecture n’arrive pas : la page le dit, et garde ce qui est écrit', async () => {
  ouvrir(enEtat('reponse-attendue', 'entreprise'), 'refuser');
  await screen.findByRole('form');
  await userEvent.selectOptions(screen.getByRole('combobox'), 'autre');
  const precision = screen.getByRole('textbox');
  await userEvent.type(precision, 'Le chantier est arrêté.');
  await userEvent.click(bouton('Continuer'));
  expect((await screen.findByRole('alert')).textContent).toContain(
    'La page de relecture n’est pas arrivée',
  );
  expect(precision).toHaveProperty('value', 'Le chantier est arrêté.');
  expect(bouton('Continuer')).toBeTruthy();
});
