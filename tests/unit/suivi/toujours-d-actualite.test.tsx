import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DORMANTS } from '../../../src/suivi/regles/etats.ts';
import { enEtat } from '../../fabriques-etats.ts';
import { questionPosee } from '../../fabriques-moments.ts';
import { defauts } from '../ilot.tsx';
import {
  appuyer,
  bouton,
  fait,
  faites,
  JETON,
  ouvrir,
  recommencer,
  titre,
} from './un-dossier-ouvert.tsx';
import { service } from './un-service.ts';

vi.mock('../../../src/formulaire/appels/fonctions.ts', () => import('./un-service.ts'));

beforeEach(recommencer);

const QUESTION = '^Toujours d’actualité';

describe('« toujours d’actualité ? »', () => {
  it.each(DORMANTS)('se pose en tête à la tutrice, sans rien à ouvrir : « %s »', async (etat) => {
    const { container } = ouvrir(questionPosee('tutrice', etat));
    const question = await titre(QUESTION);
    await waitFor(() =>
      expect(document.title).toMatch(/^Toujours d’actualité\s\? – Préparer une commande/),
    );
    expect(document.activeElement).not.toBe(question);
    expect(question.parentElement?.textContent).toMatch(
      /close le lundi\s18\sjanvier\s2027\s:\svotre place va/,
    );
    const boutons = [...container.querySelectorAll('.csf-maintenant button')];
    expect(boutons[0]).toBe(bouton('Oui, toujours d’actualité'));
    expect(boutons).toHaveLength(questionPosee('tutrice', etat).actions.length);
    expect(container.querySelectorAll('form .fr-input, form .fr-select')).toHaveLength(0);
    // Rien ne s'y écrit : aucun brouillon n'est promis.
    expect(screen.queryByLabelText(/Ordinateur partagé/)).toBeNull();
    expect(await defauts()).toEqual([]);
  });

  it('se répond d’un bouton, une fois, et la page le dit', async () => {
    ouvrir(questionPosee('tutrice'));
    await titre(QUESTION);
    service.reponses = [fait(enEtat('reponse-attendue', 'tutrice'))];
    await appuyer('Oui, toujours d’actualité');
    await screen.findByText(/C’est enregistré/);
    expect(faites()).toMatchObject([{ jeton: JETON, vu: 4, action: 'toujours-actuel' }]);
    expect(screen.queryByRole('heading', { name: /actualité/ })).toBeNull();
    expect(await defauts()).toEqual([]);
  });

  it('ouverte par le courriel, prend le focus et ne fait rien d’elle-même', async () => {
    ouvrir(questionPosee('tutrice'), 'toujours-actuel');
    await waitFor(() => expect(document.activeElement).toBe(document.querySelector('#action')));
    expect(document.activeElement?.textContent).toMatch(/^Toujours d’actualité/);
    expect(faites()).toEqual([]);
  });

  it('laisse la place au formulaire d’une autre action, et revient si l’on y renonce', async () => {
    ouvrir(questionPosee('tutrice'));
    await titre(QUESTION);
    await appuyer('Retirer la demande');
    expect(screen.queryByRole('heading', { name: /actualité/ })).toBeNull();
    await appuyer('Annuler');
    await titre(QUESTION);
  });

  it('ne se pose à personne d’autre', async () => {
    ouvrir(questionPosee('entreprise'));
    await titre('^C’est à vous');
    expect(screen.queryByRole('heading', { name: /actualité/ })).toBeNull();
  });
});
