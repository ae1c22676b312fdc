import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { attendreCourriel, courrielsA, lienVers } from './courriels.ts';
import { desPersonnes, envoyer, EQUIPE, relire, remplir, uneDeclaration } from './declaration.ts';
import { defautsDAccessibilite, ouvrirNavigateur, visiter, type Ecran } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
const service = inject('service');
const declarer = `${site}/acheteur/declarer/`;
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

describe('les liens reçus par courriel', () => {
  it('ne changent rien tant qu’aucun bouton n’est pressé', async () => {
    const { valider, contacts, personnes } = await uneDeclaration(navigateur, site, service);
    for (const lien of [contacts, valider]) {
      const { fermer } = await visiter(navigateur, lien);
      await fermer();
    }
    expect(await courrielsA(service, personnes.suivi)).toHaveLength(1);
  });

  it('un refus se motive, se relit, et ne se reprend pas', async () => {
    const { valider, personnes } = await uneDeclaration(navigateur, site, service);
    const { page, fermer } = await visiter(navigateur, valider);
    await page.getByText('L’entreprise n’a pas encore confirmé').waitFor();
    await page.locator('[data-champ=decision] label').last().click();
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('link', { name: 'Écrivez la raison du refus.' }).click();
    await page.keyboard.type('La commune est fausse');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByText('« La commune est fausse »').waitFor();
    await page.getByRole('button', { name: 'Confirmer la décision' }).click();
    await page.getByRole('heading', { name: 'Cette déclaration est refusée' }).waitFor();
    const refus = await attendreCourriel(service, personnes.suivi, /non publiée/);
    expect(refus.text).toContain('La commune est fausse');
    await page.goto(valider);
    await page.getByRole('heading', { name: 'Cette déclaration est refusée' }).waitFor();
    await fermer();
  });

  it.each(['contacts', 'valider'])('un lien coupé ou absent se dit (%s)', async (nom) => {
    const adresse = `${site}/declaration/${nom}/`;
    const coupe = await visiter(navigateur, `${adresse}#coupe`);
    await coupe.page.getByRole('heading', { name: 'Ce lien ne marche plus' }).waitFor();
    expect(coupe.page.url()).toBe(adresse);
    await coupe.page.getByRole('link', { name: 'Recevoir un nouveau lien' }).waitFor();
    await coupe.fermer();
    const absent = await visiter(navigateur, adresse);
    await absent.page.getByRole('heading', { name: 'Ouvrez votre lien personnel' }).waitFor();
    await absent.fermer();
    const sansScript = await visiter(navigateur, adresse, { javaScriptEnabled: false });
    const sansLien = sansScript.page.locator('noscript p');
    expect(await sansLien.isVisible()).toBe(true);
    expect(await sansLien.innerText()).toContain('a besoin de JavaScript');
    await sansScript.fermer();
  });
});

describe.each<Ecran>(['telephone', 'bureau'])('l’accessibilité, %s', (ecran) => {
  it('reste entière dans les erreurs, la relecture, les contacts et la décision', async () => {
    const { page, fermer } = await visiter(navigateur, declarer, { ecran });
    const controler = async (ou: Page) => {
      expect(await defautsDAccessibilite(ou)).toEqual([]);
      const largeur = await ou.evaluate(() => document.documentElement.scrollWidth);
      expect(largeur).toBeLessThanOrEqual(ou.viewportSize()?.width ?? 0);
    };
    await relire(page);
    await page.getByRole('group', { name: 'réponses à corriger' }).waitFor();
    await controler(page);
    const personnes = desPersonnes();
    await remplir(page, personnes);
    await relire(page);
    await page.getByRole('region', { name: 'Relisez avant d’envoyer' }).waitFor();
    await controler(page);
    await envoyer(page);
    await controler(page);
    const contacts = await attendreCourriel(service, personnes.marche, /Confirmez vos contacts/);
    await page.goto(lienVers(contacts, '/declaration/contacts/'));
    await page.getByRole('heading', { name: 'Vos deux contacts' }).waitFor();
    await controler(page);
    const equipe = await attendreCourriel(service, EQUIPE, /À valider/);
    await page.goto(lienVers(equipe, '/declaration/valider/'));
    await page.locator('.csf-apercu').waitFor();
    await controler(page);
    await fermer();
  });
});
