import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type * as ModuleEnvoi from '../../../src/formulaire/scripts/envoi.ts';
import { DemanderLaReleve } from '../../../src/releve/DemanderLaReleve.tsx';
import { releveSchema } from '../../../src/releve/regles/releve.ts';
import { bornesDe } from '../../../src/socle/bornes.ts';
import { animer, defauts } from '../ilot.tsx';

vi.stubGlobal('isSecureContext', true);
vi.mock('../../../src/formulaire/scripts/envoi.ts', async (original) => ({
  ...(await original<typeof ModuleEnvoi>()),
  estProtege: () => true,
}));

it('se poste sans JavaScript, et dit qu’il faut une adresse ou une référence', async () => {
  document.title = 'Reprendre';
  const { container } = animer(
    <DemanderLaReleve fonctions="https://service.example" bornes={bornesDe(releveSchema)} />,
  );
  const formulaire = container.querySelector('form');
  expect(formulaire?.getAttribute('action')).toBe('https://service.example/suivi/demander-releve');
  expect([...new FormData(formulaire ?? undefined).keys()]).toEqual(
    expect.arrayContaining(['nom', 'courriel', 'telephone', 'courrielParti', 'reference']),
  );
  expect(await defauts()).toEqual([]);
  await userEvent.type(screen.getByLabelText(/Prénom et nom/), 'Noa Exemple');
  await userEvent.type(screen.getByLabelText(/Votre adresse/), 'noa@mairie.example');
  await userEvent.click(screen.getByRole('button', { name: 'Demander à reprendre ces dossiers' }));
  const resume = await screen.findByRole('group', { name: 'Une réponse est à corriger' });
  expect(document.activeElement).toBe(resume);
  expect(resume.textContent).toContain('adresse de la personne partie, ou une référence');
  expect(document.title).toMatch(/^Erreur – /);
  expect(await defauts()).toEqual([]);
});
