import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { ServiceDEssai } from '../functions/service.ts';
import { DossierDEssai } from '../functions/suivi.ts';
import { ouvrirNavigateur, visiter } from './navigateur.ts';
import {
  bouton,
  choisir,
  envoyer,
  lAcheteurNomme,
  ouvrirLeCourriel,
  ouvrirUnService,
  titre,
} from './suivi-navigateur.ts';

let navigateur: Browser;
let essai: ServiceDEssai;
let fermerLeService: () => Promise<void>;
const ouvrir = (adresse: string) => ouvrirLeCourriel(navigateur, essai, adresse);
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
  ({ essai, fermer: fermerLeService } = await ouvrirUnService(inject('site')));
});
afterAll(() => Promise.all([navigateur.close(), fermerLeService()]));

it('ce n’est plus elle, elle ne sait pas qui : l’acheteur nomme quelqu’un le jour même', async () => {
  // Une petite entreprise : une seule personne tient les deux rôles.
  const [parcours = ''] = await essai.parcoursLibres(1);
  const seule = `entreprise-1.${parcours}@entreprise.example`;
  await essai.service.base.query(
    "update prive.contacts set courriel = $2 where parcours_id = $1 and role = 'entreprise-2'",
    [parcours, seule],
  );
  const dossier = await DossierDEssai.ouvrir(essai);
  await essai.courrielsPartis();
  const lien = `${inject('site')}/suivi/#${await dossier.jeton('entreprise-1')}.plus-moi`;
  const { page, fermer } = await visiter(navigateur, lien);
  await page.getByRole('heading', { name: /vous ne savez pas qui/ }).waitFor();
  await bouton(page, 'Ce n’est plus moi').click();
  await page.getByText('C’est enregistré').waitFor();
  expect(await titre(page)).toMatch(/n’est plus vous : vous n’avez rien à faire/);
  await page.getByText('Vous êtes seul contact').waitFor();

  const tutrice = await ouvrir(dossier.adresse('tutrice'));
  expect(await titre(tutrice.page)).toMatch(
    /^En attente de l’acheteur : la personne contactée dit/,
  );
  await tutrice.fermer();

  // Une erreur se reprend, sans délai de plus.
  await choisir(page, 'Finalement, c’est moi');
  expect(await envoyer(page)).toMatch(/dit que c’est finalement elle/);
  expect(await titre(page)).toMatch(/^C’est à vous : proposez/);
  await choisir(page, 'Ce n’est plus moi, et je ne sais pas qui');
  await envoyer(page);
  await fermer();

  const neuf = await lAcheteurNomme(ouvrir, dossier);
  const nomme = await ouvrir(neuf);
  expect(await titre(nomme.page)).toMatch(/^C’est à vous : proposez/);
  await nomme.fermer();
});
