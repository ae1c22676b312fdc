import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  estSujetDe,
  ROLES_DE_MESSAGE,
  SUJETS_DE_MESSAGE,
  type RoleDeMessage,
  type SujetDeMessage,
} from '../../src/contact/regles/sujets.ts';
import { attendreCourriel } from './courriels.ts';
import {
  defautsDAccessibilite,
  ouvrirNavigateur,
  SANS_INCIDENT,
  visiter,
  type Ecran,
} from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
const service = inject('service');
const contact = `${site}/contact/`;
const EQUIPE = 'equipe@csf.example';
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

const ROLES = Object.keys(ROLES_DE_MESSAGE) as RoleDeMessage[];
const SUJETS = Object.keys(SUJETS_DE_MESSAGE) as SujetDeMessage[];

const uneAdresse = (qui: string) => `${qui}.${crypto.randomUUID().slice(0, 8)}@entreprise.example`;
const envoyer = (page: Page) => page.getByRole('button', { name: 'Envoyer le message' }).click();
const etiquette = (page: Page, champ: string, texte: string) =>
  page.locator(`[data-champ="${champ}"] label`).filter({ hasText: new RegExp(`^\\s*${texte}`) });
const role = (page: Page, nom: string) => etiquette(page, 'role', nom);
const message = (page: Page) => page.getByRole('textbox', { name: 'Votre message' });

async function signer(page: Page, courriel: string) {
  await page.getByLabel('Votre prénom et votre nom').fill('Camille Exemple');
  await page.getByLabel('Votre adresse électronique').fill(courriel);
  await page.getByText('J’accepte que l’équipe').click();
}

describe('le formulaire de contact', () => {
  it('mène du courriel reçu au nouveau contact, vérifié par l’équipe', async () => {
    const adresse = uneAdresse('camille');
    const { page, incidents, fermer } = await visiter(
      navigateur,
      `${contact}?role=entreprise&sujet=contact-change&parcours=bcdfghjk`,
    );
    expect(await page.getByLabel('La référence du parcours').inputValue()).toBe('bcdfghjk');
    expect(await page.getByLabel('Je ne suis plus la bonne personne').isChecked()).toBe(true);
    await page.getByLabel('Son prénom et son nom').fill('Noa Exemple');
    await page.getByLabel('Son adresse électronique').fill('noa@entreprise.example');
    await message(page).fill('Je quitte mon poste à la fin du mois.');
    await signer(page, adresse);
    await envoyer(page);
    const recu = page.getByRole('region', { name: 'Votre message est arrivé' });
    await recu.waitFor();
    expect(await recu.evaluate((element) => element === document.activeElement)).toBe(true);
    const [reference = ''] = /M-[a-z\d]{6}/.exec(await recu.innerText()) ?? [];
    const accuse = await attendreCourriel(service, adresse, new RegExp(reference));
    expect(accuse.text).toContain('bcdfghjk');
    const transmis = await attendreCourriel(service, EQUIPE, new RegExp(reference));
    expect(transmis.text).toContain('noa@entreprise.example');
    expect(transmis.subject).toContain('Je ne suis plus la bonne personne');
    expect(incidents).toEqual(SANS_INCIDENT);
    expect(await page.evaluate(() => localStorage.getItem('csf-brouillon-contact'))).toBeNull();
    await fermer();
  });

  it('ne montre que les sujets du rôle, avec ou sans JavaScript', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, fermer } = await visiter(navigateur, contact, { javaScriptEnabled });
      expect(await page.getByRole('radiogroup', { name: 'Votre sujet' }).isVisible()).toBe(false);
      for (const cle of ROLES) {
        await role(page, ROLES_DE_MESSAGE[cle]).click();
        const visibles: SujetDeMessage[] = [];
        for (const sujet of SUJETS)
          if (await etiquette(page, 'sujet', SUJETS_DE_MESSAGE[sujet].libelle).isVisible())
            visibles.push(sujet);
        expect(visibles, cle).toEqual(SUJETS.filter((sujet) => estSujetDe(cle, sujet)));
      }
      await fermer();
    }
  });

  it('dit tout ce qui manque, dans l’ordre de la page, et mène à chaque champ', async () => {
    const { page, fermer } = await visiter(navigateur, contact);
    await role(page, 'Entreprise').click();
    await page.getByText('Je ne suis plus la bonne personne').click();
    await envoyer(page);
    const resume = page.getByRole('group', { name: '6 réponses à corriger' });
    await resume.waitFor();
    expect(await resume.evaluate((element) => element === document.activeElement)).toBe(true);
    const liens = await resume.getByRole('link').allInnerTexts();
    expect(liens[0]).toMatch(/^La personne qui prend le relais/);
    expect(liens.at(-1)).toMatch(/^Cochez la case/);
    await resume.getByRole('link', { name: 'Écrivez votre message' }).click();
    expect(await message(page).evaluate((element) => element === document.activeElement)).toBe(
      true,
    );
    expect(await message(page).getAttribute('aria-invalid')).toBe('true');
    expect(await defautsDAccessibilite(page)).toEqual([]);
    await fermer();
  });

  it('sans rôle, chaque ligne du résumé mène à un champ visible', async () => {
    const { page, fermer } = await visiter(navigateur, contact);
    await envoyer(page);
    const resume = page.getByRole('group', { name: 'réponses à corriger' });
    await resume.waitFor();
    const liens = await resume.getByRole('link').all();
    expect(liens.length).toBeGreaterThan(3);
    for (const lien of liens) {
      await lien.click();
      const id = ((await lien.getAttribute('href')) ?? '').slice(1);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
    }
    await fermer();
  });

  it('avertit quand un jeune est nommé, sans empêcher d’écrire', async () => {
    const { page, fermer } = await visiter(navigateur, contact);
    await message(page).fill('Le jeune Kevin est malade.');
    await page.getByText('On dirait que vous nommez quelqu’un').waitFor();
    await message(page).fill('Le jeune attend une réponse.');
    await page.getByText('On dirait que vous nommez quelqu’un').waitFor({ state: 'detached' });
    await fermer();
  });

  it('garde le brouillon au rechargement, et l’efface à la demande', async () => {
    const { page, fermer } = await visiter(navigateur, contact);
    await role(page, 'Entreprise').click();
    await message(page).fill('Nous attendons un jeune depuis un an.');
    await page.reload();
    expect(await message(page).inputValue()).toBe('Nous attendons un jeune depuis un an.');
    await page.getByText('Nous avons repris votre brouillon').waitFor();
    await page.getByRole('button', { name: 'Effacer mon brouillon' }).click();
    expect(await message(page).inputValue()).toBe('');
    await page.reload();
    expect(await message(page).inputValue()).toBe('');
    await fermer();
  });

  it('en panne, garde ce qui est tapé et prépare un courriel', async () => {
    const { page, contexte, fermer } = await visiter(navigateur, contact);
    await contexte.route('**/functions/v1/**', (route) => route.abort());
    await role(page, 'Entreprise').click();
    await page.getByText('Nous voulons proposer un parcours').click();
    await message(page).fill('Nous pouvons accueillir un jeune en janvier.');
    await signer(page, 'camille@entreprise.example');
    await envoyer(page);
    const refus = page.getByRole('group', { name: 'Rien n’a été envoyé' });
    await refus.waitFor();
    const courriel = await refus.getByRole('link', { name: 'par courriel' }).getAttribute('href');
    expect(decodeURIComponent(courriel ?? '')).toContain('Nous pouvons accueillir un jeune');
    expect(await message(page).inputValue()).toBe('Nous pouvons accueillir un jeune en janvier.');
    await fermer();
  });

  it('part malgré la case leurre, qu’un gestionnaire de mots de passe a remplie', async () => {
    const adresse = uneAdresse('gestionnaire');
    const { page, fermer } = await visiter(navigateur, contact);
    await role(page, 'Acheteur').click();
    await page.getByText('Une question sur la clause').click();
    await message(page).fill('Le marché est en consultation : quel volume choisir ?');
    await signer(page, adresse);
    await page.locator('[name=leurre]').evaluate((champ: HTMLInputElement) => {
      champ.value = 'camille@acheteur.example';
    });
    await envoyer(page);
    await page.getByRole('region', { name: 'Votre message est arrivé' }).waitFor();
    await attendreCourriel(service, adresse, /Message reçu/);
    await fermer();
  });

  it('part aussi sans JavaScript, et répond par une page', async () => {
    const adresse = uneAdresse('sans-script');
    const { page, fermer } = await visiter(navigateur, contact, { javaScriptEnabled: false });
    await role(page, 'Acheteur').click();
    await page.getByText('Une question sur la clause').click();
    await message(page).fill('Le marché est en consultation : quel volume choisir ?');
    await signer(page, adresse);
    await envoyer(page);
    await page.getByRole('heading', { name: 'Votre message est arrivé', level: 1 }).waitFor();
    await attendreCourriel(service, adresse, /Message reçu/);
    await fermer();
  });

  it('sans JavaScript, un message incomplet mène à la page qui dit de revenir', async () => {
    const { page, fermer } = await visiter(navigateur, contact, { javaScriptEnabled: false });
    await role(page, 'Acheteur').click();
    await page.getByText('Une question sur la clause').click();
    await message(page).fill('court');
    await signer(page, uneAdresse('court'));
    await envoyer(page);
    await page.getByRole('heading', { name: 'Votre message n’est pas parti' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#erreurs');
    await page.goBack();
    expect(await message(page).inputValue()).toBe('court');
    await fermer();
  });

  it('se remplit et part au clavier seul', async () => {
    const { page, fermer } = await visiter(navigateur, contact, { ecran: 'bureau' });
    const taper = async (texte: string) => {
      await page.keyboard.type(texte);
      await page.keyboard.press('Tab');
    };
    await page.getByRole('radio', { name: 'Tuteur ou tutrice' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await taper('');
    await taper('Que devons-nous préparer avant la réunion ?');
    await taper('Camille Exemple');
    await taper(uneAdresse('clavier'));
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Votre message est arrivé' }).waitFor();
    await fermer();
  });
});

describe.each<Ecran>(['telephone', 'bureau'])('l’accessibilité, %s', (ecran) => {
  it('reste entière avec le relais, les avertissements et les erreurs', async () => {
    const { page, fermer } = await visiter(
      navigateur,
      `${contact}?role=entreprise&sujet=contact-change`,
      { ecran },
    );
    await message(page).fill('Le jeune Kevin est malade.');
    await page.getByText('On dirait que vous nommez quelqu’un').waitFor();
    await envoyer(page);
    await page.getByRole('group', { name: 'réponses à corriger' }).waitFor();
    expect(await defautsDAccessibilite(page)).toEqual([]);
    const largeur = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(largeur).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    await fermer();
  });
});
