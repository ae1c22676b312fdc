import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { enEtat } from '../../fabriques-etats.ts';
import { contactParti, finDiteParLaTutrice } from '../../fabriques-moments.ts';
import { appuyer, dit, fait, faites, ouvrir, recommencer } from './un-dossier-ouvert.tsx';
import { service } from './un-service.ts';

vi.mock('../../../src/formulaire/appels/fonctions.ts', () => import('./un-service.ts'));

beforeEach(recommencer);

describe('les champs d’une action', () => {
  it('avertit sans bloquer, et bloque une coordonnée', async () => {
    ouvrir(enEtat('creneau-a-choisir', 'tutrice'), 'ecarter-creneaux');
    const champ = await screen.findByLabelText(/Vos disponibilités/);
    await userEvent.type(champ, 'Sa mère est malade.');
    await waitFor(() => expect(document.querySelectorAll('.csf-vigilance p').length).toBe(2), {
      timeout: 3000,
    });
    await userEvent.clear(champ);
    await userEvent.type(champ, 'Écrire à sam@lycee.example');
    await appuyer('Continuer');
    await screen.findByRole('link', { name: /Retirez l’adresse électronique/ });
  });

  it('choisit d’avance la semaine oubliée, et n’en laisse pas d’autre vide', async () => {
    ouvrir(enEtat('accueil-en-cours', 'entreprise'), 'declarer-heures');
    const liste = await screen.findByLabelText<HTMLSelectElement>('Semaine');
    expect(liste.value).toBe('2027-02-01');
    expect([...liste.options].map(({ value }) => value)).not.toContain('');
    const heures = screen.getByLabelText<HTMLInputElement>(/Heures faites/);
    expect([heures.type, heures.inputMode]).toEqual(['text', 'decimal']);
    await appuyer('Continuer');
    await screen.findByRole('link', { name: dit('de 0 à 35') });
    await userEvent.type(heures, '28');
    await appuyer('Continuer');
    await screen.findByText('28');
    service.reponses = [fait(enEtat('accueil-en-cours', 'entreprise'))];
    await appuyer('Enregistrer ces heures');
    await screen.findByText(/C’est enregistré/);
    expect(faites()).toMatchObject([{ lundi: '2027-02-01', heures: '28' }]);
  });

  it('dit à l’acheteur lequel des contacts n’est plus le bon, et le propose d’abord', async () => {
    ouvrir(contactParti('acheteur', 1, 'entreprise-2'), 'nommer-contact');
    await screen.findByText(dit('dit que ce n’est plus lui'));
    const [premier] = screen.getAllByRole<HTMLInputElement>('radio');
    expect(premier?.value).toBe('entreprise-2');
  });

  it('confirme d’un geste les heures que la tutrice a dites, ou les corrige', async () => {
    ouvrir(finDiteParLaTutrice('entreprise'), 'confirmer-heures');
    const heures = await screen.findByLabelText<HTMLInputElement>('Heures faites en tout');
    expect(heures.value).toBe('300');
    await userEvent.clear(heures);
    await userEvent.type(heures, '120');
    await appuyer('Continuer');
    await screen.findByRole('link', { name: dit('140 h sont déjà comptées') });
    await userEvent.clear(heures);
    await userEvent.type(heures, '280');
    await appuyer('Continuer');
    service.reponses = [fait(enEtat('bilan-a-faire', 'entreprise'))];
    await appuyer('Confirmer ces heures');
    await screen.findByText(/C’est enregistré/);
    expect(faites()).toMatchObject([{ heures: '280' }]);
  });

  it('corrige les heures comptées, dans leurs bornes, et avec une raison', async () => {
    ouvrir(enEtat('termine', 'equipe'), 'corriger-heures');
    await screen.findByText(dit('Décompté du parcours : 300 h\\.'));
    const heures = await screen.findByLabelText<HTMLInputElement>(/Heures faites en tout/);
    expect(heures.value).toBe('');
    await userEvent.type(heures, '301');
    const raison = screen.getByLabelText(/Pourquoi cette correction/);
    await userEvent.type(raison, 'Erreur.');
    await appuyer('Continuer');
    await screen.findByRole('link', { name: dit('la raison de la correction') });
    await userEvent.clear(raison);
    await userEvent.type(raison, 'Le relevé signé en dit moins.');
    await appuyer('Continuer');
    await screen.findByRole('link', { name: dit('300 h au plus') });
    await userEvent.clear(heures);
    await userEvent.type(heures, '0');
    await appuyer('Continuer');
    await screen.findByText('Relisez avant d’enregistrer');
    service.reponses = [fait(enEtat('termine', 'equipe'))];
    await appuyer('Enregistrer la correction');
    await screen.findByText(/C’est enregistré/);
    expect(faites()).toMatchObject([{ heures: '0', precision: 'Le relevé signé en dit moins.' }]);
  });

  it('dit à l’équipe ce qui attend encore d’être confirmé', async () => {
    ouvrir(finDiteParLaTutrice('equipe'), 'corriger-heures');
    await screen.findByText(dit('Décompté du parcours : 140 h, et 160 h à confirmer\\.'));
  });

  it('ne laisse pas choisir un créneau passé', async () => {
    ouvrir(enEtat('creneau-a-choisir', 'tutrice', '2026-12-14T10:00:00.000Z'), 'choisir-creneau');
    const choix = await screen.findAllByRole<HTMLInputElement>('radio');
    expect(choix.map(({ disabled }) => disabled)).toEqual([true, false, false]);
    await appuyer('Continuer');
    await userEvent.click(await screen.findByRole('link', { name: 'Choisissez un créneau.' }));
    expect(document.activeElement).toBe(choix[1]);
  });

  it('refuse sur place une réunion à venir, et un report trop long', async () => {
    const premier = ouvrir(enEtat('reunion-prevue', 'tutrice'), 'noter-reunion');
    fireEvent.input(await screen.findByLabelText('Jour de la réunion'), {
      target: { value: '2026-12-20' },
    });
    await appuyer('Continuer');
    await screen.findByRole('link', { name: 'Cette date n’est pas encore arrivée.' });
    premier.unmount();
    premier.container.remove();
    ouvrir(enEtat('reponse-attendue', 'entreprise'), 'reporter');
    fireEvent.input(await screen.findByLabelText(/Vous répondrez/), {
      target: { value: '2027-06-01' },
    });
    await userEvent.selectOptions(screen.getByLabelText('Raison du report'), 'activite');
    await appuyer('Continuer');
    await screen.findByRole('link', { name: dit('30 jours au plus') });
  });
});
