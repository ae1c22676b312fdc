import type { Page } from 'playwright-core';
import { ajouterJours, jourAParis } from '../../src/socle/dates.ts';
import { disponibiliteLe } from '../../src/parcours/regles/disponibilite.ts';
import type { Parcours } from '../../src/parcours/regles/parcours.ts';
import { PARCOURS, parcoursEnEtat } from './pages.ts';

const JOUR = jourAParis(new Date());

/* Ceux que d'autres tests lisent au même moment, et doivent trouver libres : l'exemple des pages, et le tour de Nanterre. */
const LUS_AILLEURS = parcoursEnEtat('disponible').id;
const AUTOUR_DE_NANTERRE = /^(75|77|78|9[1-5])/;

const LIBRES = PARCOURS.filter(
  (parcours) =>
    disponibiliteLe(parcours, JOUR) === 'disponible' &&
    [300, 450, 900].includes(parcours.heures ?? 0) &&
    parcours.id !== LUS_AILLEURS &&
    !AUTOUR_DE_NANTERRE.test(parcours.commune),
);

/** Un parcours libre, un par test : le service garde ce que chacun en a fait. */
export function parcoursLibre(rang: number): Parcours {
  const parcours = LIBRES.at(rang);
  if (!parcours) throw new Error('Le catalogue n’a pas assez de parcours libres.');
  return parcours;
}

/** Une personne inventée. */
export const unePersonne = (nom: string) => ({
  nom,
  courriel: `${nom.toLowerCase().replaceAll(' ', '.')}.${crypto.randomUUID().slice(0, 8)}@lycee.example`,
});

export const DEBUT = ajouterJours(JOUR, 60);

const MESSAGE = 'Le jeune aime travailler en équipe et voudrait découvrir vos métiers.';

/** Remplit la première étape : qui êtes-vous ? */
export async function direQui(page: Page, personne: { nom: string; courriel: string }) {
  await page.getByLabel('Prénom et nom').fill(personne.nom);
  await page.getByLabel('Adresse électronique professionnelle').fill(personne.courriel);
  await page.getByText('Tuteur ou tutrice en lycée').click();
  await page.getByLabel('Établissement ou structure').fill('Lycée des Essais');
  await page.getByRole('combobox', { name: 'Académie' }).selectOption('versailles');
}

/** Remplit la troisième étape. */
export async function ecrireLeMessage(page: Page, message = MESSAGE) {
  await page.getByLabel('Quelques mots pour l’entreprise').fill(message);
  await page.getByText('J’accepte que mes réponses').click();
}

const continuer = (page: Page) => page.getByRole('button', { name: 'Continuer' }).click();

/** Remplit les trois étapes, jusqu'à la relecture. */
export async function remplirJusquALaRelecture(
  page: Page,
  personne: { nom: string; courriel: string },
  duree: RegExp,
) {
  await page.getByText('Choisir un autre parcours').waitFor();
  await direQui(page, personne);
  await continuer(page);
  await page.getByLabel('Le jeune peut commencer le').fill(DEBUT);
  await page.getByRole('radiogroup', { name: 'Combien de temps ?' }).getByText(duree).click();
  await continuer(page);
  await ecrireLeMessage(page);
  await continuer(page);
  await page.getByRole('heading', { name: 'Relisez avant d’envoyer' }).waitFor();
}

/** Envoie depuis la relecture, et attend la page qui dit la suite. */
export async function envoyerLaDemande(page: Page) {
  await page.getByRole('button', { name: 'Envoyer ma demande' }).click();
  await page.waitForURL(/\/interet\/envoyee\/$/);
}
