import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Confirmer } from '../../../src/demande/Confirmer.tsx';
import { animer, defauts } from '../ilot.tsx';
import { service, texte, uneDemande } from './lien-simule.ts';

vi.mock(
  '../../../src/formulaire/appels/fonctions.ts',
  async () => (await import('./lien-simule.ts')).fonctions,
);

const portee = 'confirmer-demande';
const aConfirmer = { portee, expireLe: '2026-11-25T08:05:00Z' };

function confirmer(...reponses: ReturnType<typeof uneDemande>[]) {
  service.reponses = reponses;
  history.replaceState(null, '', '/interet/confirmer/#jeton-d-essai');
  return animer(
    <Confirmer fonctions="https://service.example" delais={{ reponse: 14, accueil: 30 }} />,
  );
}

it('une seconde demande sur le même parcours se reconnaît avant de confirmer, puis dit son rang', async () => {
  const autre = 'D-prem2r';
  confirmer(
    uneDemande('a-confirmer', { ...aConfirmer, autre }),
    uneDemande('en-attente', { portee, rang: 1, autre }),
  );
  const bouton = await screen.findByRole('button', { name: 'Confirmer mon intérêt' });
  expect(texte()).toContain(
    'Vous avez déjà la demande D-prem2r pour ce parcours. Confirmez celle-ci seulement si elle est pour un autre jeune.',
  );
  expect(await defauts()).toEqual([]);
  await userEvent.click(bouton);
  await screen.findByRole('heading', {
    level: 2,
    name: 'Vous êtes en liste d’attente, au rang 1',
  });
  expect(texte()).toContain('L’entreprise n’est pas prévenue de votre demande.');
  expect(texte()).toContain('Votre autre demande pour ce parcours, D-prem2r, garde sa place.');
  expect(texte()).not.toContain('C’est confirmé');
  expect(await defauts()).toEqual([]);
});

it('une première demande ne dit rien d’une autre', async () => {
  confirmer(uneDemande('a-confirmer', { ...aConfirmer, autre: null }));
  await screen.findByRole('button', { name: 'Confirmer mon intérêt' });
  expect(texte()).not.toContain('Vous avez déjà');
});
