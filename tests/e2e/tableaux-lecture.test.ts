import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { pourLAcheteur, type LigneDeTableau } from '../../src/tableaux/regles/tableau.ts';
import { unSuiviDeTableau, uneLigneDeTableau } from '../fabriques-tableau.ts';
import {
  defautsDAccessibilite,
  ECRANS,
  ouvrirNavigateur,
  SANS_INCIDENT,
  type Ecran,
} from './navigateur.ts';
import { desLignes, JETON, ouvrirTableau, referencesDe, unTableauDEquipe } from './tableaux.ts';

let navigateur: Browser;
const site = inject('site');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

const EQUIPE = `${site}/equipe/`;
const DOSSIERS = `${site}/suivi/dossiers/`;
const sansJeton = (ligne: LigneDeTableau): LigneDeTableau => {
  const lue = { ...ligne };
  delete lue.jeton;
  return lue;
};
const references = (lignes: { reference: string }[]) => lignes.map(({ reference }) => reference);

/* Ce que le navigateur dit aux lecteurs d'écran : par rôle, Playwright lit le code sans regarder le style. */
async function compterDansLArbre(page: Page, role: string): Promise<number> {
  const sonde = await page.context().newCDPSession(page);
  const { nodes } = await sonde.send('Accessibility.getFullAXTree');
  return nodes.filter((noeud) => !noeud.ignored && noeud.role?.value === role).length;
}

describe('le tableau d’une coordination', () => {
  it('se lit et ne s’écrit pas : aucun lien de dossier, aucun courriel, aucune autre académie', async () => {
    const lignes = desLignes(6).map(sansJeton);
    const reponses = [
      unTableauDEquipe(0, { role: 'coordination', academie: 'versailles', lignes }),
    ];
    const { page, recus, fermer } = await ouvrirTableau(navigateur, EQUIPE, reponses);
    await page.getByRole('heading', { name: 'Les dossiers de l’académie : Versailles' }).waitFor();
    // Une seule question : le service trouve ce que le lien ouvre.
    expect(recus).toEqual([{ jeton: JETON }]);
    expect(await page.getByRole('row').count()).toBe(7);
    expect(await page.getByRole('table').getByRole('link').count()).toBe(0);
    expect(await page.getByRole('combobox', { name: 'Académie' }).isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Renvoyer' }).count()).toBe(0);
    expect(await defautsDAccessibilite(page)).toEqual([]);
    await fermer();
  });
});

describe('les parcours d’un acheteur', () => {
  it.each(Object.keys(ECRANS) as Ecran[])('se lisent sans défaut : %s', async (ecran) => {
    const fini = uneLigneDeTableau({ reference: 'D-fini00', suivi: unSuiviDeTableau(null) });
    const lignes = [fini, ...desLignes(5)];
    const reponses = [unTableauDEquipe(0, { role: 'acheteur', lignes, courrielsMorts: [] })];
    const { page, incidents, fermer } = await ouvrirTableau(navigateur, DOSSIERS, reponses, ecran);
    expect(await referencesDe(page)).toEqual(references(pourLAcheteur(lignes)));
    expect((await referencesDe(page)).at(-1)).toBe('D-fini00');
    // Même en cartes, sur un téléphone, c'est un tableau.
    expect(await compterDansLArbre(page, 'row')).toBe(7);
    expect(await compterDansLArbre(page, 'columnheader')).toBe(5);
    expect(await compterDansLArbre(page, 'rowheader')).toBe(6);
    expect(await compterDansLArbre(page, 'cell')).toBe(24);
    const sansJeune = page.getByRole('region', { name: 'Sans jeune pour le moment' });
    expect(await sansJeune.getByText('Se termine le 1er mai 2027').isVisible()).toBe(true);
    expect(await defautsDAccessibilite(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
      true,
    );
    expect(incidents).toEqual(SANS_INCIDENT);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    const ligne = page.locator('tbody tr').first();
    expect(await ligne.evaluate((tr) => getComputedStyle(tr).display)).toBe('table-row');
    await fermer();
  });
});
