import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reponse } from '../../../src/formulaire/appels/fonctions.ts';
import { LienPersonnel } from '../../../src/lien/LienPersonnel.tsx';
import { useLien } from '../../../src/lien/useLien.ts';
import { animer, defauts } from '../ilot.tsx';

const service = vi.hoisted(() => ({ recus: [] as unknown[], reponses: [] as Reponse[] }));

vi.mock('../../../src/formulaire/appels/fonctions.ts', () => ({
  envoyer: (_fonctions: string, route: string, champs: Record<string, unknown>) => {
    service.recus.push([route, champs]);
    return Promise.resolve(service.reponses.shift() ?? { statut: 'indisponible' });
  },
}));

function Page() {
  const lien = useLien({
    fonctions: 'https://service.example',
    route: 'suivi/lire-lien',
    portees: ['suivre'],
    memoire: 'essai',
  });
  return (
    <LienPersonnel
      lien={lien}
      etats={{ relais: { titre: 'Le relais est passé', texte: 'Merci.', bouton: null } }}
    >
      {lien.reponse?.statut === 'ouvert' && (
        <>
          <h2>Le dossier</h2>
          <button type="button" onClick={lien.fermer}>
            Fermer
          </button>
          <button type="button" onClick={() => lien.montrer({ statut: 'relais' })}>
            Passer le relais
          </button>
        </>
      )}
    </LienPersonnel>
  );
}

const JETON = 'jeton-d-essai-qui-est-assez-long';
const titre = (nom: string) => screen.findByRole('heading', { name: nom });

beforeEach(() => {
  service.recus = [];
  service.reponses = [];
  sessionStorage.clear();
  document.title = 'Suivre un parcours';
  history.replaceState(null, '', `/suivi/#${JETON}`);
});

describe('un lien personnel', () => {
  it('s’ouvre, et quitte l’adresse', async () => {
    service.reponses = [{ statut: 'ouvert' }];
    animer(<Page />);
    await titre('Le dossier');
    expect(service.recus).toEqual([['suivi/lire-lien', { jeton: JETON }]]);
    expect(location.hash).toBe('');
    expect(await defauts()).toEqual([]);
  });

  it('poussé dans les paramètres par un filtre, s’ouvre, et les quitte', async () => {
    history.replaceState(null, '', `/suivi/?utm_source=courriel%23${JETON}`);
    service.reponses = [{ statut: 'ouvert' }];
    animer(<Page />);
    await titre('Le dossier');
    expect(service.recus).toEqual([['suivi/lire-lien', { jeton: JETON }]]);
    expect(location.href).toBe(`${location.origin}/suivi/`);
  });

  it.each([
    ['lien-inconnu', 'Ce lien ne marche plus'],
    ['lien-expire', 'Ce lien a expiré'],
    ['limite', 'Beaucoup de demandes viennent d’être faites'],
  ])('%s : dit pourquoi, et propose un nouveau lien', async (statut, dit) => {
    service.reponses = [{ statut }];
    animer(<Page />);
    await titre(dit);
    expect(screen.getByRole('status').textContent).toBe(dit);
    expect(document.title).toBe(`${dit} – Suivre un parcours`);
    const lien = screen.getByRole('link', { name: 'Recevoir un nouveau lien' });
    expect(lien.getAttribute('href')).toBe('/suivi/retrouver/');
    expect(screen.getByRole('link', { name: /@/ }).getAttribute('href')).toMatch(/^mailto:/);
    expect(await defauts()).toEqual([]);
  });

  it('sans lien dans l’adresse ni dans l’onglet, dit d’ouvrir le courriel', async () => {
    history.replaceState(null, '', '/suivi/');
    animer(<Page />);
    await titre('Ouvrez votre lien personnel');
    expect(service.recus).toEqual([]);
  });

  it('arrivé sur une ancre de la page, se lit dans l’onglet, ou dit d’ouvrir le courriel', async () => {
    document.body.id = 'contenu';
    history.replaceState(null, '', '/suivi/#contenu');
    const premiere = animer(<Page />);
    await titre('Ouvrez votre lien personnel');
    premiere.unmount();
    premiere.container.remove();
    sessionStorage.setItem('csf-lien-essai', JETON);
    service.reponses = [{ statut: 'ouvert' }];
    animer(<Page />);
    await titre('Le dossier');
    expect(service.recus).toEqual([['suivi/lire-lien', { jeton: JETON }]]);
    document.body.removeAttribute('id');
  });

  it('n’annonce rien tant qu’il n’est pas lu : sans JavaScript, la page le dirait pour toujours', () => {
    const html = renderToString(<Page />);
    expect(html).toContain('<p class="fr-sr-only" role="status"></p>');
  });

  it('reste dans l’onglet pour recharger la page, et s’oublie quand on ferme', async () => {
    service.reponses = [{ statut: 'ouvert' }, { statut: 'ouvert' }];
    const premiere = animer(<Page />);
    await titre('Le dossier');
    premiere.unmount();
    premiere.container.remove();
    animer(<Page />);
    await titre('Le dossier');
    expect(service.recus).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'Fermer' }));
    expect(document.activeElement).toBe(await titre('C’est fermé sur cet appareil'));
    expect(sessionStorage).toHaveLength(0);
  });

  it('en panne, propose un second essai, puis un autre réseau', async () => {
    animer(<Page />);
    await titre('Le service ne répond pas');
    expect(screen.queryByLabelText('Votre lien personnel')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
    const panne = await titre('Le service ne répond pas');
    expect(document.activeElement).toBe(panne);
    expect(screen.getByLabelText('Votre lien personnel')).toHaveProperty(
      'value',
      `${location.origin}/suivi/#${JETON}`,
    );
    expect(await defauts()).toEqual([]);
    service.reponses = [{ statut: 'ouvert' }];
    await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
    await titre('Le dossier');
  });

  it('mène au titre de ce que l’on vient de faire', async () => {
    service.reponses = [{ statut: 'ouvert' }];
    const { container } = animer(<Page />);
    await titre('Le dossier');
    await userEvent.click(screen.getByRole('button', { name: 'Passer le relais' }));
    expect(document.activeElement).toBe(await titre('Le relais est passé'));
    expect(within(container).queryByRole('link', { name: 'Recevoir un nouveau lien' })).toBeNull();
  });

  it('lit un autre lien arrivé dans le même onglet, et pas une ancre de la page', async () => {
    service.reponses = [{ statut: 'lien-expire' }, { statut: 'ouvert' }];
    animer(<Page />);
    await titre('Ce lien a expiré');
    act(() => {
      location.hash = '#autre-jeton-qui-est-assez-long';
    });
    await titre('Le dossier');
    document.body.id = 'contenu';
    location.hash = '#contenu';
    await act(() => new Promise((suite) => setTimeout(suite, 50)));
    expect(service.recus).toHaveLength(2);
    document.body.removeAttribute('id');
  });
});
