import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defauts } from '../ilot.tsx';
import {
  DEBUT,
  MESSAGE,
  PARCOURS,
  appuyer,
  bouton,
  champ,
  connu,
  direQui,
  etape,
  lignes,
  message,
  ouvrir,
  recharger,
  relireTout,
  recommencer,
} from './demande-a-remplir.tsx';
import { service } from './service-simule.ts';

vi.mock('../../../src/formulaire/scripts/envoi.ts', async (original) => ({
  ...(await original<object>()),
  ...(await import('./service-simule.ts')).envoi,
}));
vi.mock(
  '../../../src/formulaire/appels/fonctions.ts',
  async () => (await import('./service-simule.ts')).appels,
);
vi.mock(
  '../../../src/demande/scripts/recu.ts',
  async () => (await import('./service-simule.ts')).suite,
);

beforeEach(recommencer);

describe('le formulaire d’une demande, une fois rempli', () => {
  it('envoie une fois, et passe à la page qui dit la suite', async () => {
    service.reponses = [{ statut: 'recue', reference: 'D-abc123' }];
    ouvrir();
    await relireTout();
    const envoyer = bouton('Envoyer ma demande');
    fireEvent.click(envoyer);
    fireEvent.click(envoyer);
    await waitFor(() =>
      expect(service.suites).toEqual([{ reference: 'D-abc123', courriel: 'alix@lycee.example' }]),
    );
    expect(service.recus).toEqual([
      expect.objectContaining({
        parcoursId: PARCOURS,
        heures: '300',
        debutLe: DEBUT,
        message: MESSAGE,
        consentement: true,
      }),
    ]);
    expect(localStorage).toHaveLength(0);
    // Le formulaire est vide, et n'envoie plus rien le temps que la page suivante arrive.
    await appuyer('Envoyer ma demande');
    expect(screen.queryByRole('group', { name: /à corriger/ })).toBeNull();
    expect(service.recus).toHaveLength(1);
  });

  it('une réponse du service se lit dans son étape', async () => {
    service.reponses = [
      { statut: 'erreurs', erreurs: { debutLe: 'Le parcours finit avant cette date.' } },
    ];
    ouvrir();
    await relireTout();
    await appuyer('Envoyer ma demande');
    await userEvent.click(
      await screen.findByRole('link', { name: 'Le parcours finit avant cette date.' }),
    );
    expect(document.activeElement).toBe(champ(/^Le jeune peut/));
    expect(await etape('Quand, et combien')).toBeDefined();
  });

  it('refusée, dit pourquoi, garde tout, et donne le texte à emporter ; renvoyée, porte la même clé', async () => {
    service.reponses = [{ statut: 'heures', restantes: 150 }];
    const premiere = ouvrir();
    await relireTout();
    await appuyer('Envoyer ma demande');
    const refus = await screen.findByRole('group', { name: 'Rien n’a été envoyé' });
    expect(document.activeElement).toBe(refus);
    expect(document.title).toBe(
      'Rien n’a été envoyé – Relisez avant d’envoyer – Dire votre intérêt',
    );
    expect(refus.textContent.replaceAll(/\s/g, ' ')).toContain('Il ne reste que 150 h');
    const texte = within(refus).getByLabelText<HTMLTextAreaElement>('Le texte du courriel').value;
    expect(texte).toContain(`Parcours ${PARCOURS} : ce parcours m’intéresse`);
    expect(texte).toContain('alix@lycee.example');
    const courriel = within(refus).getByRole('link', { name: 'l’envoyer par courriel à l’équipe' });
    expect(decodeURIComponent(courriel.getAttribute('href') ?? '')).toContain(MESSAGE);
    expect(await defauts()).toEqual([]);
    // Corriger une réponse éloigne le refus, qui ne parle plus de ce qui est à l'écran.
    await appuyer('Précédent');
    expect(screen.queryByRole('group', { name: 'Rien n’a été envoyé' })).toBeNull();
    await recharger(premiere);
    await userEvent.click(screen.getByRole('checkbox', { name: /^J’accepte que/ }));
    await appuyer('Continuer');
    await etape('Relisez avant');
    await appuyer('Envoyer ma demande');
    await screen.findByRole('group', { name: 'Rien n’a été envoyé' });
    expect(service.recus).toHaveLength(2);
    expect(service.recus[0]?.cle).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('le même contenu rechargé garde sa clé, une réponse changée en prend une autre', async () => {
    const premiere = ouvrir();
    await relireTout();
    await appuyer('Envoyer ma demande');
    await screen.findByRole('group', { name: 'Rien n’a été envoyé' });
    expect(localStorage.getItem('csf-brouillon-interet')).toContain(String(service.recus[0]?.cle));
    const seconde = await recharger(premiere);
    expect(seconde.container.querySelector<HTMLInputElement>('[name=cle]')?.value).toBe(
      service.recus[0]?.cle,
    );
    // L'accord se redonne : il ne change pas ce qui part, mais un formulaire touché fait un autre envoi.
    await appuyer(/^Modifier\s?: J’accepte/);
    await userEvent.click(screen.getByRole('checkbox', { name: /^J’accepte que/ }));
    await appuyer('Continuer');
    await appuyer('Envoyer ma demande');
    await waitFor(() => expect(service.recus).toHaveLength(2));
    expect(service.recus[1]?.cle).not.toBe(service.recus[0]?.cle);
  });

  it('sur une adresse non protégée, le dit dès la première étape', async () => {
    service.protege = false;
    ouvrir();
    await connu();
    await appuyer('Continuer');
    const refus = await screen.findByRole('group', { name: 'Rien n’a été envoyé' });
    expect(refus.textContent).toContain('https');
    expect(document.title).toMatch(/^Rien n’a été envoyé – Étape 1 sur 3/);
    expect(service.recus).toEqual([]);
  });

  it('reprend le brouillon et son étape, sans l’accord', async () => {
    const premiere = ouvrir();
    await relireTout();
    expect(localStorage.getItem('csf-brouillon-interet')).not.toContain('consentement');
    await recharger(premiere);
    await etape('Relisez avant');
    await waitFor(() => expect(lignes().at(-1)).toMatch(/^J’accepte .* : Non renseigné$/));
    expect(lignes()).toContain('Combien de temps ? : 9 semaines (300 h)');
    await appuyer('Envoyer ma demande');
    await userEvent.click(await screen.findByRole('link', { name: /^Cochez la case/ }));
    const accord = screen.getByRole<HTMLInputElement>('checkbox', { name: /^J’accepte que/ });
    expect(document.activeElement).toBe(accord);
    expect(accord.checked).toBe(false);
  });

  it('pour un autre parcours, garde qui l’on est, et rien de ce qui valait pour le premier', async () => {
    const premiere = ouvrir();
    await relireTout();
    await appuyer('Envoyer ma demande');
    await screen.findByRole('group', { name: 'Rien n’a été envoyé' });
    history.pushState(null, '', '/interet/?parcours=lmnpqrst');
    await recharger(premiere);
    expect(champ('Prénom et nom').value).toBe('Alix Exemple');
    expect(champ(/^Référence du parcours/).value).toBe('lmnpqrst');
    expect(champ(/^Le jeune peut/).value).toBe('');
    expect(champ(/\(300\sh\)/).checked).toBe(false);
    expect(message().value).toBe('');
    expect(document.querySelector<HTMLInputElement>('[name=cle]')?.value).toBe('');
  });

  it('ce qui est tapé avant l’animation reste, et le parcours de l’adresse s’y ajoute', async () => {
    localStorage.setItem(
      'csf-brouillon-interet',
      JSON.stringify({ le: Date.now(), textes: { nom: 'Ancien Exemple', parcoursId: PARCOURS } }),
    );
    ouvrir((container) => {
      const nom = container.querySelector<HTMLInputElement>('[name=nom]');
      if (nom) nom.value = 'Alix';
    });
    await connu();
    expect(champ('Prénom et nom').value).toBe('Alix');
    expect(champ(/^Référence du parcours/).value).toBe(PARCOURS);
  });

  it('effacer le brouillon garde le parcours et revient au début ; un geste le rend', async () => {
    ouvrir();
    await relireTout();
    await appuyer('Effacer mon brouillon');
    expect(document.activeElement).toBe(bouton('Annuler l’effacement'));
    await etape('Qui êtes-vous');
    expect(champ('Prénom et nom').value).toBe('');
    expect(champ(/^Référence du parcours/).value).toBe(PARCOURS);
    expect(localStorage).toHaveLength(0);
    expect(await defauts()).toEqual([]);
    await appuyer('Annuler l’effacement');
    expect(champ('Prénom et nom').value).toBe('Alix Exemple');
    expect(champ(/\(300\sh\)/).checked).toBe(true);
    expect(localStorage).toHaveLength(1);
  });

  it('sur un ordinateur partagé, rien ne reste, et l’étape ne se retrouve pas', async () => {
    const premiere = ouvrir();
    await connu();
    await userEvent.click(screen.getByRole('checkbox', { name: /Ordinateur partagé/ }));
    await direQui();
    expect(localStorage).toHaveLength(0);
    await recharger(premiere);
    await etape('Qui êtes-vous');
    expect(champ('Prénom et nom').value).toBe('');
  });
});
