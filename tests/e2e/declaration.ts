import type { Browser, Page } from 'playwright-core';
import { attendreCourriel, lienVers } from './courriels.ts';
import { visiter } from './navigateur.ts';

export const EQUIPE = 'equipe@csf.example';

/** Des personnes inventées, à des adresses que seul ce test emploie. */
export function desPersonnes() {
  const suffixe = crypto.randomUUID().slice(0, 8);
  return {
    marche: `marche.${suffixe}@entreprise.example`,
    tuteur: `tuteur.${suffixe}@entreprise.example`,
    suivi: `suivi.${suffixe}@acheteur.example`,
  };
}
type Personnes = ReturnType<typeof desPersonnes>;

export const groupe = (page: Page, nom: string) =>
  page.getByRole('group', { name: nom, exact: true });

async function nommer(page: Page, ou: string, nom: string, courriel: string) {
  await groupe(page, ou).getByLabel('Prénom et nom').fill(nom);
  await groupe(page, ou).getByLabel('Adresse électronique professionnelle').fill(courriel);
}

export async function nommerTous(page: Page, personnes: Personnes) {
  await nommer(page, 'Le contact du marché', 'Camille Exemple', personnes.marche);
  await nommer(page, 'Le tuteur entreprise', 'Sacha Exemple', personnes.tuteur);
  await page.locator('[data-champ=roleDuSuivi] label').first().click();
  await nommer(page, 'Vous, qui suivez le parcours', 'Dominique Exemple', personnes.suivi);
  await page.getByText('Les personnes nommées ici savent').click();
}

export async function choisirLaCommune(page: Page) {
  const champ = page.getByLabel('Commune ou code postal');
  await champ.fill('92000');
  await page.getByRole('option', { name: /Nanterre/ }).click();
  await page.getByText('académie : Versailles, région : Île-de-France').waitFor();
}

export async function remplir(page: Page, personnes: Personnes) {
  await page.getByLabel('Domaine').selectOption('informatique');
  await page.getByText('Préparer un poste de travail').click();
  await page.getByText('13 semaines (450 h)').click();
  await choisirLaCommune(page);
  await page.getByLabel('Fin du parcours').fill('2029-06-30');
  await page.getByLabel('Conditions').fill('repas pris en charge');
  await page.getByText('Des horaires aménagés sont possibles').click();
  await nommerTous(page, personnes);
}

export const relire = (page: Page) =>
  page.getByRole('button', { name: 'Relire avant d’envoyer' }).click();

export async function envoyer(page: Page) {
  await page.getByRole('button', { name: 'Envoyer la déclaration' }).click();
  await page.getByRole('region', { name: 'Votre parcours est déclaré' }).waitFor();
}

/** Déclare un parcours et rend les liens reçus par l'entreprise et par l'équipe. */
export async function uneDeclaration(navigateur: Browser, site: string, service: string) {
  const personnes = desPersonnes();
  const { page, fermer } = await visiter(navigateur, `${site}/acheteur/declarer/`);
  await remplir(page, personnes);
  await relire(page);
  await envoyer(page);
  const recu = await page.getByRole('region', { name: 'Votre parcours est déclaré' }).innerText();
  await fermer();
  const [reference = ''] = /P-[a-z\d]{6}/.exec(recu) ?? [];
  const contacts = await attendreCourriel(service, personnes.tuteur, /Confirmez vos contacts/);
  const equipe = await attendreCourriel(service, EQUIPE, new RegExp(reference));
  return {
    personnes,
    reference,
    contacts: lienVers(contacts, '/declaration/contacts/'),
    valider: lienVers(equipe, '/declaration/valider/'),
  };
}
