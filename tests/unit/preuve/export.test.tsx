import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Export } from '../../../src/preuve/Export.tsx';
import type { Preuve } from '../../../src/preuve/regles/preuve-execution.ts';
import { preuveDExecution } from '../../../src/preuve/regles/preuve-execution.ts';
import type { SuiviRecu } from '../../../src/suivi/regles/recu.ts';
import { enEtat } from '../../fabriques-etats.ts';
import { defauts } from '../ilot.tsx';

const sortie = vi.hoisted(() => ({
  panne: false,
  enregistres: [] as string[],
  finir: (): void => undefined,
}));

vi.mock('../../../src/preuve/scripts/export.ts', () => ({
  preuveDe: (recu: SuiviRecu) =>
    sortie.panne
      ? Promise.reject(new Error('hors d’atteinte'))
      : Promise.resolve(
          preuveDExecution(recu, { commune: 'Lyon (69)', domaine: 'Logistique' }, []),
        ),
  enregistrer: ({ reference }: Preuve) => sortie.enregistres.push(reference),
  imprimer: (_: Preuve, apres: () => void) => (sortie.finir = apres),
}));

beforeEach(() => {
  sortie.panne = false;
  sortie.enregistres = [];
});

const ouvrir = () => render(<Export recu={enEtat('termine', 'acheteur')} />);
const appuyer = (nom: string) => userEvent.click(screen.getByRole('button', { name: nom }));

describe('le dossier d’exécution', () => {
  it('s’enregistre en CSV, et le dit', async () => {
    ouvrir();
    await appuyer('Télécharger en CSV');
    await screen.findByText('Fichier CSV prêt.');
    expect(sortie.enregistres).toEqual(['D-h7k2mn']);
    expect(await defauts()).toEqual([]);
  });

  it('n’est dans la page que le temps de l’imprimer', async () => {
    const { container } = ouvrir();
    expect(container.querySelector('.csf-preuve')).toBeNull();
    await appuyer('Imprimer ou enregistrer en PDF');
    const feuille = await screen.findByRole('heading', { name: 'Exécution de la clause' });
    expect(feuille.parentElement?.textContent).toMatch(/Total déclaré semaine par semaine140\sh/);
    expect(await defauts()).toEqual([]);
    sortie.finir();
    await vi.waitFor(() => expect(container.querySelector('.csf-preuve')).toBeNull());
  });

  it('qui ne se prépare pas le dit, et laisse recommencer', async () => {
    sortie.panne = true;
    ouvrir();
    await appuyer('Télécharger en CSV');
    await screen.findByText('Le dossier n’a pas pu être préparé. Réessayez.');
    sortie.panne = false;
    await appuyer('Télécharger en CSV');
    await screen.findByText('Fichier CSV prêt.');
  });
});
