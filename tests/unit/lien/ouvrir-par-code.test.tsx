import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reponse } from '../../../src/formulaire/appels/fonctions.ts';
import type * as ModuleEnvoi from '../../../src/formulaire/scripts/envoi.ts';
import { OuvrirParCode } from '../../../src/lien/OuvrirParCode.tsx';
import { animer, defauts } from '../ilot.tsx';

const service = vi.hoisted(() => ({ recus: [] as unknown[], reponses: [] as Reponse[] }));

vi.mock('../../../src/formulaire/scripts/envoi.ts', async (original) => ({
  ...(await original<typeof ModuleEnvoi>()),
  estProtege: () => true,
  Envoi: class {
    preparer() {
      return undefined;
    }
    envoyer({ reference, code }: Record<string, unknown>) {
      service.recus.push({ reference, code });
      return Promise.resolve(service.reponses.shift() ?? { statut: 'indisponible' });
    }
  },
}));

const ouverts: string[] = [];
const ouvrirLaPage = () =>
  animer(
    <OuvrirParCode
      fonctions="https://service.example"
      lien={{
        ouvrir: (jeton) => {
          ouverts.push(jeton);
          return Promise.resolve();
        },
      }}
    />,
  );
const reference = () => screen.getByLabelText<HTMLInputElement>(/^Référence/);
const code = () => screen.getByLabelText<HTMLInputElement>(/^Code/);
async function taper(lareference: string, lecode: string) {
  await userEvent.type(reference(), lareference);
  await userEvent.type(code(), lecode);
  await userEvent.click(screen.getByRole('button', { name: 'Ouvrir le dossier' }));
}

beforeEach(() => {
  service.recus = [];
  service.reponses = [];
  ouverts.length = 0;
  localStorage.clear();
  document.title = 'Suivre un parcours';
});

describe('ouvrir avec le code du courriel', () => {
  it('ouvre le lien que le code remplace, sans rien garder sur l’appareil', async () => {
    service.reponses = [{ statut: 'ouvert', jeton: 'jeton-du-lien' }];
    ouvrirLaPage();
    expect(screen.getByRole('heading', { name: /^Votre lien n’a pas marché\s\?$/ })).toBeDefined();
    expect(await defauts()).toEqual([]);
    await taper('d bcdfgh', 'BCDF ghjk');
    await vi.waitFor(() => expect(ouverts).toEqual(['jeton-du-lien']));
    expect(localStorage).toHaveLength(0);
    expect(location.href).not.toMatch(/jeton|bcdf/);
  });

  it('fait corriger ce qui n’a pas la forme attendue, avant tout envoi', async () => {
    ouvrirLaPage();
    await taper('D-1', 'aeiou');
    const resume = await screen.findByRole('group', { name: 'Il y a 2 réponses à corriger' });
    expect(document.activeElement).toBe(resume);
    expect(document.title).toBe('Erreur – Suivre un parcours');
    expect(service.recus).toEqual([]);
    expect(await defauts()).toEqual([]);
  });

  it('dit la même chose d’un code faux et d’une référence inconnue, sous le champ', async () => {
    service.reponses = [{ statut: 'erreurs', erreurs: { code: 'Ce code n’ouvre rien.' } }];
    ouvrirLaPage();
    await taper('D-bcdfgh', 'bcdf-ghjk');
    const resume = await screen.findByRole('group', { name: 'Une réponse est à corriger' });
    await userEvent.click(within(resume).getByRole('link', { name: /Ce code n’ouvre rien/ }));
    expect(document.activeElement).toBe(code());
    expect(ouverts).toEqual([]);
    expect(await defauts()).toEqual([]);
  });

  it('après trop d’essais, dit quand revenir ; le courriel à l’équipe ne porte pas le code', async () => {
    service.reponses = [{ statut: 'limite', secondes: 3_600 }];
    ouvrirLaPage();
    await taper('D-bcdfgh', 'bcdf-ghjk');
    const refus = await screen.findByRole('group', { name: 'Rien n’a été envoyé' });
    expect(refus.textContent).toContain('Réessayez dans 1 heure');
    expect(
      within(refus).getByLabelText<HTMLTextAreaElement>('Le texte du courriel').value,
    ).not.toMatch(/bcdf/);
    expect(await defauts()).toEqual([]);
  });
});
