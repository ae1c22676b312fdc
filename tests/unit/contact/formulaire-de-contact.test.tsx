import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FormulaireDeContact } from '../../../src/contact/FormulaireDeContact.tsx';
import {
  champsDuMessage,
  nouveauContactSchema,
} from '../../../src/contact/regles/message-equipe.ts';
import type { Reponse } from '../../../src/formulaire/appels/fonctions.ts';
import type * as ModuleEnvoi from '../../../src/formulaire/scripts/envoi.ts';
import { bornesDe } from '../../../src/socle/bornes.ts';
import { animer, defauts } from '../ilot.tsx';

const service = vi.hoisted(() => ({
  protege: true,
  recus: [] as Record<string, unknown>[],
  reponses: [] as Reponse[],
}));

vi.mock('../../../src/formulaire/scripts/envoi.ts', async (original) => ({
  ...(await original<typeof ModuleEnvoi>()),
  estProtege: () => service.protege,
  Envoi: class {
    preparer() {
      return undefined;
    }
    envoyer(champs: Record<string, unknown>) {
      service.recus.push(champs);
      return Promise.resolve(service.reponses.shift() ?? { statut: 'indisponible' });
    }
  },
}));

beforeEach(() => {
  service.protege = true;
  service.recus = [];
  service.reponses = [];
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/contact/');
  document.title = 'Contact – Clause sociale de formation';
});

const ouvrir = () =>
  animer(
    <>
      <h2 id="ecrire">Écrire à l’équipe</h2>
      <FormulaireDeContact
        fonctions="https://service.example"
        bornes={bornesDe(champsDuMessage)}
        bornesDuRelais={bornesDe(nouveauContactSchema)}
      />
    </>,
  );

const message = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Votre message/ });
const bouton = (nom: string) => screen.getByRole('button', { name: nom });

async function remplir() {
  await userEvent.click(screen.getByRole('radio', { name: /Acheteur/ }));
  await userEvent.click(screen.getByRole('radio', { name: /Une question sur la clause/ }));
  await userEvent.type(message(), 'Quel volume choisir ?');
  await userEvent.type(screen.getByLabelText(/Votre prénom/), 'Camille Exemple');
  await userEvent.type(screen.getByLabelText(/Votre adresse/), 'camille@acheteur.example');
  await userEvent.click(screen.getByRole('checkbox', { name: /J’accepte/ }));
}

describe('le formulaire de contact', () => {
  it('n’annonce rien de faux avant que rien n’y soit tapé', async () => {
    const { container } = ouvrir();
    for (const champ of container.querySelectorAll(
      'input:not([type=hidden]), textarea, fieldset.fr-fieldset',
    ))
      if (
        champ.id !== 'c-leurre' &&
        champ.id !== 'appareil-partage' &&
        !champ.matches('[type=radio]')
      )
        expect(champ.getAttribute('aria-invalid'), champ.outerHTML).toBe('false');
    for (const radio of container.querySelectorAll<HTMLInputElement>('[type=radio]'))
      expect(radio.required).toBe(false);
    expect(await defauts()).toEqual([]);
  });

  it('mène à ce qui manque, le dit dans le titre, et se tait une fois corrigé', async () => {
    ouvrir();
    await userEvent.click(bouton('Envoyer le message'));
    const resume = await screen.findByRole('group', { name: 'Il y a 5 réponses à corriger' });
    expect(document.activeElement).toBe(resume);
    expect(document.title).toBe('Erreur – Contact – Clause sociale de formation');
    await userEvent.click(within(resume).getByRole('link', { name: 'Écrivez votre message.' }));
    expect(document.activeElement).toBe(message());
    expect(message().getAttribute('aria-invalid')).toBe('true');
    expect(await defauts()).toEqual([]);
    service.reponses = [{ statut: 'recu', reference: 'M-abc123' }];
    await remplir();
    await userEvent.click(bouton('Envoyer le message'));
    const recu = await screen.findByRole('region', { name: 'Votre message est arrivé' });
    expect(document.activeElement).toBe(recu);
    expect(recu.textContent).toContain('M-abc123');
    expect(document.title).toBe('Message envoyé – Contact – Clause sociale de formation');
    expect(service.recus).toHaveLength(1);
    expect(service.recus[0]).toMatchObject({
      role: 'acheteur',
      sujet: 'clause',
      message: 'Quel volume choisir ?',
      nouveauContact: null,
      consentement: true,
    });
    expect(localStorage).toHaveLength(0);
    expect(await defauts()).toEqual([]);
  });

  it('n’envoie qu’une fois, même si l’on appuie deux fois, et renvoie la même clé après une panne', async () => {
    ouvrir();
    await remplir();
    const envoyer = bouton('Envoyer le message');
    fireEvent.click(envoyer);
    fireEvent.click(envoyer);
    await screen.findByRole('group', { name: 'Rien n’a été envoyé' });
    expect(service.recus).toHaveLength(1);
    service.reponses = [{ statut: 'recu', reference: 'M-abc123' }];
    await userEvent.click(bouton('Envoyer le message'));
    await screen.findByRole('region', { name: 'Votre message est arrivé' });
    expect(service.recus[1]?.cle).toBe(service.recus[0]?.cle);
  });

  it('en panne, nomme le réseau, et donne l’adresse et le texte à emporter', async () => {
    ouvrir();
    await remplir();
    await userEvent.click(bouton('Envoyer le message'));
    const refus = await screen.findByRole('group', { name: 'Rien n’a été envoyé' });
    expect(document.activeElement).toBe(refus);
    expect(refus.textContent).toContain('Le réseau de votre établissement le bloque peut-être.');
    expect(within(refus).getByLabelText('L’adresse de cette page')).toHaveProperty(
      'value',
      `${location.origin}/contact/`,
    );
    const texte = within(refus).getByLabelText<HTMLTextAreaElement>('Le texte du courriel').value;
    expect(texte).toContain('Quel volume choisir ?');
    await userEvent.click(bouton('Copier le texte du courriel'));
    // Ici sans presse-papiers : le texte est sélectionné, pour être copié à la main.
    await within(refus).findByText(/Copie impossible ici/);
    expect(document.activeElement).toHaveProperty('selectionEnd', texte.length);
    expect(message().value).toBe('Quel volume choisir ?');
    expect(await defauts()).toEqual([]);
  });

  it('sur une adresse non protégée, le dit au lieu de se taire', async () => {
    service.protege = false;
    ouvrir();
    await remplir();
    await userEvent.click(bouton('Envoyer le message'));
    const refus = await screen.findByRole('group', { name: 'Rien n’a été envoyé' });
    expect(refus.textContent).toContain('https');
    expect(service.recus).toHaveLength(0);
  });

  it('rend un brouillon effacé par mégarde', async () => {
    ouvrir();
    await remplir();
    await userEvent.click(bouton('Effacer mon brouillon'));
    expect(message().value).toBe('');
    expect(localStorage).toHaveLength(0);
    const annuler = bouton('Annuler l’effacement');
    expect(document.activeElement).toBe(annuler);
    await userEvent.click(annuler);
    expect(message().value).toBe('Quel volume choisir ?');
    expect(localStorage).toHaveLength(1);
    expect(screen.getByText('Votre brouillon est revenu.')).toBeDefined();
  });

  it('ne garde rien sur un ordinateur partagé, et efface ce qui y était', async () => {
    ouvrir();
    await userEvent.type(message(), 'Bonjour');
    expect(localStorage).toHaveLength(1);
    await userEvent.click(screen.getByRole('checkbox', { name: /Ordinateur partagé/ }));
    expect(localStorage).toHaveLength(0);
    await userEvent.type(message(), ' à tous');
    expect(localStorage).toHaveLength(0);
    expect(message().value).toBe('Bonjour à tous');
  });

  it('reprend le brouillon, sauf ce que l’adresse impose et ce qui est déjà tapé', async () => {
    const premier = ouvrir();
    await userEvent.click(screen.getByRole('radio', { name: /Entreprise/ }));
    await userEvent.type(message(), 'Nous attendons.');
    premier.unmount();
    premier.container.remove();
    history.replaceState(null, '', '/contact/?role=tuteur');
    const second = ouvrir();
    await waitFor(() => expect(message().value).toBe('Nous attendons.'));
    expect(screen.getByRole('radio', { name: /Tuteur/ })).toHaveProperty('checked', true);
    second.unmount();
  });

  it('retire un sujet qui n’est plus celui du rôle', async () => {
    ouvrir();
    await userEvent.click(screen.getByRole('radio', { name: /Entreprise/ }));
    const sujet = screen.getByRole<HTMLInputElement>('radio', { name: /pas de nouvelles/ });
    await userEvent.click(sujet);
    await userEvent.click(screen.getByRole('radio', { name: /Acheteur/ }));
    expect(sujet.checked).toBe(false);
  });

  it('avertit quand un jeune est nommé', async () => {
    ouvrir();
    await userEvent.type(message(), 'Le jeune Kevin est malade.');
    await screen.findByText(/vous nommez quelqu’un/, {}, { timeout: 3000 });
    expect(await defauts()).toEqual([]);
  });
});
