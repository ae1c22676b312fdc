import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Accepter } from '../../../src/demande/Accepter.tsx';
import { Confirmer } from '../../../src/demande/Confirmer.tsx';
import type { Reponse } from '../../../src/formulaire/appels/fonctions.ts';
import { animer, defauts } from '../ilot.tsx';
import { service, texte, uneDemande } from './lien-simule.ts';

vi.mock(
  '../../../src/formulaire/appels/fonctions.ts',
  async () => (await import('./lien-simule.ts')).fonctions,
);

const PAGES = {
  confirmer: { page: Confirmer, portee: 'confirmer-demande' },
  accepter: { page: Accepter, portee: 'accepter-proposition' },
};

const titre = (nom: string) => screen.findByRole('heading', { level: 2, name: nom });

function ouvrir(nom: keyof typeof PAGES, ...reponses: Reponse[]) {
  const { page: Page, portee } = PAGES[nom];
  service.reponses = reponses.map((reponse) => ({ portee, ...reponse }));
  history.replaceState(null, '', `/interet/${nom}/#jeton-d-essai`);
  return animer(<Page fonctions="https://service.example" delais={{ reponse: 14, accueil: 30 }} />);
}

describe('ce qui est déjà fait', () => {
  it.each([
    ['active', {}, 'Nous avons écrit à l’entreprise.'],
    ['a-verifier', {}, 'Vous écrivez d’une adresse que le service ne reconnaît pas.'],
    ['en-attente', { rang: 2 }, 'Vous êtes en liste d’attente, au rang 2.'],
  ])(
    'une demande confirmée (%s) le dit quand on la rouvre, et où elle en est',
    async (statut, champs, dit) => {
      ouvrir('confirmer', uneDemande(statut, champs));
      await titre('Votre demande D-abc123 est déjà confirmée');
      expect(texte()).toContain(dit);
      // Le courriel est déjà arrivé : il ne s'annonce plus.
      expect(texte()).not.toMatch(/Votre demande part|Vous recevez/);
      expect(screen.queryByRole('button')).toBeNull();
      expect(await defauts()).toEqual([]);
    },
  );

  it('confirmée depuis un autre onglet, elle donne sa référence', async () => {
    const ailleurs = uneDemande('active', { reference: 'D-autre2', deja: true });
    ouvrir('confirmer', uneDemande('a-confirmer', { expireLe: '2026-11-25T08:05:00Z' }), ailleurs);
    await userEvent.click(await screen.findByRole('button', { name: 'Confirmer mon intérêt' }));
    expect(document.activeElement).toBe(await titre('Votre demande D-autre2 est déjà confirmée'));
    expect(await defauts()).toEqual([]);
  });

  it('un parcours accepté le dit quand on rouvre le courriel', async () => {
    ouvrir('accepter', uneDemande('active'));
    await titre('Votre demande D-abc123 est déjà acceptée');
    expect(texte()).toContain('Nous avons écrit à l’entreprise.');
    expect(await defauts()).toEqual([]);
  });
});
