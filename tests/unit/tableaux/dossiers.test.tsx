import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { unSuiviDeTableau, uneLigneDeTableau, unTableau } from '../../fabriques-tableau.ts';
import { animer, defauts } from '../ilot.tsx';
import {
  PAGES,
  bouton,
  desLignes,
  enClair,
  ouvrir,
  partirDeZero,
  references,
  titreDuDocument,
} from './ouvrir.tsx';
import { service } from './service.ts';

vi.mock(
  '../../../src/formulaire/appels/fonctions.ts',
  async () => (await import('./service.ts')).fonctions,
);
vi.mock(
  '../../../src/lieux/appels/communes.ts',
  async () => (await import('./service.ts')).communes,
);

partirDeZero();

describe('un dossier dans le tableau', () => {
  it('se lit en entier, et son lien dit lequel il ouvre', async () => {
    const lignes = desLignes(1);
    await ouvrir('acheteur', { role: 'acheteur', lignes });
    expect(screen.getByText('Lu le 20 janvier 2027 à 10 h 32')).toBeDefined();
    const [, ligne] = screen.getAllByRole('row');
    expect([...(ligne?.children ?? [])].map(({ textContent }) => enClair(textContent))).toEqual([
      'Préparer une commande, tenir un inventaire (dossier D-000000)Nanterre (92), LogistiqueDossier D-000000, académie : Versailles',
      'EntrepriseRéponse attendueRelancer l’entreprise pour le dossier D-000000',
      '1 jour de retard19 janvier 2027',
      'Le tuteur ou la tutrice a confirmé son intérêtil y a 16 jours',
      '4 janvier 2027Marché notifié le 1er octobre 2026',
    ]);
    const jeton = lignes[0]?.jeton ?? '';
    const lien = (nom: string) => screen.getByRole('link', { name: nom }).getAttribute('href');
    expect(lien('Préparer une commande, tenir un inventaire (dossier D-000000)')).toBe(
      `/suivi/#${jeton}`,
    );
    expect(lien('Relancer l’entreprise pour le dossier D-000000')).toBe(
      `/suivi/#${jeton}.relancer`,
    );
    expect(screen.getByText('D-000000', { selector: '.csf-reference' })).toBeDefined();
    await titreDuDocument('1 dossier, dont 1 en retard – Le tableau – Clause sociale de formation');
    expect(await defauts()).toEqual([]);
  });

  it('a la typographie du site, avec ou sans lien à suivre', async () => {
    const parcours = { ...uneLigneDeTableau().parcours, intitule: "Suivre l'atelier : trier" };
    const { jeton: _, ...lue } = uneLigneDeTableau({ parcours, reference: 'D-sansln' });
    await ouvrir('acheteur', { role: 'acheteur', lignes: [uneLigneDeTableau({ parcours }), lue] });
    for (const entete of screen.getAllByRole('rowheader'))
      expect(entete.textContent).toMatch(/^Suivre l’atelier\u00A0: trier/);
  });

  it('dit quand personne ne doit agir, quand rien ne presse, et la relance faite à la main', async () => {
    await ouvrir('acheteur', {
      role: 'acheteur',
      lignes: [
        uneLigneDeTableau({ reference: 'D-sansda', suivi: unSuiviDeTableau({ avantLe: null }) }),
        uneLigneDeTableau({
          reference: 'D-relanc',
          suivi: unSuiviDeTableau({}, { derniereRelanceManuelle: '2027-01-18T08:00:00Z' }),
        }),
        uneLigneDeTableau({ reference: 'D-fini00', suivi: unSuiviDeTableau(null), activeLe: null }),
      ],
    });
    const cellules = (reference: string) =>
      within(screen.getByRole('row', { name: new RegExp(reference) }))
        .getAllByRole('cell')
        .map(({ textContent }) => enClair(textContent));
    expect(cellules('D-sansda')[1]).toBe('Pas de date limite');
    expect(cellules('D-relanc')[0]).toBe(
      'EntrepriseRéponse attendueRelance à la main : 18 janvier 2027',
    );
    expect(cellules('D-fini00')[0]).toMatch(/^Personne/);
    expect(cellules('D-fini00')[3]).toMatch(/^–/);
    expect(references().at(-1)).toBe('D-fini00');
  });
});

describe('la suite du tableau', () => {
  it('vient par centaines, et le focus va à la première ligne nouvelle', async () => {
    await ouvrir('equipe', { lignes: desLignes(230) });
    expect(references()).toHaveLength(100);
    await userEvent.click(bouton('Montrer la suite (130)'));
    expect(references()).toHaveLength(200);
    const cent = screen.getAllByRole('rowheader')[100];
    expect(document.activeElement).toBe(cent?.querySelector('a'));
    await userEvent.click(bouton('Montrer la suite (30)'));
    expect(references()).toHaveLength(230);
    expect(screen.queryByRole('button', { name: /suite/ })).toBeNull();
    await userEvent.click(screen.getByRole('checkbox', { name: /En retard/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: /En retard/ }));
    expect(references()).toHaveLength(100);
  });

  it('d’une coordination, qui n’a pas de lien à suivre, prend le focus elle-même', async () => {
    const lignes = desLignes(101).map(({ jeton: _, ...ligne }) => ligne);
    service.reponses = [unTableau({ role: 'coordination', academie: 'lyon', lignes })];
    animer(PAGES.equipe);
    await userEvent.click(await screen.findByRole('button', { name: 'Montrer la suite (1)' }));
    expect(document.activeElement).toBe(screen.getAllByRole('rowheader')[100]);
  });

  it('s’imprime avec le reste', async () => {
    await ouvrir('equipe', { lignes: desLignes(230) });
    dispatchEvent(new Event('beforeprint'));
    expect(references()).toHaveLength(230);
  });
});
