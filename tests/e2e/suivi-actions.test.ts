import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { RoleDeLecteur } from '../../src/suivi/regles/recu.ts';
import { enEtat, JOURNAUX, reponse } from '../fabriques-etats.ts';
import { LIEU, unJournal } from '../fabriques-suivi.ts';
import { defautsDAccessibilite, ouvrirNavigateur } from './navigateur.ts';
import { JETON, ouvrirLeDossier } from './suivi.ts';

type Suite = Parameters<typeof ouvrirLeDossier> extends [Browser, string, ...infer S] ? S : never;

let navigateur: Browser;
const site = inject('site');
const ouvrir = (...suite: Suite) => ouvrirLeDossier(navigateur, site, ...suite);
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

const avis = (page: Page) => page.locator('.csf-maintenant__avis');

describe('une action', () => {
  const proposes = JOURNAUX['creneau-a-choisir'];
  const apres = () => reponse(unJournal(...proposes.faits), 'entreprise', proposes.le);

  it('propose des créneaux au clavier, et refuse un dimanche et une heure de nuit', async () => {
    const { page, envois, fermer } = await ouvrir(() => enEtat('reponse-attendue', 'entreprise'), {
      agir: ({ action }) => ({
        code: 200,
        corps: {
          ...(action === 'ouvrir' ? enEtat('reponse-attendue', 'entreprise') : apres()),
          statut: 'fait',
        },
      }),
    });
    const faites = () => envois.filter(({ action }) => action !== 'ouvrir');
    await page.getByRole('button', { name: 'Proposer des créneaux' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#action:focus').waitFor();
    const remplir = async (jour: string, heure: string) => {
      await page.getByLabel('Jour').first().fill(jour);
      await page.getByLabel('Heure de début').first().fill(heure);
      await page.keyboard.press('Enter');
    };
    await page.getByLabel('Adresse').fill(LIEU.adresse);
    await page.getByLabel('Qui demander').fill(LIEU.demander);
    await page.getByLabel('Téléphone').fill(LIEU.telephone);
    await remplir('2026-12-13', '10:00');
    await page.locator('.csf-resume-erreurs:focus').waitFor();
    await page.locator('.fr-message--error').getByText('du lundi au vendredi').waitFor();
    await remplir('2026-12-14', '22:00');
    await page.locator('.fr-message--error').getByText('entre 8 h et 18 h').waitFor();
    expect(await defautsDAccessibilite(page)).toEqual([]);
    expect(faites()).toEqual([]);
    await remplir('2026-12-14', '10:30');
    const relecture = page.getByRole('region', { name: 'Relisez avant d’enregistrer' });
    await relecture.getByText('lundi 14 décembre 2026').waitFor();
    await relecture.getByRole('button', { name: 'Envoyer ces créneaux' }).focus();
    await page.keyboard.press('Enter');
    await avis(page).and(page.locator(':focus')).waitFor();
    expect(await avis(page).innerText()).toMatch(
      /C’est enregistré\. L’entreprise a proposé 3 créneaux/,
    );
    expect(faites()).toMatchObject([
      {
        jeton: JETON,
        vu: 3,
        action: 'proposer-creneaux',
        creneaux: [{ debut: '2026-12-14T10:30', minutes: 60 }],
      },
    ]);
    expect(await page.locator('#maintenant').innerText()).toMatch(/^En attente du tuteur/);
    await fermer();
  });

  it('définitive, se relit avant de partir, et se modifie', async () => {
    const { page, envois, fermer } = await ouvrir(() => enEtat('reponse-attendue', 'entreprise'), {
      agir: () => ({
        code: 200,
        corps: { ...enEtat('refus-a-trancher', 'entreprise'), statut: 'fait' },
      }),
    });
    const faites = () => envois.filter(({ action }) => action !== 'ouvrir');
    await page.getByText('Autres actions').click();
    await page.getByRole('button', { name: 'Refuser' }).click();
    await page.getByLabel('Raison du refus').selectOption('encadrement');
    await page.getByLabel('Expliquez votre refus').fill('Écrire à essai@entreprise.example');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.locator('.fr-message--error').getByText('Retirez l’adresse électronique').waitFor();
    await page.getByLabel('Expliquez votre refus').fill('Le service ferme à la fin du mois.');
    await page.getByRole('button', { name: 'Continuer' }).click();
    const relecture = page.getByRole('region', { name: 'Relisez : cela ne se reprend pas' });
    await relecture.and(page.locator(':focus')).waitFor();
    expect(await defautsDAccessibilite(page)).toEqual([]);
    expect(faites()).toEqual([]);
    await page.getByRole('button', { name: 'Modifier' }).click();
    expect(await page.getByLabel('Expliquez votre refus').inputValue()).toMatch(/ferme/);
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('button', { name: 'Confirmer' }).dblclick();
    await avis(page).and(page.locator(':focus')).waitFor();
    expect(faites()).toHaveLength(1);
    await fermer();
  });

  it('dépassée par une autre personne : le dit, montre l’état à jour, et garde ce qui est tapé', async () => {
    let essais = 0;
    const faits = [
      ...JOURNAUX['reponse-attendue'].faits,
      [
        'relance',
        'acheteur',
        { a: 'entreprise', palier: 'manuelle', ancre: null },
        '2026-12-05T08:58:00.000Z',
      ],
    ] as typeof proposes.faits;
    const frais = () => reponse(unJournal(...faits), 'entreprise', '2026-12-05T08:59:30.000Z');
    const { page, envois, fermer } = await ouvrir(() => enEtat('reponse-attendue', 'entreprise'), {
      suite: '.reporter',
      agir: ({ action }) => {
        if (action === 'ouvrir')
          return { code: 200, corps: enEtat('reponse-attendue', 'entreprise') };
        essais += 1;
        const dernier = { auteur: 'acheteur', genre: 'relance', le: '2026-12-05T08:58:00.000Z' };
        const par = { ...dernier, dit: 'L’acheteur a relancé l’entreprise, il y a 1 minute.' };
        return essais === 1
          ? { code: 409, corps: { ...frais(), statut: 'depasse', par } }
          : { code: 200, corps: { ...enEtat('reporte', 'entreprise'), statut: 'fait' } };
      },
    });
    await page.getByLabel('Vous répondrez au plus tard le').fill('2027-01-04');
    await page.getByLabel('Raison du report').selectOption('activite');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('button', { name: 'Demander ce report' }).click();
    await avis(page).and(page.locator(':focus')).waitFor();
    const dit = await avis(page).innerText();
    expect(dit).toMatch(/L’acheteur a relancé l’entreprise, il y a 1 minute/);
    expect(dit).toMatch(/toujours là/);
    expect(await page.getByLabel('Raison du report').inputValue()).toBe('activite');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('button', { name: 'Demander ce report' }).click();
    await page.getByText('C’est enregistré').waitFor();
    const [premier, second] = envois.filter(({ action }) => action === 'reporter');
    expect(second).toMatchObject({ vu: 4, jusquAu: '2027-01-04' });
    expect(second?.cle).not.toBe(premier?.cle);
    await fermer();
  });

  it('qui n’est plus permise montre ce qui était écrit, pour ne rien perdre', async () => {
    const { page, fermer } = await ouvrir(() => enEtat('creneau-a-choisir', 'tutrice'), {
      suite: '.ecarter-creneaux',
      agir: () => ({ code: 409, corps: { ...enEtat('retire', 'tutrice'), statut: 'interdite' } }),
    });
    await page.getByLabel('Vos disponibilités').fill('Plutôt le matin.');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('button', { name: 'Demander d’autres créneaux' }).click();
    await avis(page).and(page.locator(':focus')).waitFor();
    expect(await avis(page).locator('blockquote').innerText()).toMatch(/Plutôt le matin/);
    expect(await page.locator('.csf-action').count()).toBe(0);
    await fermer();
  });

  it('sans réponse du service, garde la saisie et la même clé, et propose un courriel', async () => {
    let panne = true;
    const { page, envois, fermer } = await ouvrir(() => enEtat('reponse-attendue', 'acheteur'), {
      suite: '.relancer',
      agir: () =>
        panne
          ? { code: 503, corps: { statut: 'indisponible' } }
          : { code: 200, corps: { ...enEtat('reponse-attendue', 'acheteur'), statut: 'fait' } },
    });
    await page.getByRole('button', { name: 'Envoyer le rappel' }).click();
    await page.getByRole('heading', { name: 'Rien n’a été envoyé' }).waitFor();
    const refus = page.getByRole('group', { name: 'Rien n’a été envoyé' });
    expect(await refus.getByRole('link', { name: /par courriel/ }).getAttribute('href')).toMatch(
      /^mailto:.*D-h7k2mn/,
    );
    panne = false;
    await page.getByRole('button', { name: 'Envoyer le rappel' }).click();
    await page.getByText('C’est enregistré').waitFor();
    expect(envois[1]?.cle).toBe(envois[0]?.cle);
    await fermer();
  });
});

describe('l’ouverture par l’entreprise', () => {
  const ferme = JOURNAUX['reponse-attendue'].faits.slice(0, 2);
  const lu = (role: RoleDeLecteur) =>
    reponse(unJournal(...ferme), role, '2026-12-02T09:00:00.000Z');

  it('n’est notée qu’après un geste, ou trois secondes sous les yeux', async () => {
    const { page, envois, fermer } = await ouvrir(() => lu('entreprise'), {
      agir: () => ({
        code: 200,
        corps: { ...enEtat('reponse-attendue', 'entreprise'), statut: 'fait' },
      }),
    });
    await page.waitForTimeout(1000);
    expect(envois).toEqual([]);
    const bouton = page.getByRole('button', { name: 'Proposer des créneaux' });
    await bouton.focus();
    await page.keyboard.press('Shift');
    await expect.poll(() => envois.map(({ action }) => action)).toEqual(['ouvrir']);
    await page.getByText('L’entreprise a ouvert la demande.').first().waitFor();
    // Noter l'ouverture ne déplace pas qui lit au clavier.
    expect(await bouton.evaluate((element) => element === document.activeElement)).toBe(true);
    await fermer();
  });

  it('se note seule au bout de trois secondes', async () => {
    const { envois, fermer } = await ouvrir(() => lu('entreprise'));
    await expect.poll(() => envois.length, { timeout: 8000 }).toBe(1);
    await fermer();
  });

  it('ne se note pour personne d’autre', async () => {
    const { page, envois, fermer } = await ouvrir(() => lu('acheteur'));
    await page.keyboard.press('Tab');
    await page.waitForTimeout(3500);
    expect(envois).toEqual([]);
    await fermer();
  });
});
