import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ajouterJours, enFrancais, jourAParis } from '../../src/socle/dates.ts';
import { attendreCourriel, courrielsA, lienVers } from './courriels.ts';
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

type Personne = ReturnType<typeof unePersonne>;

async function demander(id: string, personne: Personne) {
  const { page, fermer } = await visiter(navigateur, `${site}/interet/?parcours=${id}`);
  await remplirJusquALaRelecture(page, personne, /\(150\sh\)/);
  await envoyerLaDemande(page);
  await fermer();
}

/** Ouvre le lien d'un courriel et appuie sur son bouton ; rend le titre de ce qui s'affiche. */
async function suivreLeLien(lien: string, bouton: string): Promise<string> {
  const { page, fermer } = await visiter(navigateur, lien);
  await page.getByRole('button', { name: bouton }).tap();
  const atteint = page.getByRole('main').locator('h2:focus');
  await atteint.waitFor();
  const titre = (await atteint.textContent())?.replace(/\s+/g, ' ');
  await fermer();
  return titre?.trim() ?? '';
}

async function confirmer(personne: Personne): Promise<string> {
  const courriel = await attendreCourriel(service, personne.courriel, /^Confirmez/);
  return suivreLeLien(lienVers(courriel, '/interet/confirmer/#'), 'Confirmer mon intérêt');
}

describe('une tutrice dit son intérêt, sur son téléphone', () => {
  it('de la page du parcours à l’entreprise prévenue, avec une confirmation au milieu', async () => {
    const { id } = parcoursLibre(0);
    const personne = unePersonne('Alix Essai');
    const { page, incidents, fermer } = await visiter(navigateur, `${site}/parcours/${id}/`);
    await page.getByRole('link', { name: 'Ce parcours m’intéresse' }).tap();
    await page.waitForURL(new RegExp(`/interet/\\?parcours=${id}$`));
    await remplirJusquALaRelecture(page, personne, /\(300\sh\)/);
    await envoyerLaDemande(page);
    expect(await page.getByText(personne.courriel).isVisible()).toBe(true);
    expect(await page.locator('[data-reference]').innerText()).toMatch(/D-[a-z0-9]{6}$/);
    expect(page.url()).not.toContain('parcours');

    const courriel = await attendreCourriel(service, personne.courriel, /^Confirmez/);
    const entreprise = `entreprise-1.${id}@entreprise.example`;
    expect(await courrielsA(service, entreprise)).toEqual([]);

    await page.goto(lienVers(courriel, '/interet/confirmer/#'));
    await page.getByRole('button', { name: 'Confirmer mon intérêt' }).waitFor();
    // Ouvrir le lien ne confirme rien, et le jeton quitte la barre d'adresse.
    expect(page.url()).toBe(`${site}/interet/confirmer/`);
    expect(await courrielsA(service, entreprise)).toEqual([]);
    await page.getByRole('button', { name: 'Confirmer mon intérêt' }).tap();
    await page
      .getByRole('heading', { name: 'C’est confirmé : nous écrivons à l’entreprise' })
      .waitFor();
    const jour = jourAParis(new Date());
    for (const jours of [14, 30]) {
      const date = enFrancais(ajouterJours(jour, jours), { jourDeSemaine: true });
      expect(await page.getByRole('main').innerText()).toContain(date);
    }

    for (const adresse of [entreprise, `entreprise-2.${id}@entreprise.example`])
      await attendreCourriel(service, adresse, /^Un jeune pour votre parcours/);
    await attendreCourriel(service, `acheteur.${id}@acheteur.example`, /^Copie/);
    const suite = await attendreCourriel(
      service,
      personne.courriel,
      /^Nous écrivons à l’entreprise/,
    );
    expect(suite.attachments.map(({ filename }) => filename)).toEqual([
      expect.stringMatching(/\.ics$/),
    ]);

    await page.goto(`${site}/parcours/${id}/`);
    await page.getByText(`Ce parcours est réservé depuis le ${enFrancais(jour)}.`).waitFor();
    await page.getByRole('link', { name: 'Rejoindre la liste d’attente' }).waitFor();
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  it('la deuxième prend rang ; quand la première se retire, le parcours lui est proposé', async () => {
    const { id } = parcoursLibre(1);
    const [premiere, deuxieme] = [unePersonne('Prime Essai'), unePersonne('Seconde Essai')];
    await demander(id, premiere);
    expect(await confirmer(premiere)).toMatch(/nous écrivons à l’entreprise$/);
    await demander(id, deuxieme);
    expect(await confirmer(deuxieme)).toBe('Vous êtes en liste d’attente, au rang 1');

    const suite = await attendreCourriel(
      service,
      premiere.courriel,
      /^Nous écrivons à l’entreprise/,
    );
    const retrait = lienVers(suite, '/interet/retirer/#');
    expect(await suivreLeLien(retrait, 'Retirer ma demande')).toBe('Votre demande est retirée');

    const libere = await attendreCourriel(service, deuxieme.courriel, /libre/i);
    const acceptation = lienVers(libere, '/interet/accepter/#');
    expect(await suivreLeLien(acceptation, 'Accepter ce parcours')).toMatch(
      /nous écrivons à l’entreprise$/,
    );
    await attendreCourriel(service, deuxieme.courriel, /^Nous écrivons à l’entreprise/);
  });

  it('un lien rouvert dit où en est la demande, sans rien refaire', async () => {
    const { id } = parcoursLibre(2);
    const personne = unePersonne('Encore Essai');
    await demander(id, personne);
    await confirmer(personne);
    const entreprise = `entreprise-1.${id}@entreprise.example`;
    await attendreCourriel(service, entreprise, /^Un jeune/);
    const courriel = await attendreCourriel(service, personne.courriel, /^Confirmez/);
    const { page, fermer } = await visiter(navigateur, lienVers(courriel, '/interet/confirmer/#'));
    await page
      .getByRole('heading', { name: /^Votre demande D-\w{6} est déjà confirmée$/ })
      .waitFor();
    expect(await page.getByText('Nous avons écrit à l’entreprise.').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Confirmer mon intérêt' }).isVisible()).toBe(
      false,
    );
    expect(await courrielsA(service, entreprise)).toHaveLength(1);
    await fermer();
  });

  it.each([
    ['inconnu', '#aaaa', 'Nous ne reconnaissons pas ce lien'],
    ['absent', '', 'Ouvrez le lien de votre courriel'],
  ])('un lien %s se dit clairement', async (_genre, fragment, titre) => {
    const { page, fermer } = await visiter(navigateur, `${site}/interet/confirmer/${fragment}`);
    await page.getByRole('heading', { name: titre }).waitFor();
    await fermer();
  });
});
