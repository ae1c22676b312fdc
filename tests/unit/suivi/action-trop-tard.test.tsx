import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { enEtat, JOURNAUX, reponse } from '../../fabriques-etats.ts';
import { unJournal } from '../../fabriques-suivi.ts';
import { defauts } from '../ilot.tsx';
import { appuyer, dit, fait, faites, ouvrir, recommencer, titre } from './un-dossier-ouvert.tsx';
import { service } from './un-service.ts';

vi.mock('../../../src/formulaire/appels/fonctions.ts', () => import('./un-service.ts'));

beforeEach(recommencer);

describe('une action arrivée trop tard', () => {
  const relance = [
    'relance',
    'acheteur',
    { a: 'entreprise', palier: 'manuelle', ancre: null },
    '2026-12-05T08:58:00.000Z',
  ] as const;

  it('dit qui a agi, et garde ce qui est tapé pour le renvoyer avec une clé neuve', async () => {
    const frais = reponse(
      unJournal(...JOURNAUX['reponse-attendue'].faits, [...relance]),
      'entreprise',
      '2026-12-05T08:59:30.000Z',
    );
    const dernier = { auteur: 'acheteur', genre: 'relance', le: '2026-12-05T08:58:00.000Z' };
    const par = { ...dernier, dit: 'L’acheteur a relancé l’entreprise, il y a 1 minute.' };
    ouvrir(enEtat('reponse-attendue', 'entreprise'), 'reporter');
    fireEvent.input(await screen.findByLabelText(/Vous répondrez/), {
      target: { value: '2027-01-04' },
    });
    await userEvent.selectOptions(screen.getByLabelText('Raison du report'), 'activite');
    await appuyer('Continuer');
    await screen.findByRole('region', { name: /Relisez/ });
    service.reponses = [
      { ...frais, statut: 'depasse', par },
      fait(enEtat('reporte', 'entreprise')),
    ];
    await appuyer('Demander ce report');
    const avis = await screen.findByText(dit('L’acheteur a relancé l’entreprise, il y a 1 minute'));
    expect(avis.textContent).toMatch(/toujours là/);
    expect(document.activeElement).toBe(avis.parentElement);
    expect(screen.getByLabelText<HTMLSelectElement>('Raison du report').value).toBe('activite');
    expect(await defauts()).toEqual([]);
    await appuyer('Continuer');
    await screen.findByRole('region', { name: /Relisez/ });
    await appuyer('Demander ce report');
    await screen.findByText(/C’est enregistré/);
    const [premier, second] = faites();
    expect(second).toMatchObject({ vu: 4, jusquAu: '2027-01-04' });
    expect(second?.cle).not.toBe(premier?.cle);
  });

  it('qui n’est plus permise montre ce qui était écrit', async () => {
    ouvrir(enEtat('creneau-a-choisir', 'tutrice'), 'ecarter-creneaux');
    await userEvent.type(await screen.findByLabelText(/Vos disponibilités/), 'Plutôt le matin.');
    await appuyer('Continuer');
    await screen.findByRole('region', { name: /Relisez/ });
    service.reponses = [{ ...enEtat('retire', 'tutrice'), statut: 'interdite' }];
    await appuyer('Demander d’autres créneaux');
    await screen.findByText(/Votre action n’a pas été enregistrée/);
    expect(document.querySelector('.csf-maintenant__avis blockquote')?.textContent).toMatch(
      /Plutôt le matin/,
    );
    expect(screen.queryByRole('form')).toBeNull();
    expect(await defauts()).toEqual([]);
  });

  it('en panne, garde la saisie et la même clé, et propose un courriel', async () => {
    ouvrir(enEtat('reponse-attendue', 'acheteur'), 'relancer');
    await titre('Relancer l’entreprise');
    await appuyer('Envoyer le rappel');
    const refus = await screen.findByRole('group', { name: 'Rien n’a été envoyé' });
    expect(
      within(refus)
        .getByRole('link', { name: /courriel/ })
        .getAttribute('href'),
    ).toMatch(/D-h7k2mn/);
    expect(await defauts()).toEqual([]);
    service.reponses = [fait(enEtat('reponse-attendue', 'acheteur'))];
    await appuyer('Envoyer le rappel');
    await screen.findByText(/C’est enregistré/);
    const [premier, second] = faites();
    expect(second?.cle).toBe(premier?.cle);
  });

  it('coupée avec son lien, dit que le lien ne marche plus', async () => {
    ouvrir(enEtat('reponse-attendue', 'acheteur'), 'relancer');
    await titre('Relancer l’entreprise');
    service.reponses = [{ statut: 'lien-inconnu' }];
    await appuyer('Envoyer le rappel');
    expect(document.activeElement).toBe(await titre('Ce lien ne marche plus'));
    expect(document.querySelector('h1')?.textContent).toBe('Suivre un parcours');
  });
});
