import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { enEtat } from '../../fabriques-etats.ts';
import { absentDeSuite, repondueAuTelephone } from '../../fabriques-moments.ts';
import { defauts } from '../ilot.tsx';
import {
  appuyer,
  bouton,
  dit,
  fait,
  faites,
  ouvrir,
  recommencer,
  titre,
} from './un-dossier-ouvert.tsx';
import { service } from './un-service.ts';

vi.mock('../../../src/formulaire/appels/fonctions.ts', () => import('./un-service.ts'));

beforeEach(recommencer);

const choisir = async (nom: string) => userEvent.click(await screen.findByLabelText(dit(nom)));

describe('« L’entreprise m’a répondu »', () => {
  it('ne demande que ce que la réponse appelle, et part une fois relue', async () => {
    ouvrir(enEtat('reponse-attendue', 'tutrice'));
    await titre('^En attente de l’entreprise');
    await appuyer('L’entreprise m’a répondu');
    await choisir('Par téléphone');
    expect(screen.queryByLabelText('Jour du rendez-vous')).toBeNull();
    await choisir('Un rendez-vous');
    const jour = await screen.findByLabelText<HTMLInputElement>('Jour du rendez-vous');
    expect([jour.min, jour.max].every((borne) => borne !== '')).toBe(true);
    expect(await defauts()).toEqual([]);
    await choisir('Elle rappellera');
    const rappel = await screen.findByLabelText<HTMLInputElement>(dit('Elle rappelle le'));
    expect(screen.queryByLabelText('Jour du rendez-vous')).toBeNull();
    await appuyer('Continuer');
    await screen.findByRole('link', { name: dit('Écrivez une date') });
    fireEvent.input(rappel, { target: { value: '2027-06-01' } });
    await appuyer('Continuer');
    await screen.findByRole('link', { name: dit('moins de 30 jours') });
    fireEvent.input(rappel, { target: { value: '2026-12-14' } });
    await appuyer('Continuer');
    const relecture = await screen.findByRole('region', { name: /Relisez avant d’enregistrer/ });
    expect(relecture.textContent).toMatch(/Elle rappelle lelundi\s14\sdécembre\s2026/);
    service.reponses = [
      fait(
        repondueAuTelephone('tutrice', {
          canal: 'telephone',
          quoi: 'rappel',
          rappelLe: '2026-12-14',
        }),
      ),
    ];
    await appuyer('Enregistrer cette réponse');
    await screen.findByText(dit('C’est enregistré'));
    expect(faites()).toMatchObject([
      {
        action: 'rapporter-reponse',
        canal: 'telephone',
        quoi: 'rappel',
        le: '2026-12-14',
      },
    ]);
    await titre('elle a annoncé un appel le 14 décembre 2026, selon le tuteur ou la tutrice');
    await screen.findByText(dit('L’entreprise a reçu un courriel pour le confirmer'));
  });

  it('exige la raison d’un refus, et reprend la réponse d’un brouillon', async () => {
    const premier = ouvrir(enEtat('reponse-attendue', 'equipe'), 'rapporter-reponse');
    await choisir('Un refus');
    await appuyer('Continuer');
    await screen.findByRole('link', { name: dit('Dites pourquoi') });
    expect(screen.getByLabelText(dit('La raison qu’elle a donnée'))).toHaveProperty(
      'required',
      true,
    );
    premier.unmount();
    premier.container.remove();
    ouvrir(enEtat('reponse-attendue', 'equipe'), 'rapporter-reponse');
    await screen.findByLabelText('Pourquoi');
  });

  it('se confirme par l’entreprise, d’un bouton mis en tête, sans rien à taper', async () => {
    ouvrir(repondueAuTelephone('entreprise'));
    await screen.findByText(dit('C’est noté en votre nom, selon le tuteur ou la tutrice'));
    const confirmer = bouton('Oui, c’est bien cela');
    expect(confirmer.className).toBe('fr-btn');
    await userEvent.click(confirmer);
    await screen.findByText(/Ce n’est pas cela/);
    expect(faites()).toEqual([]);
    expect(await defauts()).toEqual([]);
    service.reponses = [fait(repondueAuTelephone('entreprise'))];
    await userEvent.click(screen.getAllByRole('button', { name: /c’est bien cela/ })[0] as Element);
    await waitFor(() => expect(faites()).toMatchObject([{ action: 'confirmer-rapport' }]));
  });
});

describe('une absence', () => {
  it('part d’un seul geste, et s’offre aussitôt à retirer', async () => {
    ouvrir(enEtat('accueil-en-cours', 'entreprise'));
    await titre('^C’est à vous');
    service.reponses = [fait(absentDeSuite('entreprise', 1))];
    await appuyer('Absent aujourd’hui');
    await screen.findByText(dit('a signalé le jeune absent'), {
      selector: '.csf-maintenant__avis *',
    });
    expect(faites()).toMatchObject([{ action: 'signaler-absence' }]);
    expect(screen.queryByRole('button', { name: 'Absent aujourd’hui' })).toBeNull();
    service.reponses = [fait(enEtat('accueil-en-cours', 'entreprise'))];
    await appuyer('retirer l’absence');
    await waitFor(() => expect(faites()).toMatchObject([{}, { action: 'retirer-absence' }]));
    expect(await defauts()).toEqual([]);
  });

  it('attend un clic quand le lien d’un courriel l’ouvre, et quand le service ne répond pas', async () => {
    const premier = ouvrir(enEtat('accueil-en-cours', 'entreprise'), 'signaler-absence');
    await screen.findByText(dit('reçoit aussitôt un courriel'));
    expect(faites()).toEqual([]);
    premier.unmount();
    premier.container.remove();
    ouvrir(enEtat('accueil-en-cours', 'entreprise'));
    await titre('^C’est à vous');
    service.reponses = [{ statut: 'indisponible' }];
    await appuyer('Absent aujourd’hui');
    await screen.findByText(dit('reçoit aussitôt un courriel'));
    await screen.findByRole('button', { name: dit('Prévenir le tuteur ou la tutrice') });
    expect(await defauts()).toEqual([]);
  });

  it.each(['entreprise', 'tutrice'] as const)(
    'trois jours de suite, propose de se voir : %s',
    async (role) => {
      ouvrir(absentDeSuite(role, 3));
      await screen.findByText(dit('Absent 3 jours de suite : voyez-vous cette semaine'));
    },
  );
});
