import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { unTableau } from '../../fabriques-tableau.ts';
import { animer, defauts } from '../ilot.tsx';
import {
  JETON,
  PAGES,
  bouton,
  desLignes,
  ouvrir,
  partirDeZero,
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

describe.each(['acheteur', 'equipe'] as const)('le lien d’un tableau : %s', (page) => {
  it.each([
    ['lien-inconnu', 'Ce lien n’est pas connu'],
    ['lien-expire', 'Ce lien a expiré'],
  ])('%s : dit pourquoi, et propose d’en recevoir un autre', async (statut, dit) => {
    service.reponses = [{ statut }];
    animer(PAGES[page]);
    await titre(dit);
    await titreDuDocument(`${dit} – Le tableau`);
    const lien = screen.getByRole('link', { name: 'Recevoir mes liens par courriel' });
    expect(lien.getAttribute('href')).toBe('/suivi/retrouver/');
    expect(await defauts()).toEqual([]);
  });

  it('sans lien, dit qui le reçoit', async () => {
    history.replaceState(null, '', '/equipe/');
    animer(PAGES[page]);
    await titre('Ouvrez le lien de votre courriel');
    expect(screen.getByText(/s’ouvre avec un lien personnel/)).toBeDefined();
    expect(await defauts()).toEqual([]);
  });

  it('en panne, se réessaie, et le tableau revient sous le focus', async () => {
    animer(PAGES[page]);
    await titre('Le service ne répond pas');
    expect(await defauts()).toEqual([]);
    service.reponses = [unTableau({ lignes: desLignes(2) })];
    await userEvent.click(bouton('Réessayer'));
    await screen.findByRole('table');
    expect(document.activeElement?.tagName).toBe('H2');
  });

  it('une réponse qui n’est pas un tableau se dit comme une panne', async () => {
    service.reponses = [{ statut: 'ouvert' }];
    animer(PAGES[page]);
    await titre('Le service ne répond pas');
  });

  it('fermé, le tableau est oublié, et le focus va à ce qui le dit', async () => {
    await ouvrir(page, { lignes: desLignes(2) });
    await userEvent.click(bouton('Fermer ce tableau'));
    expect(document.activeElement).toBe(await titre('Ce tableau est fermé'));
    expect(screen.queryByRole('table')).toBeNull();
    expect(sessionStorage).toHaveLength(0);
    expect(await defauts()).toEqual([]);
  });

  it('actualisé, il est relu par le même lien ; le titre reçoit le focus, le même compte n’est pas redit', async () => {
    await ouvrir(
      page,
      { lignes: desLignes(4) },
      { lignes: desLignes(4) },
      { lignes: desLignes(1) },
    );
    const zone = await screen.findByText('4 dossiers, dont 2 en retard');
    expect(zone.getAttribute('role')).toBe('status');
    const dits: (string | null)[] = [];
    const veille = new MutationObserver(() => dits.push(zone.textContent));
    veille.observe(zone, { childList: true, characterData: true, subtree: true });
    await userEvent.click(bouton('Actualiser'));
    expect(document.activeElement?.tagName).toBe('H2');
    expect(dits).toEqual([]);
    await userEvent.click(bouton('Actualiser'));
    await screen.findByText('1 dossier, dont 1 en retard');
    expect(dits).toEqual(['1 dossier, dont 1 en retard']);
    veille.disconnect();
    expect(service.recus).toEqual(Array(3).fill(['suivi/lire-lien', { jeton: JETON }]));
  });
});
