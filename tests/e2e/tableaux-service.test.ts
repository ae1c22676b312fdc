import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Secrets } from '../../supabase/embarque/secrets.ts';
import { attendreCourriel, lienVers } from './courriels.ts';
import {
  envoyerLaDemande,
  parcoursLibre,
  remplirJusquALaRelecture,
  unePersonne,
} from './interet.ts';
import { ouvrirNavigateur, SANS_INCIDENT, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
const service = inject('service');
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

/** Inscrit une personne de l'équipe ou d'une coordination, comme la commande de l'exploitant. */
async function inscrire(genre: 'equipe' | 'coordination', academie: string | null) {
  const { cleService } = JSON.parse(await readFile('.csf/e2e/secrets.json', 'utf8')) as Secrets;
  const courriel = `${genre}.${crypto.randomUUID().slice(0, 8)}@csf.example`;
  const reponse = await fetch(`${service}/rest/v1/rpc/membres_ajouter`, {
    method: 'POST',
    headers: { authorization: `Bearer ${cleService}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      p_courriel: courriel,
      p_genre: genre,
      p_academie: academie,
      p_maintenant: new Date().toISOString(),
    }),
  });
  expect(reponse.status).toBeLessThan(300);
  return courriel;
}

/** Un dossier actif : la tutrice dit son intérêt et le confirme. */
async function ouvrirUnDossier(rang: number) {
  const { id } = parcoursLibre(rang);
  const personne = unePersonne('Alix Essai');
  const { page, fermer } = await visiter(navigateur, `${site}/interet/?parcours=${id}`);
  await remplirJusquALaRelecture(page, personne, /\(300\sh\)/);
  await envoyerLaDemande(page);
  const courriel = await attendreCourriel(service, personne.courriel, /^Confirmez/);
  await page.goto(lienVers(courriel, '/interet/confirmer/#'));
  await page.getByRole('button', { name: 'Confirmer mon intérêt' }).tap();
  await page.getByText('C’est confirmé : nous écrivons à l’entreprise').waitFor();
  await fermer();
  return { acheteur: `acheteur.${id}@acheteur.example` };
}

/** Demande ses liens comme tout le monde, et rend celui qui mène à cette page. */
async function retrouver(courriel: string, chemin: string): Promise<string> {
  const { page, fermer } = await visiter(navigateur, `${site}/suivi/retrouver/`);
  await page.getByLabel('Votre adresse électronique professionnelle').fill(courriel);
  await page.getByRole('button', { name: 'Recevoir mes liens' }).tap();
  await page.waitForURL(/\/suivi\/retrouver\/envoye\/$/);
  await fermer();
  return lienVers(await attendreCourriel(service, courriel, /lien/i), `${chemin}#`);
}

describe('avec le vrai service', () => {
  it('l’acheteur retrouve ses parcours, l’équipe ouvre le dossier, la coordination le lit', async () => {
    const { acheteur } = await ouvrirUnDossier(-1);

    const lien = await retrouver(acheteur, '/suivi/dossiers/');
    const chezLAcheteur = await visiter(navigateur, lien);
    await chezLAcheteur.page.getByText('1 dossier', { exact: true }).waitFor();
    const ligne = chezLAcheteur.page.locator('tbody tr');
    expect(await ligne.innerText()).toMatch(/Entreprise\s+Réponse attendue/);
    const reference = /D-[a-z\d]{6}/.exec(await ligne.innerText())?.[0] ?? 'aucune';
    await ligne.getByRole('link').first().tap();
    await chezLAcheteur.page.getByText('En attente de l’entreprise').first().waitFor();
    expect(chezLAcheteur.incidents).toEqual(SANS_INCIDENT);
    await chezLAcheteur.fermer();

    const equipe = await retrouver(await inscrire('equipe', null), '/equipe/');
    const chezLEquipe = await visiter(navigateur, equipe, { ecran: 'bureau' });
    await chezLEquipe.page.getByRole('row', { name: reference }).getByRole('link').first().click();
    await chezLEquipe.page.getByText('En attente de l’entreprise').first().waitFor();
    expect(chezLEquipe.incidents).toEqual(SANS_INCIDENT);
    await chezLEquipe.fermer();

    const versailles = await retrouver(await inscrire('coordination', 'versailles'), '/equipe/');
    const aVersailles = await visiter(navigateur, versailles, { ecran: 'bureau' });
    const lue = aVersailles.page.getByRole('row', { name: reference });
    await lue.waitFor();
    expect(await lue.getByRole('link').count()).toBe(0);
    await aVersailles.fermer();

    const lyon = await retrouver(await inscrire('coordination', 'lyon'), '/equipe/');
    const aLyon = await visiter(navigateur, lyon, { ecran: 'bureau' });
    await aLyon.page.getByRole('heading', { name: 'Les dossiers de l’académie : Lyon' }).waitFor();
    expect(await aLyon.page.getByText(reference).count()).toBe(0);
    await aLyon.fermer();
  });
});
