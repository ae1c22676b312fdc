import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ajouterJours } from '../../src/socle/dates.ts';
import type { ServiceDEssai } from '../functions/service.ts';
import { dernier, DossierDEssai } from '../functions/suivi.ts';
import { ouvrirNavigateur, visiter } from './navigateur.ts';
import { bouton, choisir, ouvrirLeCourriel, ouvrirUnService, titre } from './suivi-navigateur.ts';

let navigateur: Browser;
let essai: ServiceDEssai;
let fermerLeService: () => Promise<void>;
const site = inject('site');
const ouvrir = (adresse: string) => ouvrirLeCourriel(navigateur, essai, adresse);
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
  ({ essai, fermer: fermerLeService } = await ouvrirUnService(site));
});
afterAll(() => Promise.all([navigateur.close(), fermerLeService()]));

describe('deux personnes agissent en même temps', () => {
  it('la seconde apprend ce que la première vient de faire, et ne perd rien', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const { page, fermer } = await ouvrir(dossier.adresse('entreprise-1'));
    await choisir(page, 'Demander un report', async () => {
      await page
        .getByLabel('Vous répondrez au plus tard le')
        .fill(ajouterJours(dossier.jour(), 10));
      await page.getByLabel('Raison du report').selectOption('activite');
    });
    await dossier.agir('tutrice', 'retirer');
    await page.locator('[data-envoyer]').click();
    await page.locator('[data-avis]:focus').waitFor();
    const avis = await page.locator('[data-avis]').innerText();
    expect(avis).toMatch(/Le tuteur ou la tutrice a retiré la demande, à l’instant/);
    expect(avis).toMatch(/L’activité ne permet pas/);
    expect(await titre(page)).toMatch(/^Terminé/);
    await fermer();
  });
});

describe('retrouver ses liens', () => {
  it('une adresse connue reçoit ses liens ; la page ne dit rien d’une inconnue', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    for (const adresse of [dossier.adresse('tutrice'), 'inconnue@lycee.example']) {
      const { page, fermer } = await visiter(navigateur, `${site}/suivi/retrouver/`);
      await page.getByLabel('Votre adresse électronique professionnelle').fill(adresse);
      await bouton(page, 'Recevoir mes liens').click();
      await page.waitForURL(`${site}/suivi/retrouver/envoye/`);
      await fermer();
    }
    const { page, fermer } = await ouvrir(dossier.adresse('tutrice'));
    expect(dernier(essai, dossier.adresse('tutrice')).subject).toMatch(/liens?/i);
    expect(await titre(page)).toMatch(/^En attente de l’entreprise/);
    await fermer();
  });

  it('une adresse mal écrite se corrige sur place', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/suivi/retrouver/`);
    await page.getByLabel('Votre adresse électronique professionnelle').fill('personne');
    await bouton(page, 'Recevoir mes liens').click();
    await page.locator('[data-resume-erreurs]:focus').waitFor();
    await fermer();
  });
});
