import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { attendreCourriel } from './courriels.ts';
import {
  DEBUT,
  direQui,
  ecrireLeMessage,
  envoyerLaDemande,
  parcoursLibre,
  remplirJusquALaRelecture,
  unePersonne,
} from './interet.ts';
import { defautsDAccessibilite, ouvrirNavigateur, SERVICE, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
const service = inject('service');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

const adresse = (rang: number) => `${site}/interet/?parcours=${parcoursLibre(rang).id}`;
const continuer = (page: Page) => page.getByRole('button', { name: 'Continuer' });
const titre = (page: Page, nom: string) => page.getByRole('heading', { name: nom });

describe('le formulaire d’intérêt', () => {
  it('dit les erreurs, les lie aux champs, et laisse passer une fois corrigé', async () => {
    const { page, fermer } = await visiter(navigateur, adresse(3));
    await page.getByText('Choisir un autre parcours').waitFor();
    await continuer(page).tap();
    await titre(page, 'Il y a 5 réponses à corriger').waitFor();
    expect(await page.locator(':focus').getAttribute('aria-labelledby')).toBe('resume-erreurs');
    expect(await defautsDAccessibilite(page)).toEqual([]);
    await page.getByRole('link', { name: 'Choisissez votre académie.' }).tap();
    expect(await page.locator(':focus').getAttribute('id')).toBe('c-academie');
    expect(await page.locator('#c-academie').getAttribute('aria-invalid')).toBe('true');
    await direQui(page, unePersonne('Juste Essai'));
    await continuer(page).tap();
    await titre(page, 'Quand, et combien d’heures ?').waitFor();
    expect(await page.locator(':focus').getAttribute('id')).toBe('etape-2');
    await fermer();
  });

  it('ne propose que les volumes qui tiennent dans ce qui reste', async () => {
    const parcours = parcoursLibre(3);
    const { page, fermer } = await visiter(navigateur, adresse(3));
    await page.getByText('Choisir un autre parcours').waitFor();
    const valeurs = await page
      .locator('input[name=heures]')
      .evaluateAll((radios) => radios.map((radio) => Number((radio as HTMLInputElement).value)));
    expect(valeurs.at(-1)).toBe(parcours.heures);
    expect(Math.max(...valeurs)).toBe(parcours.heures);
    await fermer();
  });

  it('avertit pendant que le message s’écrit, et refuse une fuite', async () => {
    const { page, fermer } = await visiter(navigateur, adresse(3));
    await page.getByText('Choisir un autre parcours').waitFor();
    await direQui(page, unePersonne('Veille Essai'));
    await continuer(page).tap();
    await page.getByLabel('Le jeune peut commencer le').fill(DEBUT);
    await page
      .getByText(/\(150\sh\)/)
      .first()
      .tap();
    await continuer(page).tap();
    await ecrireLeMessage(
      page,
      'Le jeune a 16 ans et suit un traitement médical. Appelez le 06 12 34 56 78.',
    );
    const sante = page.getByText('N’écrivez rien sur la santé').filter({ visible: true });
    await sante.waitFor();
    expect(await titre(page, 'Votre message ne peut pas partir ainsi').isVisible()).toBe(true);
    expect(await titre(page, 'À vérifier dans votre message').isVisible()).toBe(true);
    expect(await defautsDAccessibilite(page)).toEqual([]);
    await continuer(page).tap();
    await titre(page, 'Une réponse est à corriger').waitFor();
    await page.getByLabel('Quelques mots').fill('Le jeune, 16 ans, aime la cuisine.');
    await continuer(page).tap();
    // Un doute avertit seulement : la personne décide, et le relit avant d'envoyer.
    await titre(page, 'Relisez avant d’envoyer').waitFor();
    await page.getByText('N’écrivez ni l’âge').filter({ visible: true }).waitFor();
    expect(await sante.isVisible()).toBe(false);
    expect(await titre(page, 'À vérifier dans votre message').isVisible()).toBe(true);
    expect(await titre(page, 'Votre message ne peut pas partir ainsi').isVisible()).toBe(false);
    expect(await defautsDAccessibilite(page)).toEqual([]);
    await fermer();
  });

  it('« Modifier » mène au champ, puis ramène à la relecture', async () => {
    const { page, fermer } = await visiter(navigateur, adresse(3));
    await remplirJusquALaRelecture(page, unePersonne('Relit Essai'), /\(150\sh\)/);
    expect(await defautsDAccessibilite(page)).toEqual([]);
    await page.getByRole('button', { name: /^Modifier : Établissement/ }).tap();
    expect(await page.locator(':focus').getAttribute('id')).toBe('c-etablissement');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Collège des Essais');
    await continuer(page).tap();
    await titre(page, 'Relisez avant d’envoyer').waitFor();
    expect(await page.locator('dl').first().innerText()).toContain('Collège des Essais');
    await fermer();
  });

  it('garde le brouillon après un rechargement, jamais dans l’adresse, et l’efface sur demande', async () => {
    const { page, fermer } = await visiter(navigateur, adresse(3));
    await page.getByText('Choisir un autre parcours').waitFor();
    await direQui(page, unePersonne('Garde Essai'));
    await continuer(page).tap();
    await page
      .getByText(/\(150\sh\)/)
      .first()
      .tap();
    await page.reload();
    await page.getByText('Choisir un autre parcours').waitFor();
    await titre(page, 'Quand, et combien d’heures ?').waitFor();
    await expect.poll(() => page.getByLabel(/\(150\sh\)/).isChecked()).toBe(true);
    expect(page.url()).toBe(adresse(3));
    await page.getByRole('button', { name: 'Précédent' }).tap();
    expect(await page.getByLabel('Prénom et nom').inputValue()).toBe('Garde Essai');
    await page.getByRole('button', { name: 'Effacer mon brouillon' }).tap();
    expect(await page.getByLabel('Prénom et nom').inputValue()).toBe('');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await fermer();
  });

  it('service en panne : tout reste tapé, et un courriel est prêt', async () => {
    const personne = unePersonne('Panne Essai');
    const { page, contexte, fermer } = await visiter(navigateur, adresse(3));
    await remplirJusquALaRelecture(page, personne, /\(150\sh\)/);
    await contexte.route(`${SERVICE}/**`, (route) => route.abort('connectionrefused'));
    await page.getByRole('button', { name: 'Envoyer ma demande' }).tap();
    await titre(page, 'Rien n’a été envoyé').waitFor();
    expect(await defautsDAccessibilite(page)).toEqual([]);
    const lien = page.getByRole('link', { name: 'l’envoyer par courriel à l’équipe' });
    const texte = decodeURIComponent((await lien.getAttribute('href')) ?? '');
    expect(texte).toMatch(
      /^mailto:clausesocialedeformation@education\.gouv\.fr\?subject=Parcours /,
    );
    expect(texte).toContain(personne.courriel);
    await page.reload();
    await titre(page, 'Relisez avant d’envoyer').waitFor();
    expect(await page.locator('dl').first().innerText()).toContain('Panne Essai');
    await fermer();
  });

  it('service en panne dès l’arrivée : la référence suffit pour commencer', async () => {
    const { page, contexte, fermer } = await visiter(navigateur, `${site}/interet/`);
    await contexte.route(`${SERVICE}/**`, (route) => route.abort('connectionrefused'));
    const { id } = parcoursLibre(3);
    await page.goto(adresse(3));
    await page.getByRole('link', { name: `Parcours ${id}` }).waitFor();
    await direQui(page, unePersonne('Seule Essai'));
    await continuer(page).tap();
    await page.getByLabel('Nombre d’heures').fill('150');
    await fermer();
  });

  it('une référence inconnue se corrige', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/interet/?parcours=bcdfghjk`);
    expect(await page.getByLabel('Référence du parcours').inputValue()).toBe('bcdfghjk');
    await page.getByText('Aucun parcours publié ne porte cette référence.').waitFor();
    await fermer();
  });

  it('revenir en arrière après l’envoi rend un formulaire vide, à la première étape', async () => {
    const { page, fermer } = await visiter(navigateur, adresse(6));
    await remplirJusquALaRelecture(page, unePersonne('Retour Essai'), /\(150\sh\)/);
    await envoyerLaDemande(page);
    await page.goBack();
    await titre(page, 'Qui êtes-vous ?').waitFor();
    await expect.poll(() => page.getByLabel('Prénom et nom').inputValue()).toBe('');
    await fermer();
  });

  it('se remplit et s’envoie au clavier seul', async () => {
    const personne = unePersonne('Clavier Essai');
    const { page, fermer } = await visiter(navigateur, adresse(4), { ecran: 'bureau' });
    await page.getByText('Choisir un autre parcours').waitFor();
    const { keyboard } = page;
    await page.getByLabel('Prénom et nom').focus();
    await keyboard.type(personne.nom);
    await keyboard.press('Tab');
    await keyboard.type(personne.courriel);
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await keyboard.press('Tab');
    await keyboard.type('Lycée des Essais');
    await keyboard.press('Tab');
    await keyboard.type('Versailles');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await titre(page, 'Quand, et combien d’heures ?').waitFor();
    await page.getByLabel('Le jeune peut commencer le').fill(DEBUT);
    await page.getByLabel(/\(150\sh\)/).focus();
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await titre(page, 'Votre message à l’entreprise').waitFor();
    await keyboard.press('Tab');
    await keyboard.type('Le jeune voudrait découvrir vos métiers.');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await titre(page, 'Relisez avant d’envoyer').waitFor();
    await page.getByRole('button', { name: 'Envoyer ma demande' }).focus();
    await keyboard.press('Enter');
    await page.waitForURL(/\/interet\/envoyee\/$/);
    await attendreCourriel(service, personne.courriel, /^Confirmez/);
    await fermer();
  });
});

describe('le formulaire d’intérêt, sans JavaScript', () => {
  const options = { javaScriptEnabled: false };

  async function remplir(page: Page, personne: { nom: string; courriel: string }, id: string) {
    await page.getByLabel('Référence du parcours').fill(id);
    await direQui(page, personne);
    await page.getByLabel('Le jeune peut commencer le').fill(DEBUT);
    await page.getByLabel('Nombre d’heures').fill('150');
    await ecrireLeMessage(page);
  }

  it('est une seule page, que le service reçoit', async () => {
    const personne = unePersonne('Simple Essai');
    const { page, fermer } = await visiter(navigateur, `${site}/interet/`, options);
    await remplir(page, personne, parcoursLibre(5).id);
    await envoyerLaDemande(page);
    expect(await titre(page, 'Il reste un geste à faire').isVisible()).toBe(true);
    await attendreCourriel(service, personne.courriel, /^Confirmez/);
    await fermer();
  });

  it('une référence inconnue mène à une page qui dit quoi vérifier', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/interet/`, options);
    await remplir(page, unePersonne('Fausse Essai'), 'bcdfghjk');
    await page.getByRole('button', { name: 'Envoyer ma demande' }).click();
    await page.waitForURL(/\/interet\/incomplete\//);
    expect(await titre(page, 'Votre demande n’est pas partie').isVisible()).toBe(true);
    await fermer();
  });

  it('une page ouverte depuis un courriel dit pourquoi elle ne peut rien', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/interet/confirmer/#x`, options);
    const message = page.locator('noscript p:visible');
    expect(await message.innerText()).toMatch(/a besoin de JavaScript.*clausesocialedeformation@/s);
    await fermer();
  });
});
