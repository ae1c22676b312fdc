import { LIEU } from '../fabriques-suivi.ts';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { calendrierDuService } from '../fabriques-etats.ts';
import { estOuvre } from '../../src/calendrier/regles/calendrier.ts';
import { ServiceDEssai } from '../functions/service.ts';
import { DEPART, dernier, type DossierDEssai } from '../functions/suivi.ts';
import { lienVers } from './courriels.ts';
import { visiter } from './navigateur.ts';

/** Un service à part, dont l'heure avance sans toucher à celle des autres tests. */
export async function ouvrirUnService(site: string): Promise<{
  essai: ServiceDEssai;
  fermer: () => Promise<void>;
}> {
  const celuiDesAutres = process.env.CSF_ESSAI_SERVICE;
  const essai = await ServiceDEssai.ouvrir({ depart: DEPART, site, remises: true });
  process.env.CSF_ESSAI_SERVICE = essai.service.url;
  return {
    essai,
    fermer: async () => {
      process.env.CSF_ESSAI_SERVICE = celuiDesAutres;
      await essai.fermer();
    },
  };
}

/** Le dernier courriel d'une personne qui mène à un suivi : deux courriels du même instant arrivent dans n'importe quel ordre. */
export async function dernierSuivi(essai: ServiceDEssai, adresse: string) {
  await essai.courrielsPartis();
  const versUnSuivi = essai.courriels(adresse).find(({ text }) => text.includes('/suivi/#'));
  return versUnSuivi ?? dernier(essai, adresse);
}

/** Le lien de suivi du dernier courriel d'une personne, celui qui mène à une action s'il y en a un. */
export async function dernierLien(essai: ServiceDEssai, adresse: string): Promise<string> {
  const courriel = await dernierSuivi(essai, adresse);
  const versUneAction = /\S+\/suivi\/#[\w-]{43}\.[a-z-]+/.exec(courriel.text);
  return versUneAction?.[0] ?? lienVers(courriel, '/suivi/#');
}

/** Ouvre le lien du dernier courriel d'une personne, comme elle le ferait. */
export async function ouvrirLeCourriel(
  navigateur: Browser,
  essai: ServiceDEssai,
  adresse: string,
): Promise<{ page: Page; fermer: () => Promise<void> }> {
  const { page, fermer } = await visiter(navigateur, await dernierLien(essai, adresse));
  await page.locator('.csf-dossier__ouvert').waitFor();
  return { page, fermer };
}

/** Un rendez-vous à dix heures, un jour ouvré, au moins `jours` jours plus tard. */
export function rendezVous(dossier: DossierDEssai, jours: number) {
  let plus = jours;
  while (!estOuvre(dossier.jour(plus), calendrierDuService)) plus += 1;
  return { jour: dossier.jour(plus), debut: `${dossier.jour(plus)}T10:00`, minutes: 60 };
}

export const bouton = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const enClair = (texte: string) => texte.replace(/\s+/g, ' ');

/** À qui de jouer, tel que la page le dit. */
export const titre = async (page: Page): Promise<string> =>
  enClair(await page.locator('#maintenant').innerText());

/** Ouvre le formulaire d'une action, si le courriel ne l'a pas déjà ouvert, et le remplit. */
export async function choisir(
  page: Page,
  action: string,
  remplir: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  await page.locator('.csf-dossier__ouvert').waitFor();
  if (await page.locator('.csf-action').isVisible()) await bouton(page, 'Annuler').click();
  const choisi = bouton(page, action);
  if (!(await choisi.isVisible())) await page.getByText('Autres actions').click();
  await choisi.click();
  await page.locator('#action:focus').waitFor();
  await remplir();
}

/** Coche un choix du formulaire par son étiquette : le dessin du système de design couvre le bouton. */
export const cocher = (page: Page, etiquette: RegExp) =>
  page.locator('.csf-action label', { hasText: etiquette }).click();

/** Envoie le formulaire, une fois relu s'il se relit. */
async function enregistrer(page: Page): Promise<void> {
  const formulaire = page.locator('.csf-action');
  const seRelit = await bouton(page, 'Continuer').isVisible();
  await formulaire.locator('.fr-btn').first().click();
  if (!seRelit) return;
  const relecture = page.getByRole('region', { name: /^Relisez/ });
  await relecture.locator('.fr-btn').first().click();
}

/** Envoie le formulaire ; rend ce que la page en dit. */
export async function envoyer(page: Page): Promise<string> {
  await enregistrer(page);
  const avis = page.locator('.csf-maintenant__avis');
  await avis.and(page.locator(':focus')).waitFor();
  return enClair(await avis.innerText());
}

/** Passe le relais, et attend que la page le dise. */
export async function passerLeRelais(page: Page): Promise<void> {
  await enregistrer(page);
  await page.getByRole('heading', { name: 'le relais est passé' }).waitFor();
}

/** Remplit la personne qui prend le relais. */
export async function nommer(page: Page, nom: string, courriel: string): Promise<void> {
  await page.getByLabel('Prénom et nom de cette personne').fill(nom);
  await page.getByLabel('Son adresse électronique professionnelle').fill(courriel);
}

/** L'acheteur ouvre son courriel, y donne un contact du marché, et la page le dit ; rend l'adresse de ce contact. */
export async function lAcheteurNomme(
  ouvrir: (adresse: string) => ReturnType<typeof ouvrirLeCourriel>,
  dossier: DossierDEssai,
): Promise<string> {
  const { page, fermer } = await ouvrir(dossier.adresse('acheteur'));
  await page
    .getByRole('heading', { name: 'Donner un nouveau contact dans l’entreprise' })
    .waitFor();
  await cocher(page, /Le contact du marché/);
  const neuf = `andrea.${dossier.parcours}@entreprise.example`;
  await nommer(page, 'Andrea Exemple', neuf);
  expect(await envoyer(page)).toMatch(/a changé/);
  await fermer();
  return neuf;
}

/** Remplit le premier créneau, et où venir. */
export async function unCreneau(page: Page, jour: string): Promise<void> {
  await page.getByLabel('Jour').first().fill(jour);
  await page.getByLabel('Heure de début').first().fill('10:00');
  await page.getByLabel('Adresse').fill(LIEU.adresse);
  await page.getByLabel('Qui demander').fill(LIEU.demander);
  await page.getByLabel('Téléphone').fill(LIEU.telephone);
}
