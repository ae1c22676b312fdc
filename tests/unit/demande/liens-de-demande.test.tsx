import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Accepter } from '../../../src/demande/Accepter.tsx';
import { Confirmer } from '../../../src/demande/Confirmer.tsx';
import { Retirer } from '../../../src/demande/Retirer.tsx';
import type { Reponse } from '../../../src/formulaire/appels/fonctions.ts';
import { animer, defauts } from '../ilot.tsx';
import { service, texte, uneDemande } from './lien-simule.ts';

vi.mock(
  '../../../src/formulaire/appels/fonctions.ts',
  async () => (await import('./lien-simule.ts')).fonctions,
);

const JETON = 'jeton-d-essai-qui-est-assez-long';
const DELAIS = { reponse: 14, accueil: 30 };
const PAGES = {
  confirmer: <Confirmer fonctions="https://service.example" delais={DELAIS} />,
  accepter: <Accepter fonctions="https://service.example" delais={DELAIS} />,
  retirer: <Retirer fonctions="https://service.example" />,
};
const PORTEES = {
  confirmer: 'confirmer-demande',
  accepter: 'accepter-proposition',
  retirer: 'suivre',
};
type Page = keyof typeof PAGES;

/* L'espace d'avant un deux-points est insécable. */
const titre = (nom: string) =>
  screen.findByRole('heading', {
    level: 2,
    name: new RegExp(`^${nom.replaceAll(' ', String.raw`\s`)}$`),
  });
const vers = (nom: string) => screen.getByRole('link', { name: nom }).getAttribute('href');

function ouvrir(page: Page, ...reponses: Reponse[]) {
  const [lue, ...suites] = reponses;
  service.reponses = lue ? [{ portee: PORTEES[page], ...lue }, ...suites] : [];
  history.replaceState(null, '', `/interet/${page}/#${JETON}`);
  return animer(PAGES[page]);
}

beforeEach(() => {
  service.recus = [];
  document.title = 'Confirmer votre intérêt';
});

describe('confirmer son intérêt', () => {
  const A_CONFIRMER = uneDemande('a-confirmer', { expireLe: '2026-11-25T08:05:00Z' });

  it('dit ce qui est demandé et jusqu’à quand ; n’agit que sur le bouton, une fois', async () => {
    ouvrir('confirmer', A_CONFIRMER);
    await titre('Rien n’est encore envoyé à l’entreprise');
    expect(screen.getByRole('status').textContent).toBe('Rien n’est encore envoyé à l’entreprise');
    expect(document.title).toBe(
      'Rien n’est encore envoyé à l’entreprise – Confirmer votre intérêt',
    );
    expect(location.hash).toBe('');
    expect(texte()).toContain('confirmez avant le mercredi 25 novembre 2026 à 9 h 05.');
    expect(texte()).toContain('9 semaines (300 h)');
    expect(texte()).toContain('jeudi 14 janvier 2027');
    expect(vers('Préparer une commande')).toBe('/parcours/bcdfghjk/');
    expect(service.recus).toEqual([['demande/lire-lien', { jeton: JETON }]]);
    expect(await defauts()).toEqual([]);
    service.reponses = [uneDemande('active', { activeLe: '2026-11-24T10:00:00Z' })];
    const confirmer = screen.getByRole('button', { name: 'Confirmer mon intérêt' });
    fireEvent.click(confirmer);
    fireEvent.click(confirmer);
    expect(confirmer.textContent).toBe('Envoi en cours…');
    const fait = await titre('C’est confirmé : nous écrivons à l’entreprise');
    expect(document.activeElement).toBe(fait);
    expect(service.recus).toHaveLength(2);
    expect(service.recus[1]).toEqual(['demande/confirmer-interet', { jeton: JETON }]);
    // Quatorze et trente jours après la confirmation ; le jeune n'est libre qu'après.
    expect(texte()).toContain('mardi 8 décembre 2026');
    expect(texte()).toContain('jeudi 24 décembre 2026');
    expect(texte()).toContain('Le jeune est disponible à partir du jeudi 14 janvier 2027');
    expect(await defauts()).toEqual([]);
  });

  it('un parcours déjà pris donne un rang', async () => {
    ouvrir('confirmer', A_CONFIRMER, uneDemande('en-attente', { rang: 2 }));
    await userEvent.click(await screen.findByRole('button', { name: 'Confirmer mon intérêt' }));
    await titre('Vous êtes en liste d’attente, au rang 2');
    expect(vers('Chercher un autre parcours')).toBe('/parcours/');
    expect(await defauts()).toEqual([]);
  });

  it('un parcours libéré entre-temps renvoie au courriel qui permet d’accepter, ou le redemande', async () => {
    ouvrir('confirmer', uneDemande('proposee'));
    await titre('Ce parcours vient de se libérer pour vous');
    expect(vers('Recevoir un nouveau lien')).toBe('/suivi/retrouver/');
    expect(await defauts()).toEqual([]);
  });

  it('une panne garde le lien, et propose un second essai', async () => {
    ouvrir('confirmer', A_CONFIRMER);
    await userEvent.click(await screen.findByRole('button', { name: 'Confirmer mon intérêt' }));
    const panne = await titre('Le service ne répond pas');
    expect(document.activeElement).toBe(panne);
    expect(await defauts()).toEqual([]);
    service.reponses = [A_CONFIRMER];
    await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
    await screen.findByRole('button', { name: 'Confirmer mon intérêt' });
  });

  it.each([
    ['heures', { restantes: 150 }, 'Il ne reste pas autant d’heures', 'Refaire une demande'],
    ['ferme', {}, 'Ce parcours n’accueille plus', 'Chercher un autre parcours'],
    ['inconnu', {}, 'Ce parcours n’accueille plus', 'Chercher un autre parcours'],
  ])('refusée (%s), dit pourquoi et quoi faire', async (statut, champs, dit, bouton) => {
    ouvrir('confirmer', A_CONFIRMER, { statut, parcoursId: 'bcdfghjk', ...champs });
    await userEvent.click(await screen.findByRole('button', { name: 'Confirmer mon intérêt' }));
    await titre(dit);
    const attendu = bouton === 'Refaire une demande' ? '/interet/?parcours=bcdfghjk' : '/parcours/';
    expect(vers(bouton)).toBe(attendu);
    if (statut === 'heures') expect(texte()).toContain('Il reste 5 semaines (150 h).');
    expect(await defauts()).toEqual([]);
  });

  it('après deux retraits, l’équipe seule peut aller plus vite', async () => {
    ouvrir('confirmer', A_CONFIRMER, { statut: 'limite', secondes: 3600 });
    await userEvent.click(await screen.findByRole('button', { name: 'Confirmer mon intérêt' }));
    await titre('Vous avez déjà retiré deux demandes pour ce parcours');
    expect(screen.queryByRole('link', { name: 'Recevoir un nouveau lien' })).toBeNull();
    expect(screen.getByRole('link', { name: /@/ })).toBeDefined();
  });
});

describe('accepter un parcours libéré', () => {
  it('accepte, ou laisse sa place avec le même lien', async () => {
    ouvrir('accepter', uneDemande('proposee', { expireLe: '2026-11-25T08:05:00Z' }));
    await titre('Le parcours est libre, et il vous attend');
    expect(texte()).toContain('réservé jusqu’au mercredi 25 novembre 2026 à 9 h 05.');
    expect(vers('Laisser ma place')).toBe(`/interet/retirer/#${JETON}`);
    expect(await defauts()).toEqual([]);
    service.reponses = [uneDemande('active', { activeLe: '2026-11-24T10:00:00Z' })];
    await userEvent.click(screen.getByRole('button', { name: 'Accepter ce parcours' }));
    await titre('C’est accepté : nous écrivons à l’entreprise');
    expect(service.recus[1]).toEqual(['demande/accepter-proposition', { jeton: JETON }]);
    expect(await defauts()).toEqual([]);
  });
});

describe('retirer sa demande', () => {
  it.each(['a-confirmer', 'a-verifier', 'active', 'en-attente', 'proposee'])(
    'retire une demande %s',
    async (statut) => {
      ouvrir('retirer', uneDemande(statut), uneDemande('retiree'));
      await titre('Vous allez retirer cette demande');
      expect(await defauts()).toEqual([]);
      await userEvent.click(screen.getByRole('button', { name: 'Retirer ma demande' }));
      expect(document.activeElement).toBe(await titre('Votre demande est retirée'));
      expect(service.recus[1]).toEqual(['demande/retirer-interet', { jeton: JETON }]);
      expect(await defauts()).toEqual([]);
    },
  );

  it('un accueil commencé ne se retire plus d’ici', async () => {
    ouvrir('retirer', uneDemande('active'), uneDemande('interdite'));
    await userEvent.click(await screen.findByRole('button', { name: 'Retirer ma demande' }));
    await titre('Cette demande ne se retire plus d’ici');
    expect(vers('Retrouver mon lien de suivi')).toBe('/suivi/retrouver/');
    expect(await defauts()).toEqual([]);
  });

  it('un lien de suivi expiré se redemande', async () => {
    ouvrir('retirer', { statut: 'lien-expire' });
    await titre('Ce lien a expiré');
    expect(vers('Recevoir un nouveau lien')).toBe('/suivi/retrouver/');
  });
});

describe('un lien qui n’ouvre plus rien', () => {
  it.each(['confirmer', 'accepter'] as const)(
    'passé de date (%s) : refaire une demande, ou retrouver les autres',
    async (page) => {
      ouvrir(page, { statut: 'lien-expire', parcoursId: 'bcdfghjk' });
      await titre('Ce lien n’est plus valable');
      expect(vers('Refaire une demande')).toBe('/interet/?parcours=bcdfghjk');
      expect(vers('Recevoir un nouveau lien')).toBe('/suivi/retrouver/');
      expect(await defauts()).toEqual([]);
    },
  );

  it('inconnu : en recevoir un nouveau, ou refaire une demande', async () => {
    ouvrir('confirmer', { statut: 'lien-inconnu' });
    await titre('Nous ne reconnaissons pas ce lien');
    expect(vers('Recevoir un nouveau lien')).toBe('/suivi/retrouver/');
    expect(vers('refaites une demande')).toBe('/interet/');
    expect(await defauts()).toEqual([]);
  });

  it('absent : rouvrir le courriel, ou recevoir un nouveau lien', async () => {
    history.replaceState(null, '', '/interet/confirmer/');
    const { container } = animer(PAGES.confirmer);
    await titre('Ouvrez le lien de votre courriel');
    expect(service.recus).toEqual([]);
    within(container).getByRole('link', { name: 'Recevoir un nouveau lien' });
    expect(await defauts()).toEqual([]);
  });

  it.each([
    ['terminee', 'Ce parcours est terminé pour ce jeune'],
    ['refusee', 'Cette demande est close'],
    ['retiree', 'Votre demande est retirée'],
    ['expiree', 'Ce lien n’est plus valable'],
  ])('%s : dit ce que la demande est devenue', async (statut, dit) => {
    ouvrir('confirmer', uneDemande(statut));
    await titre(dit);
    expect(screen.queryByRole('button')).toBeNull();
    expect(await defauts()).toEqual([]);
  });
});
