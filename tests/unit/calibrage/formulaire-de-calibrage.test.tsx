import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Calibrer } from '../../../src/calibrage/Calibrer.tsx';
import { animer, defauts } from '../ilot.tsx';

const ouvrir = (recherche = '') => {
  history.replaceState(null, '', `/acheteur/calibrer/${recherche}`);
  return animer(<Calibrer />);
};

beforeEach(() => {
  document.body.replaceChildren();
});

const montant = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Montant ferme/ });
const duree = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Durée ferme/ });
const bouton = (name: string) => screen.getByRole('button', { name });
const resume = () => screen.getByRole('status').textContent.replace(/\s/g, ' ');
const attendreResume = (texte: string) =>
  waitFor(() => expect(resume()).toContain(texte), { timeout: 5000 });

describe('calibrer un marché', () => {
  it('invite à répondre, sans rien annoncer de faux', async () => {
    const { container } = ouvrir();
    expect(resume()).toBe('Écrivez le montant de votre marché : le résultat s’affiche ici.');
    expect(container.querySelector('[aria-invalid=true], :required')).toBeNull();
    expect(screen.queryByRole('textbox', { name: /Seuil de commandes/ })).toBeNull();
    expect(await defauts()).toEqual([]);
  });

  it('suit la frappe, une fois finie, et n’écrit l’adresse qu’au champ fini', async () => {
    ouvrir();
    await userEvent.type(montant(), '150 000,50');
    expect(resume()).toContain('Écrivez le montant');
    await attendreResume('9 semaines (300 h)');
    expect(location.search).toBe('');
    await userEvent.tab();
    expect(location.search).toBe('?montant=150000.5');
    expect(await defauts()).toEqual([]);
  });

  it('demandé, donne tout et mène au résultat', async () => {
    ouvrir('?montant=450000&duree=24&jeunes=3&bons=oui&seuil=90000');
    await attendreResume('26 semaines (900 h)');
    expect(screen.getByText(/elle joue au-delà de 90\s000\s€/)).toBeDefined();
    await userEvent.click(bouton('Calculer'));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Le résultat' }));
    expect(screen.getByRole('link', { name: /^Écrire la clause pour/ }).getAttribute('href')).toBe(
      '/acheteur/clause/?heures=900&lots=1&montant=450000&bons=oui&seuil=90000',
    );
    expect(screen.getByText('(retenu)')).toBeDefined();
    expect(await defauts()).toEqual([]);
  });

  it('mène à ce qui manque, et se tait une fois corrigé', async () => {
    ouvrir();
    await userEvent.type(montant(), 'beaucoup');
    await userEvent.type(duree(), '18,5');
    await userEvent.click(bouton('Calculer'));
    expect(document.activeElement).toBe(montant());
    expect(resume()).toContain('Corrigez ce qui est signalé');
    expect(duree().getAttribute('aria-invalid')).toBe('true');
    const messages = document.getElementById(duree().getAttribute('aria-describedby') ?? '');
    expect(messages?.textContent).toContain('durée en mois entiers');
    expect(await defauts()).toEqual([]);
    await userEvent.clear(duree());
    await userEvent.clear(montant());
    await userEvent.type(montant(), '200000');
    await attendreResume('13 semaines (450 h)');
    expect(montant().getAttribute('aria-invalid')).toBe('false');
  });

  it('un marché trop court ne propose ni volume ni clause', async () => {
    ouvrir('?montant=150000&duree=6');
    await attendreResume('trop court');
    expect(screen.queryByText('Les quatre volumes')).toBeNull();
    expect(screen.queryByRole('link', { name: /^Écrire la clause/ })).toBeNull();
    expect(await defauts()).toEqual([]);
  });

  it('efface tout, et revient au montant', async () => {
    ouvrir('?montant=150000&lots=3&bons=oui');
    await userEvent.click(bouton('Effacer'));
    expect(location.search).toBe('');
    expect(montant().value).toBe('');
    expect(screen.getByLabelText<HTMLInputElement>(/Nombre de lots/).value).toBe('1');
    expect(screen.getByRole('checkbox')).toHaveProperty('checked', false);
    expect(document.activeElement).toBe(montant());
    expect(resume()).toContain('Écrivez le montant');
  });

  it('suit l’historique, et oublie les reproches d’avant', async () => {
    ouvrir('?montant=150000');
    await userEvent.clear(montant());
    await userEvent.click(bouton('Calculer'));
    expect(montant().getAttribute('aria-invalid')).toBe('true');
    history.replaceState(null, '', '?montant=90000&acheteur=collectivite');
    act(() => {
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await attendreResume('5 semaines (150 h)');
    expect(montant().getAttribute('aria-invalid')).toBe('false');
    expect(screen.getByLabelText<HTMLSelectElement>('Qui achète').value).toBe('collectivite');
  });

  it('garde ce qui a été tapé avant que la page ne s’anime', async () => {
    history.replaceState(null, '', '/acheteur/calibrer/?montant=150000&duree=24');
    animer(<Calibrer />, (page) => {
      const tape = page.querySelector<HTMLInputElement>('[name=montant]');
      if (tape) tape.value = '90 000';
    });
    await attendreResume('5 semaines (150 h)');
    expect(montant().value).toBe('90 000');
    expect(duree().value).toBe('24');
  });
});
