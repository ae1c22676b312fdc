import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { aUneReponse } from '../../supabase/embarque/reponses.ts';
import { LIEU } from '../fabriques-suivi.ts';
import type { ServiceDEssai } from '../functions/service.ts';
import { agenda, dernier, DossierDEssai, proposition } from '../functions/suivi.ts';
import { ouvrirNavigateur, visiter } from './navigateur.ts';
import {
  bouton,
  choisir,
  cocher,
  envoyer,
  ouvrirLeCourriel,
  ouvrirUnService,
  rendezVous,
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

/** Note le rendez-vous que l'entreprise a donné. */
async function noterLeRendezVous(page: Page, jour: string): Promise<void> {
  await cocher(page, /^Un rendez-vous/);
  await page.getByLabel('Jour du rendez-vous').fill(jour);
  await page.getByLabel('Heure').fill('10:00');
  await page.getByLabel('Adresse').fill(LIEU.adresse);
  await page.getByLabel('Qui demander').fill(LIEU.demander);
  await page.getByLabel('Téléphone à appeler').fill(LIEU.telephone);
}

it('téléphone : la tutrice note le rendez-vous, l’entreprise confirme d’un bouton, chacun sait où venir', async () => {
  const dossier = await DossierDEssai.ouvrir(essai);
  await essai.courrielsPartis();
  const tutrice = await ouvrir(dossier.adresse('tutrice'));
  await choisir(tutrice.page, 'L’entreprise m’a répondu', async () => {
    await cocher(tutrice.page, /Par téléphone/);
    await noterLeRendezVous(tutrice.page, rendezVous(dossier, 5).jour);
  });
  expect(await envoyer(tutrice.page)).toMatch(/l’entreprise a répondu par téléphone : rendez-vous/);
  await tutrice.page.getByText('L’entreprise a reçu un courriel pour le confirmer').waitFor();
  await tutrice.page.getByRole('region', { name: 'Où venir' }).getByText(LIEU.adresse).waitFor();
  // Personne n'apprend rien de l'entreprise en inventant un rendez-vous.
  await tutrice.page.getByText('ou confirmé celui que vous avez noté').waitFor();
  expect(agenda(essai, dossier.adresse('tutrice'))).toContain('STATUS:TENTATIVE');

  const entreprise = await ouvrir(dossier.adresse('entreprise-1'));
  await entreprise.page.getByRole('heading', { name: 'Confirmer ce qui est dit' }).waitFor();
  expect(await envoyer(entreprise.page)).toMatch(/L’entreprise a confirmé le rendez-vous/);
  await entreprise.fermer();
  await tutrice.page.reload();
  await tutrice.page
    .getByRole('region', { name: 'Qui appeler' })
    .getByRole('term')
    .first()
    .waitFor();
  await tutrice.fermer();
  expect(agenda(essai, dossier.adresse('tutrice'))).toContain('STATUS:CONFIRMED');
});

it('un courriel lu : « c’est une réponse », et ce qu’il dit se note', async () => {
  const dossier = await DossierDEssai.ouvrir(essai);
  await essai.courrielsPartis();
  const recu = essai.courriels(dossier.adresse('entreprise-1')).find(aUneReponse);
  const boite = await visiter(navigateur, `${essai.service.url}/courriels/${recu?.id ?? ''}`);
  await boite.page.getByText('Répondre', { exact: true }).click();
  await boite.page.getByLabel('Votre réponse').fill('Je vous rappelle la semaine prochaine.');
  await boite.page.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await boite.page.waitForURL(`${essai.service.url}/courriels`);
  await boite.fermer();

  const { page, fermer } = await ouvrir(dossier.adresse('tutrice'));
  await page.getByText('Notez ensuite ici ce qu’elle a répondu').waitFor();
  await envoyer(page);
  await bouton(page, 'L’entreprise m’a répondu').click();
  await cocher(page, /^Elle rappellera/);
  await page.getByLabel('Elle rappelle le').fill(dossier.jour(6));
  expect(await envoyer(page)).toMatch(/a répondu par courriel : elle rappelle le/);
  expect(await titre(page)).toMatch(/elle a annoncé un appel/);
  await page.getByText('Après, c’est un retard').waitFor();
  await fermer();
});

it('absence : un seul geste, la tutrice sait qui appeler, une erreur se retire', async () => {
  const dossier = await DossierDEssai.ouvrir(essai);
  const { action, ...creneaux } = proposition(dossier);
  await dossier.agir('entreprise-2', action, creneaux);
  for (const action of ['noter-reunion', 'signer-convention', 'commencer'])
    await dossier.agir('tutrice', action, { le: dossier.jour() });
  const { page, fermer } = await ouvrir(dossier.adresse('entreprise-2'));
  await page.locator('#maintenant').waitFor();
  if (await page.locator('.csf-action').isVisible()) await bouton(page, 'Annuler').click();
  await bouton(page, 'Absent aujourd’hui').click();
  await page.getByText('a signalé le jeune absent').first().waitFor();
  await essai.courrielsPartis();
  const { subject, text } = dernier(essai, dossier.adresse('tutrice'));
  expect(subject).toMatch(/^Appelez l’entreprise aujourd’hui/);
  expect(text).toContain(LIEU.telephone);
  await bouton(page, 'Le jeune est venu : retirer l’absence').click();
  await page.getByText('c’était une erreur').first().waitFor();
  await fermer();
});
