import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Confirmer } from '../../../src/demande/Confirmer.tsx';
import { Verifier } from '../../../src/demande/Verifier.tsx';
import type { Reponse } from '../../../src/formulaire/appels/fonctions.ts';
import { animer, defauts } from '../ilot.tsx';
import { service, texte, uneDemande } from './lien-simule.ts';

vi.mock(
  '../../../src/formulaire/appels/fonctions.ts',
  async () => (await import('./lien-simule.ts')).fonctions,
);

const JETON = 'jeton-d-essai-qui-est-assez-long';

const A_VERIFIER = {
  portee: 'verifier-personne',
  statut: 'a-verifier',
  reference: 'D-abc123',
  nom: 'Alix Exemple',
  role: 'tuteur-partenaire',
  etablissement: 'Mission Exemple',
  courriel: 'alix@messagerie.example',
  telephone: null,
  parcours: { id: 'bcdfghjk', intitule: 'Préparer une commande' },
  verification: {
    par: 'coordination',
    depuisLe: '2026-11-24T10:00:00Z',
    relaisLe: '2026-11-26',
    gardeeJusquAu: '2026-12-01',
  },
};

const bouton = (nom: string) => screen.findByRole('button', { name: nom });
const titre = (nom: RegExp) => screen.findByRole('heading', { level: 2, name: nom });

function ouvrir(...reponses: Reponse[]) {
  service.reponses = reponses;
  history.replaceState(null, '', `/interet/verifier/#${JETON}`);
  return animer(<Verifier fonctions="https://service.example" />);
}

beforeEach(() => {
  service.recus = [];
});

describe('dire si l’on connaît une personne', () => {
  it('montre qui demande, depuis quand, et rien de son message ; n’agit que sur un bouton', async () => {
    ouvrir(A_VERIFIER);
    await titre(/^Connaissez-vous/);
    for (const fait of ['Alix Exemple', 'Mission Exemple', 'alix@messagerie.example', 'D-abc123'])
      expect(texte()).toContain(fait);
    expect(texte()).toContain('depuis le mardi 24 novembre 2026');
    expect(texte()).toContain('gardé jusqu’au mardi 1er décembre 2026 compris');
    expect(service.recus).toEqual([['demande/lire-lien', { jeton: JETON }]]);
    expect(await defauts()).toEqual([]);
  });

  it.each([
    ['Je connais cette personne', true, 'connue', /^Merci/],
    ['Je ne la connais pas', false, 'non-verifiee', /^C’est noté/],
  ])('« %s » part une fois, et la page dit la suite', async (nom, connue, statut, dit) => {
    ouvrir(A_VERIFIER, { statut });
    const repondre = await bouton(nom);
    await userEvent.dblClick(repondre);
    expect(document.activeElement).toBe(await titre(dit));
    expect(service.recus.slice(1)).toEqual([
      ['demande/verifier-personne', { jeton: JETON, connue }],
    ]);
    expect(await defauts()).toEqual([]);
  });

  it('quelqu’un a déjà répondu, ou la demande est retirée : la page le dit', async () => {
    ouvrir({ portee: 'verifier-personne', statut: 'close', reference: 'D-abc123' });
    await titre(/^Il n’y a plus rien à vérifier/);
    expect(await defauts()).toEqual([]);
  });

  it('une panne garde le lien, et propose un second essai', async () => {
    ouvrir(A_VERIFIER);
    await userEvent.click(await bouton('Je connais cette personne'));
    await titre(/^Le service ne répond pas/);
    service.reponses = [A_VERIFIER];
    await userEvent.click(await bouton('Réessayer'));
    await titre(/^Connaissez-vous/);
  });
});

describe('la personne qui demande', () => {
  const portee = 'confirmer-demande';
  const A_CONFIRMER = uneDemande('a-confirmer', { portee, expireLe: '2026-11-25T08:05:00Z' });
  const confirmer = (...reponses: Reponse[]) => {
    service.reponses = reponses;
    history.replaceState(null, '', `/interet/confirmer/#${JETON}`);
    return animer(
      <Confirmer fonctions="https://service.example" delais={{ reponse: 14, accueil: 30 }} />,
    );
  };

  it('une adresse que le service ne connaît pas apprend qui vérifie, et jusqu’à quand', async () => {
    const verification = {
      par: 'coordination',
      depuisLe: '2026-11-24T10:00:00Z',
      relaisLe: '2026-11-26',
      gardeeJusquAu: '2026-12-01',
    };
    confirmer(A_CONFIRMER, uneDemande('a-verifier', { portee, verification }));
    await userEvent.click(await screen.findByRole('button', { name: 'Confirmer mon intérêt' }));
    await titre(/^C’est confirmé/);
    expect(texte()).toContain('La coordination de votre académie dit si elle vous connaît.');
    expect(texte()).toContain('depuis le mardi 24 novembre 2026');
    expect(texte()).toContain(
      'Sans réponse le jeudi 26 novembre 2026, l’équipe CSF prend le relais.',
    );
    expect(texte()).toContain('gardé jusqu’au mardi 1er décembre 2026 compris');
    expect(texte()).not.toContain('L’entreprise est prévenue aussitôt.');
    expect(await defauts()).toEqual([]);
  });

  it.each([
    ['parPersonne', 3, 'Vous avez déjà 3 demandes en cours'],
    ['parParcours', 3, 'Vous avez déjà 3 demandes pour ce parcours'],
    ['parEtablissement', 15, 'Votre établissement a déjà 15 demandes en cours'],
    ['enAttente', 5, 'Vous attendez déjà dans 5 listes'],
    ['aVerifier', 1, 'Une autre de vos demandes attend que votre adresse soit vérifiée'],
  ])('au bout de sa part (%s), dit laquelle et comment en retrouver', async (limite, max, dit) => {
    const pleine = { statut: 'trop-de-demandes', limite, max, parcoursId: 'bcdfghjk' };
    confirmer(A_CONFIRMER, pleine);
    await userEvent.click(await screen.findByRole('button', { name: 'Confirmer mon intérêt' }));
    await titre(/^Vous avez déjà beaucoup/);
    expect(texte()).toContain(dit);
    expect(screen.getByRole('link', { name: 'Retrouver mes demandes' }).getAttribute('href')).toBe(
      '/suivi/retrouver/',
    );
    expect(await defauts()).toEqual([]);
  });
});
