import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reponse } from '../../../src/formulaire/appels/fonctions.ts';
import type * as ModuleEnvoi from '../../../src/formulaire/scripts/envoi.ts';
import { bornesDe } from '../../../src/socle/bornes.ts';
import { retrouverSchema } from '../../../src/lien/regles/retrouver.ts';
import { RetrouverMesLiens } from '../../../src/suivi/RetrouverMesLiens.tsx';
import { animer, defauts } from '../ilot.tsx';

const service = vi.hoisted(() => ({ recus: [] as unknown[], reponses: [] as Reponse[] }));

vi.mock('../../../src/formulaire/scripts/envoi.ts', async (original) => ({
  ...(await original<typeof ModuleEnvoi>()),
  estProtege: () => true,
  Envoi: class {
    preparer() {
      return undefined;
    }
    envoyer(champs: Record<string, unknown>) {
      service.recus.push(champs.courriel);
      return Promise.resolve(service.reponses.shift() ?? { statut: 'indisponible' });
    }
  },
}));

beforeEach(() => {
  service.recus = [];
  service.reponses = [];
  localStorage.clear();
  document.title = 'Retrouver mes liens de suivi';
});

const ouvrir = () =>
  animer(
    <RetrouverMesLiens
      fonctions="https://service.example"
      bornes={bornesDe(retrouverSchema).courriel}
    />,
  );
const adresse = () => screen.getByLabelText<HTMLInputElement>(/Votre adresse électronique/);
const demander = () => userEvent.click(screen.getByRole('button', { name: 'Recevoir mes liens' }));

describe('retrouver ses liens', () => {
  it('se poste sans JavaScript, et propose sa propre adresse', async () => {
    const { container } = ouvrir();
    const formulaire = container.querySelector('form');
    expect(formulaire?.getAttribute('action')).toBe(
      'https://service.example/suivi/retrouver-suivi',
    );
    expect([adresse().name, adresse().autocomplete]).toEqual(['courriel', 'email']);
    expect(await defauts()).toEqual([]);
  });

  it('fait corriger une adresse mal écrite, et ne garde rien sur l’appareil', async () => {
    ouvrir();
    await userEvent.type(adresse(), 'personne');
    await demander();
    const resume = await screen.findByRole('group', { name: 'Une réponse est à corriger' });
    expect(document.activeElement).toBe(resume);
    expect(document.title).toBe('Erreur – Retrouver mes liens de suivi');
    expect(service.recus).toEqual([]);
    expect(localStorage).toHaveLength(0);
    expect(await defauts()).toEqual([]);
  });

  it('en panne, prépare le courriel à l’équipe', async () => {
    ouvrir();
    await userEvent.type(adresse(), 'alix@lycee.example');
    await demander();
    const refus = await screen.findByRole('group', { name: 'Rien n’a été envoyé' });
    expect(document.activeElement).toBe(refus);
    expect(within(refus).getByLabelText<HTMLTextAreaElement>('Le texte du courriel').value).toMatch(
      /je ne retrouve plus les liens[\s\S]*alix@lycee\.example/,
    );
    expect(service.recus).toEqual(['alix@lycee.example']);
    expect(await defauts()).toEqual([]);
  });
});
