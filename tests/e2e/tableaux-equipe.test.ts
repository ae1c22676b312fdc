import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { pourLEquipe } from '../../src/tableaux/regles/tableau.ts';
import { unTableau } from '../fabriques-tableau.ts';
import {
  contenuDe,
  defautsDAccessibilite,
  ECRANS,
  ouvrirNavigateur,
  SANS_INCIDENT,
  type Ecran,
} from './navigateur.ts';
import {
  compteDe,
  desLignes,
  JETON,
  ouvrirTableau,
  referencesDe,
  unTableauDEquipe,
} from './tableaux.ts';

let navigateur: Browser;
const site = inject('site');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

const EQUIPE = `${site}/equipe/`;
const references = (lignes: { reference: string }[]) => lignes.map(({ reference }) => reference);

describe('le tableau de l’équipe', () => {
  it.each(Object.keys(ECRANS) as Ecran[])('se lit sans défaut : %s', async (ecran) => {
    const reponses = [unTableauDEquipe(5)];
    const { page, incidents, fermer } = await ouvrirTableau(navigateur, EQUIPE, reponses, ecran);
    expect(await defautsDAccessibilite(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
      true,
    );
    expect(await page.getByRole('table').getByRole('row').count()).toBe(6);
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  it('met le plus grand retard en haut, et montre la suite par centaines', async () => {
    const { page, fermer } = await ouvrirTableau(navigateur, EQUIPE, [unTableauDEquipe(130)]);
    const attendues = references(pourLEquipe(desLignes(130)));
    expect(await referencesDe(page)).toEqual(attendues.slice(0, 100));
    expect(await compteDe(page)).toBe('130 dossiers, dont 44 en retard');
    await page.getByRole('button', { name: 'Montrer la suite (30)' }).click();
    expect(await referencesDe(page)).toEqual(attendues);
    expect(await page.locator('tbody tr:nth-child(101) a:focus').count()).toBe(1);
    await fermer();
  });

  it('garde ses filtres dans l’adresse, sans le jeton, et revient en arrière', async () => {
    const { page, recus, fermer } = await ouvrirTableau(navigateur, EQUIPE, [unTableauDEquipe(30)]);
    expect(recus).toEqual([{ jeton: JETON }]);
    await page.getByLabel('Qui doit agir').selectOption('entreprise');
    await page.getByRole('combobox', { name: 'Académie' }).selectOption('versailles');
    expect(page.url()).toBe(`${EQUIPE}?academie=versailles&qui=entreprise`);
    expect(await compteDe(page)).toMatch(/^10 dossiers/);
    await page.goBack();
    expect(await page.getByRole('combobox', { name: 'Académie' }).inputValue()).toBe('');
    expect(page.url()).toBe(`${EQUIPE}?qui=entreprise`);
    await page.getByRole('button', { name: 'Effacer les filtres' }).click();
    expect(await compteDe(page)).toMatch(/^30 dossiers/);
    expect(page.url()).toBe(EQUIPE);
    await fermer();
  });

  it('emporte en CSV ce qui est filtré, sans lien', async () => {
    const { page, fermer } = await ouvrirTableau(navigateur, EQUIPE, [unTableauDEquipe(130)]);
    await page.getByText('En retard (44)').click();
    const [fichier] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Télécharger en CSV' }).click(),
    ]);
    expect(fichier.suggestedFilename()).toBe('dossiers.csv');
    const lignes = (await contenuDe(fichier)).toString('utf8').trim().split('\r\n');
    expect(lignes).toHaveLength(45);
    expect(lignes.join()).not.toMatch(/jjj|@/);
    await fermer();
  });

  it('ouvre un dossier en un clic, relance en un clic, et retrouve le tableau au retour', async () => {
    const lignes = desLignes(1);
    const { page, fermer } = await ouvrirTableau(navigateur, EQUIPE, [unTableau({ lignes })]);
    const jeton = lignes[0]?.jeton ?? '';
    const relancer = page.getByRole('link', { name: 'Relancer l’entreprise' });
    expect(await relancer.getAttribute('href')).toBe(`/suivi/#${jeton}.relancer`);
    const dossier = page.getByRole('rowheader').getByRole('link');
    expect(await dossier.getAttribute('href')).toBe(`/suivi/#${jeton}`);
    await dossier.click();
    await page.waitForURL(/\/suivi\/$/);
    await page.goBack();
    await page.getByText('1 dossier, dont 1 en retard').waitFor();
    await page.getByRole('button', { name: 'Fermer ce tableau' }).click();
    await page.getByRole('heading', { name: 'Ce tableau est fermé' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Ouvrez le lien de votre courriel' }).waitFor();
    await fermer();
  });

  it('renvoie un courriel qui n’est pas arrivé, une seule fois', async () => {
    const tableau = unTableauDEquipe(1);
    const reponses = [tableau, { statut: 'fait' }];
    const { page, recus, fermer } = await ouvrirTableau(navigateur, EQUIPE, reponses);
    const bouton = page.getByRole('button', { name: 'Renvoyer à parti@entreprise.example' });
    await bouton.click();
    await page.getByText('Le courriel repart dans quelques instants.').waitFor();
    await bouton.click({ force: true });
    const { id } = tableau.courrielsMorts[0] ?? {};
    expect(recus.slice(1)).toEqual([{ jeton: JETON, action: 'renvoyer-courriel', id }]);
    await fermer();
  });

  it('abrège les listes longues, et les montre en entier', async () => {
    const { page, fermer } = await ouvrirTableau(navigateur, EQUIPE, [unTableauDEquipe(1)]);
    const liste = page.getByRole('region', { name: 'Contacts jamais confirmés' });
    expect(await liste.getByRole('heading').innerText()).toBe('Contacts jamais confirmés (12)');
    expect(await liste.getByRole('listitem').count()).toBe(10);
    await liste.getByRole('button', { name: 'Montrer les 12' }).click();
    expect(await liste.getByRole('listitem').count()).toBe(12);
    await fermer();
  });

  it('se parcourt au clavier : les filtres, puis les dossiers', async () => {
    const { page, fermer } = await ouvrirTableau(navigateur, EQUIPE, [unTableauDEquipe(2)]);
    await page.getByRole('button', { name: 'Actualiser' }).focus();
    const suite: (string | null)[] = [];
    for (let pas = 0; pas < 5; pas += 1) {
      await page.keyboard.press('Tab');
      suite.push(
        await page.evaluate(
          () =>
            document.activeElement?.getAttribute('name') ??
            document.activeElement?.getAttribute('href') ??
            null,
        ),
      );
    }
    expect(suite.slice(0, 4)).toEqual(['academie', 'etat', 'qui', 'retard']);
    expect(suite[4]).toMatch(/^\/suivi\/#/);
    await fermer();
  });

  it('se dit vide quand aucun dossier n’est ouvert', async () => {
    const { page, fermer } = await ouvrirTableau(navigateur, EQUIPE, [unTableau()]);
    expect(await compteDe(page)).toBe('Aucun dossier');
    expect(await page.getByText('Aucun dossier ouvert ne correspond.').isVisible()).toBe(true);
    expect(await page.getByText('Tous les contacts sont confirmés.').isVisible()).toBe(true);
    await fermer();
  });
});
