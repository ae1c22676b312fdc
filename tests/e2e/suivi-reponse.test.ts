import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { aUneReponse } from '../../supabase/embarque/reponses.ts';
import type { ServiceDEssai } from '../functions/service.ts';
import { DossierDEssai } from '../functions/suivi.ts';
import { ouvrirNavigateur, visiter } from './navigateur.ts';
import { bouton, ouvrirLeCourriel, ouvrirUnService, titre } from './suivi-navigateur.ts';

let navigateur: Browser;
let essai: ServiceDEssai;
let fermerLeService: () => Promise<void>;
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
  ({ essai, fermer: fermerLeService } = await ouvrirUnService(inject('site')));
});
afterAll(async () => {
  await navigateur.close();
  await fermerLeService();
});

it('l’entreprise répond au courriel : la tutrice le lit, et dit que ce n’est pas une réponse', async () => {
  const dossier = await DossierDEssai.ouvrir(essai);
  await essai.courrielsPartis();
  const recu = essai.courriels(dossier.adresse('entreprise-1')).find(aUneReponse);
  const boite = await visiter(navigateur, `${essai.service.url}/courriels/${recu?.id ?? ''}`);
  await boite.page.getByText('Répondre', { exact: true }).click();
  await boite.page.getByLabel('Votre réponse').fill('Votre demande a bien été reçue.');
  await boite.page.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await boite.page.waitForURL(`${essai.service.url}/courriels`);
  await boite.fermer();
  await essai.courrielsPartis();

  const { page, fermer } = await ouvrirLeCourriel(navigateur, essai, dossier.adresse('tutrice'));
  // Le premier bouton du courriel ouvre « c'est une réponse » : elle en choisit une autre.
  await page.getByRole('heading', { name: 'L’entreprise a répondu', exact: true }).waitFor();
  expect(await titre(page)).toMatch(/^C’est à vous : l’entreprise a répondu par courriel/);
  await bouton(page, 'Annuler').click();
  await bouton(page, 'Ce n’est pas une réponse').click();
  await page.getByText('Elle n’en est pas prévenue').waitFor();
  await page.locator('form').getByRole('button', { name: 'Ce n’est pas une réponse' }).click();
  await page.getByText('dit que ce courriel n’était pas une réponse').first().waitFor();
  expect(await titre(page)).toMatch(/^En attente de l’entreprise/);
  await fermer();
});
