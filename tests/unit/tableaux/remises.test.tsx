import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { CourrielNonRemis } from '../../../src/tableaux/regles/tableau-lu.ts';
import { unSuiviDeTableau, uneLigneDeTableau } from '../../fabriques-tableau.ts';
import { defauts } from '../ilot.tsx';
import { bouton, enClair, ouvrir, partirDeZero } from './ouvrir.tsx';

vi.mock(
  '../../../src/formulaire/appels/fonctions.ts',
  async () => (await import('./service.ts')).fonctions,
);
vi.mock(
  '../../../src/lieux/appels/communes.ts',
  async () => (await import('./service.ts')).communes,
);

partirDeZero();

const uneRemise = (rang: number, champs: Partial<CourrielNonRemis> = {}): CourrielNonRemis => ({
  id: `4f0f5d9e-5a53-4b39-8b44-1f5a6a0a${String(rang).padStart(4, '0')}`,
  gabarit: 'interet-entreprise',
  quoi: 'non-remis',
  role: 'entreprise-1',
  dossiers: ['D-bcdfgh'],
  le: '2027-01-12T10:00:00Z',
  ...champs,
});

describe('les courriels que le fournisseur dit ne pas être arrivés', () => {
  it('se lisent par rôle et par dossier, sans adresse', async () => {
    await ouvrir('equipe', {
      remises: [
        uneRemise(1),
        uneRemise(2, { quoi: 'retarde', role: 'acheteur', gabarit: 'interet-copie' }),
        uneRemise(3, { quoi: 'plainte', role: 'tutrice', dossiers: ['D-bcdfgh', 'D-jklmnp'] }),
      ],
    });
    const liste = screen.getByRole('region', { name: 'Courriels refusés ou en retard (3)' });
    expect(
      within(liste)
        .getAllByRole('listitem')
        .map(({ textContent }) => enClair(textContent)),
    ).toEqual([
      'Le contact du marché, dans l’entrepriseDemande de rendez-vous à l’entreprise, refusé le 12 janvier 2027Dossier D-bcdfgh',
      'L’acheteurCopie de la demande à l’acheteur, en retard depuis le 12 janvier 2027Dossier D-bcdfgh',
      'Le tuteur ou la tutriceDemande de rendez-vous à l’entreprise, classé comme indésirable le 12 janvier 2027Dossiers D-bcdfgh, D-jklmnp',
    ]);
    expect(await defauts()).toEqual([]);
  });

  it('nombreux, se déplient ; le focus va au premier de la suite', async () => {
    await ouvrir('equipe', { remises: Array.from({ length: 12 }, (_, rang) => uneRemise(rang)) });
    await userEvent.click(bouton('Montrer les 12 de la liste « Courriels refusés ou en retard »'));
    const liste = screen.getByRole('region', { name: 'Courriels refusés ou en retard (12)' });
    const elements = within(liste).getAllByRole('listitem');
    expect(document.activeElement).toBe(elements[10]?.querySelector('strong'));
  });

  it('aucun, se dit', async () => {
    await ouvrir('equipe', {});
    expect(
      screen.getByText('Aucun courriel ne s’est perdu ces trente derniers jours.'),
    ).toBeDefined();
  });
});

it('un dossier dit à qui les courriels n’arrivent pas', async () => {
  const suivi = unSuiviDeTableau({}, { nonRemis: ['entreprise-1', 'acheteur'] });
  await ouvrir('equipe', { lignes: [uneLigneDeTableau({ suivi })] });
  expect(
    screen.getByText(
      'Nos courriels n’arrivent pas au contact du marché dans l’entreprise et à l’acheteur.',
    ),
  ).toBeDefined();
});
