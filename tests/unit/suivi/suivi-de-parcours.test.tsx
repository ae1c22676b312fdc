import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ETATS_DE_SUIVI } from '../../../src/suivi/regles/etats.ts';
import { enEtat, JOURNAUX, reponse } from '../../fabriques-etats.ts';
import { finDiteParLaTutrice } from '../../fabriques-moments.ts';
import { unJournal } from '../../fabriques-suivi.ts';
import { defauts } from '../ilot.tsx';
import {
  appuyer,
  bouton,
  dit,
  fait,
  NOM,
  ouvrir,
  ouvrirLaPage,
  recommencer,
  titre,
} from './un-dossier-ouvert.tsx';
import { service } from './un-service.ts';

vi.mock('../../../src/formulaire/appels/fonctions.ts', () => import('./un-service.ts'));

beforeEach(recommencer);

describe.each(['tutrice', 'entreprise', 'acheteur', 'equipe'] as const)(
  'un dossier, vu par : %s',
  (role) => {
    it.each(ETATS_DE_SUIVI)('« %s » se lit sans défaut', async (etat) => {
      const recu = enEtat(etat, role);
      const { container } = ouvrir(recu);
      const region = (await titre('(C’est à vous|En attente|En liste d’attente|Terminé)'))
        .parentElement;
      await waitFor(() => expect(document.title).toBe(`${NOM} – Suivre un parcours`));
      expect(document.querySelector('h1')?.textContent).toBe(NOM);
      expect(container.querySelectorAll('[aria-current=step]')).toHaveLength(1);
      expect(region?.querySelectorAll('button')).toHaveLength(
        recu.actions.filter((action) => action !== 'ouvrir').length,
      );
      const reference = screen.getByText(recu.dossier.reference);
      expect(reference.className).toBe('csf-reference');
      const preuves = () => screen.queryAllByRole('button', { name: /Télécharger|Imprimer/ });
      if (['acheteur', 'equipe'].includes(role))
        await waitFor(() => expect(preuves()).toHaveLength(2));
      else expect(preuves()).toEqual([]);
      expect(await defauts()).toEqual([]);
    });
  },
);

describe('les coordonnées de l’entreprise', () => {
  const promesse = dit('s’afficheront ici dès qu’elle aura proposé un rendez-vous');

  it('se promettent à la tutrice tant qu’elles peuvent venir', async () => {
    ouvrir(enEtat('reponse-attendue', 'tutrice'));
    expect(await screen.findByText(promesse)).toBeTruthy();
  });

  it.each(['refuse', 'retire'] as const)(
    'ne se promettent plus une fois fini (%s)',
    async (fin) => {
      const recu = enEtat(fin, 'tutrice');
      ouvrir({ ...recu, dossier: { ...recu.dossier, contacts: [] } });
      await titre('Terminé');
      expect(screen.queryByText(promesse)).toBeNull();
    },
  );
});

describe('les heures d’un accueil fini', () => {
  const recours = dit('Écrivez à l’équipe CSF, avec la référence du dossier');

  it.each(['tutrice', 'entreprise', 'acheteur'] as const)(
    'se lisent avec celles qui attendent, et à qui dire qu’elles sont fausses : %s',
    async (role) => {
      ouvrir(finDiteParLaTutrice(role));
      await screen.findByText(dit('^140 h, et 160 h à confirmer$'));
      const phrase = screen.getByText(recours);
      expect(phrase.querySelector('a')?.href).toMatch(/^mailto:/);
      expect(await defauts()).toEqual([]);
    },
  );

  it('ne disent pas à l’équipe de s’écrire, ni à personne avant la fin', async () => {
    const page = ouvrir(finDiteParLaTutrice('equipe'));
    await screen.findByText(dit('^140 h, et 160 h à confirmer$'));
    expect(screen.queryByText(recours)).toBeNull();
    page.unmount();
    page.container.remove();
    ouvrir(enEtat('accueil-en-cours', 'tutrice'));
    await titre('En attente');
    expect(screen.queryByText('Décompté du parcours')).toBeNull();
    expect(screen.queryByText(recours)).toBeNull();
  });
});

describe('le lien', () => {
  it('passé à un collègue, ne reste ni à l’écran ni dans l’onglet', async () => {
    ouvrir(enEtat('reponse-attendue', 'acheteur'), 'transmettre');
    await userEvent.type(await screen.findByLabelText(/Prénom et nom/), 'Sam Essai');
    await userEvent.type(screen.getByLabelText(/adresse électronique/), 'sam@acheteur.example');
    await appuyer('Continuer');
    await screen.findByRole('region', { name: /Relisez/ });
    service.reponses = [{ statut: 'fait' }];
    await appuyer('Confirmer');
    expect(document.activeElement).toBe(await titre('le relais est passé'));
    expect(sessionStorage).toHaveLength(0);
    expect(await defauts()).toEqual([]);
  });

  it('se ferme : il faut rouvrir le courriel', async () => {
    ouvrir(enEtat('reponse-attendue', 'tutrice'));
    await titre('^En attente');
    await appuyer('^Fermer$');
    expect(document.activeElement).toBe(await titre('C’est fermé sur cet appareil'));
    expect(sessionStorage).toHaveLength(0);
    expect(document.title).toBe('C’est fermé sur cet appareil – Suivre un parcours');
    expect(await defauts()).toEqual([]);
  });

  it('d’un autre dossier, arrivé dans le même onglet, ferme le formulaire ouvert', async () => {
    ouvrir(enEtat('reponse-attendue', 'acheteur'), 'relancer');
    await titre('Relancer l’entreprise');
    const autre = enEtat('reponse-attendue', 'acheteur');
    service.lu = { ...autre, dossier: { ...autre.dossier, reference: 'D-zzzzzz' } };
    act(() => {
      location.hash = '#unAutreJetonDeQuaranteTroisSignesPourLesEssai';
    });
    await screen.findByText('D-zzzzzz');
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('sans lien, mène à ceux que l’on retrouve', async () => {
    ouvrirLaPage();
    await titre('Ouvrez votre lien personnel');
    expect(screen.getByRole('link', { name: 'Retrouver mes liens' })).toBeDefined();
    expect(await defauts()).toEqual([]);
  });
});

describe('ce que le dossier raconte', () => {
  it('déplie l’histoire, et y mène', async () => {
    const { container } = ouvrir(enEtat('termine', 'acheteur'));
    const tout = await screen.findByRole('button', { name: /Voir les \d+\sfaits plus anciens/ });
    expect(container.querySelectorAll('.csf-ancien').length).toBeGreaterThan(0);
    await userEvent.click(tout);
    expect(document.activeElement).toBe(container.querySelector('.csf-chronologie--entiere'));
    expect(screen.queryByRole('button', { name: /plus anciens/ })).toBeNull();
  });

  it('aide l’entreprise au moment où elle en est', async () => {
    ouvrir(enEtat('reponse-attendue', 'entreprise'));
    expect((await screen.findByRole('link', { name: 'Préparer' })).getAttribute('href')).toBe(
      '/entreprise/preparer/',
    );
  });

  it('note l’ouverture par l’entreprise au premier geste, sans rien déplacer', async () => {
    const ferme = JOURNAUX['reponse-attendue'].faits.slice(0, 2);
    ouvrir(reponse(unJournal(...ferme), 'entreprise', '2026-12-02T09:00:00.000Z'));
    await titre('^C’est à vous');
    expect(service.recus).toEqual([]);
    service.reponses = [fait(enEtat('reponse-attendue', 'entreprise'))];
    bouton('Proposer des créneaux').focus();
    await userEvent.keyboard('{Shift}');
    await waitFor(() => expect(service.recus).toMatchObject([{ action: 'ouvrir', vu: 2 }]));
    await screen.findByText('L’entreprise a ouvert la demande.');
    expect(document.activeElement).toBe(bouton('Proposer des créneaux'));
  });
});
