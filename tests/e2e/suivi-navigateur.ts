import type { Browser, Page } from 'playwright-core';
import { calendrierDuService } from './suivi.ts';
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
  const essai = await ServiceDEssai.ouvrir({ depart: DEPART, site });
  process.env.CSF_ESSAI_SERVICE = essai.service.url;
  return {
    essai,
    fermer: async () => {
      process.env.CSF_ESSAI_SERVICE = celuiDesAutres;
      await essai.fermer();
    },
  };
}

/** Le lien de suivi du dernier courriel d'une personne, celui qui mène à une action s'il y en a un. */
export async function dernierLien(essai: ServiceDEssai, adresse: string): Promise<string> {
  await essai.courrielsPartis();
  const courriel = dernier(essai, adresse);
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
  await page.locator('[data-etat="ouvert"]').waitFor();
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
  enClair(await page.locator('[data-dit="titre"]').innerText());

/** Ouvre le formulaire d'une action, si le courriel ne l'a pas déjà ouvert, et le remplit. */
export async function choisir(
  page: Page,
  action: string,
  remplir: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  await page.locator('[data-etat="ouvert"]').waitFor();
  const ouvert = page.locator('[data-formulaire]:not([hidden])');
  if (await ouvert.isVisible()) await bouton(page, 'Annuler').click();
  const choisi = bouton(page, action);
  if (!(await choisi.isVisible())) await page.getByText('Autres actions').click();
  await choisi.click();
  await page.locator('[data-formulaire] h3:focus').waitFor();
  await remplir();
}

/** Coche un choix du formulaire par son étiquette : le dessin du système de design couvre le bouton. */
export const cocher = (page: Page, etiquette: RegExp) =>
  page.locator('[data-formulaire] label', { hasText: etiquette }).click();

/** Envoie le formulaire ; rend ce que la page en dit. */
export async function envoyer(page: Page, { definitive = false } = {}): Promise<string> {
  await page.locator('[data-envoyer]').click();
  if (definitive) await bouton(page, 'Confirmer').click();
  await page.locator('[data-avis]:focus').waitFor();
  return enClair(await page.locator('[data-avis]').innerText());
}

/** Passe le relais, et attend que la page le dise. */
export async function passerLeRelais(page: Page): Promise<void> {
  await page.locator('[data-envoyer]').click();
  await bouton(page, 'Confirmer').click();
  await page.getByRole('heading', { name: 'le relais est passé' }).waitFor();
}

/** Remplit la personne qui prend le relais. */
export async function nommer(page: Page, nom: string, courriel: string): Promise<void> {
  await page.getByLabel('Prénom et nom de cette personne').fill(nom);
  await page.getByLabel('Son adresse électronique professionnelle').fill(courriel);
}

/** Remplit le premier créneau. */
export async function unCreneau(page: Page, jour: string): Promise<void> {
  await page.getByLabel('Jour').first().fill(jour);
  await page.getByLabel('Heure de début').first().fill('10:00');
}
