import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { uneLigneDeTableau, unTableau } from '../../fabriques-tableau.ts';
import { animer, defauts } from '../ilot.tsx';
import {
  JETON,
  PAGES,
  bouton,
  desLignes,
  ouvrir,
  partirDeZero,
  references,
  titre,
  titreDuDocument,
} from './ouvrir.tsx';
import { service } from './service.ts';

vi.mock(
  '../../../src/formulaire/appels/fonctions.ts',
  async () => (await import('./service.ts')).fonctions,
);
vi.mock(
  '../../../src/lieux/appels/communes.ts',
  async () => (await import('./service.ts')).communes,
);

partirDeZero();

describe('les filtres de l’équipe', () => {
  const menu = (nom: string) => screen.getByRole<HTMLSelectElement>('combobox', { name: nom });
  const choix = (nom: string) => [...menu(nom).options].map(({ text }) => text);

  it('disent ce que chaque choix garde, et taisent ce qui ne garde rien', async () => {
    await ouvrir('equipe', { lignes: desLignes(6) });
    expect(choix('Académie')).toEqual(['Toutes', 'Versailles (2)', 'Lyon (2)', 'Nantes (2)']);
    expect(choix('Qui doit agir')).toEqual(['Tous', 'Tuteur ou tutrice (3)', 'Entreprise (3)']);
    expect(choix('État')).toEqual(['Tous', 'Réponse attendue (6)']);
    await userEvent.selectOptions(menu('Académie'), 'lyon');
    expect(choix('Qui doit agir')).toEqual(['Tous', 'Tuteur ou tutrice (1)', 'Entreprise (1)']);
    expect(screen.getByRole('checkbox', { name: 'En retard (0)' })).toBeDefined();
    await screen.findByText('2 dossiers');
    await titreDuDocument('2 dossiers – Le tableau');
    expect(await defauts()).toEqual([]);
  });

  it('s’écrivent dans l’adresse, qui les rend à qui recharge la page ou revient en arrière', async () => {
    history.replaceState(null, '', `/equipe/?qui=entreprise&retard=oui#${JETON}`);
    await ouvrir('equipe', { lignes: desLignes(12) });
    await screen.findByText('2 dossiers, dont 2 en retard');
    expect(menu('Qui doit agir').value).toBe('entreprise');
    await userEvent.selectOptions(menu('Académie'), 'versailles');
    expect(location.search).toBe('?academie=versailles&qui=entreprise&retard=oui');
    act(() => {
      history.replaceState(null, '', '/equipe/?retard=oui');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    expect(menu('Académie').value).toBe('');
    await screen.findByText('4 dossiers, dont 4 en retard');
    await userEvent.click(bouton('Effacer les filtres'));
    expect(location.search).toBe('');
    expect(document.activeElement).toBe(menu('Académie'));
    expect(references()).toHaveLength(12);
  });

  it('qui ne gardent rien le disent, sans rien à emporter', async () => {
    history.replaceState(null, '', `/equipe/?academie=nantes&qui=equipe#${JETON}`);
    await ouvrir('equipe', { lignes: desLignes(3) });
    await screen.findByText('Aucun dossier');
    expect(screen.getByText(/Aucun dossier ouvert ne correspond/)).toBeDefined();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Télécharger en CSV' })).toBeNull();
    expect(menu('Qui doit agir').selectedOptions[0]?.text).toBe('Équipe CSF (0)');
    expect(await defauts()).toEqual([]);
  });

  it('par académie valent aussi pour les parcours à surveiller', async () => {
    const { parcours } = uneLigneDeTableau();
    await ouvrir('equipe', {
      lignes: desLignes(3),
      parcoursSansJeune: [
        { ...parcours, id: 'aaaaaaaa', academie: 'lyon', derniereFin: '2027-05-01' },
        { ...parcours, id: 'bbbbbbbb', academie: 'nantes', derniereFin: null },
      ],
    });
    await titre('Parcours sans jeune (2)');
    expect(screen.getByText('Se termine le 1er mai 2027')).toBeDefined();
    await userEvent.selectOptions(menu('Académie'), 'nantes');
    await titre('Parcours sans jeune (1)');
    expect(screen.queryByText(/Se termine/)).toBeNull();
  });

  it('de l’adresse ne filtrent pas le tableau d’un acheteur', async () => {
    history.replaceState(null, '', `/suivi/dossiers/?qui=equipe#${JETON}`);
    await ouvrir('acheteur', { role: 'acheteur', lignes: desLignes(3) });
    expect(references()).toHaveLength(3);
  });
});

describe('le tableau d’une coordination', () => {
  it('nomme son académie, et ne propose rien à écrire', async () => {
    const lignes = desLignes(3).map(({ jeton: _, ...ligne }) => ligne);
    service.reponses = [unTableau({ role: 'coordination', academie: 'versailles', lignes })];
    animer(PAGES.equipe);
    await titre('Les dossiers de l’académie : Versailles');
    await titreDuDocument('3 dossiers, dont 1 en retard – Versailles – ');
    expect(within(screen.getByRole('table')).queryByRole('link')).toBeNull();
    expect(screen.queryByLabelText('Académie')).toBeNull();
    expect(screen.queryByRole('region', { name: /Courriels/ })).toBeNull();
    await userEvent.selectOptions(screen.getByLabelText('Qui doit agir'), 'tutrice');
    await userEvent.click(bouton('Effacer les filtres'));
    expect(document.activeElement).toBe(screen.getByLabelText('État'));
    expect(await defauts()).toEqual([]);
  });
});
