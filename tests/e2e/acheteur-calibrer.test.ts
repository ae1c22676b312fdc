import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { defautsDAccessibilite, ouvrirNavigateur, SANS_INCIDENT, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
const calibrer = `${site}/acheteur/calibrer/`;
const choisir = `${site}/acheteur/choisir/`;
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

const montant = (page: Page) => page.getByLabel('Montant ferme d’un lot');
const resume = (page: Page) => page.getByRole('status');

/** Attend que la phrase du résultat contienne un texte, espaces insécables comprises. */
async function attendreResume(page: Page, texte: RegExp) {
  await expect
    .poll(async () => (await resume(page).textContent())?.replace(/\s/g, ' '))
    .toMatch(texte);
}

describe('calibrer, sur un téléphone', () => {
  it('on écrit un montant, le résultat suit, puis on va écrire la clause', async () => {
    const { page, incidents, fermer } = await visiter(navigateur, calibrer);
    await montant(page).fill('150 000 €');
    await attendreResume(page, /volume indicatif est de 9 semaines \(300 h\)/);
    await page.getByLabel('Durée ferme du marché').fill('2 ans');
    await page.getByLabel('Nombre de lots').fill('3');
    await page.getByRole('button', { name: 'Calculer' }).tap();
    expect(new URL(page.url()).search).toBe('?montant=150000&duree=24&lots=3');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('resultat');
    const lien = page.getByRole('link', { name: /^Écrire la clause pour/ });
    expect(await lien.getAttribute('href')).toBe(
      '/acheteur/clause/?heures=300&lots=3&montant=150000',
    );
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  it('un volume trop long est refusé avec sa raison, un plus court est permis', async () => {
    const { page, fermer } = await visiter(navigateur, `${calibrer}?montant=150000&duree=24`);
    await page.getByLabel('Volume voulu').selectOption('900');
    await attendreResume(page, /26 semaines \(900 h\) n’est pas permis/);
    expect(await page.getByText('Il faut un montant ferme d’au moins').count()).toBe(2);
    await page.getByLabel('Volume voulu').selectOption('150');
    await attendreResume(page, /plus court que le volume indicatif, et c’est permis/);
    await fermer();
  });

  it('un marché de moins d’un an ferme ne convient pas, et la page dit pourquoi', async () => {
    const { page, fermer } = await visiter(navigateur, `${calibrer}?montant=150000&duree=6`);
    await attendreResume(page, /trop court .* il en faut au moins 12/);
    expect(await page.getByRole('link', { name: 'Écrire la clause avec' }).count()).toBe(0);
    await fermer();
  });

  it('le seuil de commandes n’est demandé qu’aux marchés à bons de commande', async () => {
    const { page, fermer } = await visiter(navigateur, `${calibrer}?montant=150000&duree=24`);
    const seuil = page.getByLabel('Seuil de commandes');
    expect(await seuil.isVisible()).toBe(false);
    await page.getByText('C’est un marché à bons de commande').tap();
    await seuil.fill('90 k€');
    await seuil.blur();
    await page.getByText(/elle joue au-delà de 90\s000\s€/).waitFor();
    expect(await page.getByText(/à la fin du 18e mois/).isVisible()).toBe(true);
    expect(page.url()).toMatch(/bons=oui&seuil=90000$/);
    await fermer();
  });
});

describe('les erreurs', () => {
  it('se lisent sous leur champ, sans rien effacer, et partent quand on corrige', async () => {
    const { page, fermer } = await visiter(navigateur, calibrer);
    await montant(page).fill('beaucoup');
    await page.getByLabel('Durée ferme du marché').fill('18,5');
    await montant(page).press('Enter');
    const decrit = await montant(page).evaluate(
      (champ) => document.getElementById(champ.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(decrit?.replace(/\s/g, ' ')).toBe(
      'Erreur : Écrivez un montant en euros, par exemple 150 000.',
    );
    expect(await montant(page).getAttribute('aria-invalid')).toBe('true');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('c-montant');
    expect(await montant(page).inputValue()).toBe('beaucoup');
    expect(await page.getByText(/durée en mois entiers/).isVisible()).toBe(true);
    expect(await defautsDAccessibilite(page)).toEqual([]);
    expect(page.url()).toBe(calibrer);
    await montant(page).fill('150000');
    await page.getByLabel('Durée ferme du marché').fill('18');
    await attendreResume(page, /9 semaines \(300 h\)/);
    expect(await montant(page).getAttribute('aria-invalid')).toBe('false');
    expect(await page.getByText(/durée en mois entiers/).count()).toBe(0);
    await fermer();
  });

  it('ne viennent pas pendant qu’on tape', async () => {
    const { page, fermer } = await visiter(navigateur, calibrer);
    await montant(page).pressSequentially('abc');
    await page.waitForTimeout(800);
    expect(await montant(page).getAttribute('aria-invalid')).toBe('false');
    await montant(page).blur();
    await expect.poll(() => montant(page).getAttribute('aria-invalid')).toBe('true');
    await fermer();
  });
});

describe('l’adresse du calcul', () => {
  it('redonne le formulaire et le résultat, et suit « précédent » et « suivant »', async () => {
    const adresse = `${calibrer}?montant=450000&duree=24&acheteur=collectivite&jeunes=3&inconnu=1`;
    const { page, fermer } = await visiter(navigateur, adresse, { ecran: 'bureau' });
    await attendreResume(page, /26 semaines \(900 h\)/);
    expect(await page.getByLabel('Qui achète').inputValue()).toBe('collectivite');
    expect(await page.getByText(/Pour 3\sjeunes, 9\ssemaines/).isVisible()).toBe(true);
    await page.getByLabel('Nombre de jeunes').selectOption('2');
    await page.waitForURL(/jeunes=2/);
    await page.goBack();
    await page.waitForURL(/jeunes=3/);
    await expect.poll(() => page.getByLabel('Nombre de jeunes').inputValue()).toBe('3');
    await page.goForward();
    await expect.poll(() => page.getByLabel('Nombre de jeunes').inputValue()).toBe('2');
    await page.getByRole('button', { name: 'Effacer' }).click();
    await expect.poll(() => page.url()).toBe(calibrer);
    await attendreResume(page, /Écrivez le montant/);
    await fermer();
  });

  it('n’annonce le résultat qu’une fois la frappe finie', async () => {
    const { page, fermer } = await visiter(navigateur, calibrer, { ecran: 'bureau' });
    await page.evaluate(() => {
      const zone = document.querySelector('.csf-calibrer [role=status]');
      if (!zone) throw new Error('Zone d’annonce absente.');
      new MutationObserver((changements) => {
        const compte = Number(document.body.dataset.annonces ?? 0) + changements.length;
        document.body.dataset.annonces = String(compte);
      }).observe(zone, { childList: true, characterData: true, subtree: true });
    });
    await montant(page).pressSequentially('450000', { delay: 40 });
    await attendreResume(page, /26 semaines/);
    expect(await page.evaluate(() => document.body.dataset.annonces)).toBe('1');
    await fermer();
  });
});

describe('au clavier seul', () => {
  it('on remplit, on valide par Entrée, on suit le lien vers la clause', async () => {
    const { page, fermer } = await visiter(navigateur, calibrer, { ecran: 'bureau' });
    await montant(page).focus();
    await page.keyboard.type('250000');
    await page.keyboard.press('Tab');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await attendreResume(page, /13 semaines \(450 h\)/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(
      /^Écrire la clause pour/,
    );
    await fermer();
  });
});

describe('sans JavaScript', () => {
  it('le tableau dit tout, et aucun formulaire inutile n’est montré', async () => {
    const { page, fermer } = await visiter(navigateur, calibrer, { javaScriptEnabled: false });
    expect(await page.getByRole('button', { name: 'Calculer' }).isVisible()).toBe(false);
    const ligne = page.getByRole('row', { name: /400\s000\s€ et plus/ });
    const texte = (await ligne.textContent())?.replace(/\s+/g, ' ');
    expect(texte).toMatch(/26 semaines \(900 h\), soit 6 mois/);
    expect(texte).toMatch(/3 jeunes, 9 semaines \(300 h\) chacun/);
    expect(texte).toMatch(
      /Gratification obligatoire pour un seul jeune ou 2 jeunes, 13 semaines \(450 h\) chacun/,
    );
    expect(await page.getByRole('row').count()).toBe(5);
    expect(await page.getByText(/5\s404\s000\s€/).isVisible()).toBe(true);
    await fermer();
  });

  it('les raisons de choisir sont une liste de « si »', async () => {
    const { page, fermer } = await visiter(navigateur, choisir, { javaScriptEnabled: false });
    expect(await page.getByRole('radio').first().isVisible()).toBe(false);
    expect(await page.getByText('Si le marché dure moins d’un an ferme').isVisible()).toBe(true);
    await fermer();
  });
});

describe('choisir entre les deux clauses', () => {
  it('les réponses donnent des raisons pour chacune et restent dans l’adresse', async () => {
    const { page, incidents, fermer } = await visiter(navigateur, choisir);
    await page.getByText('Les deux', { exact: true }).tap();
    await page.getByText('Moins d’un mois', { exact: true }).tap();
    await attendreResume(page, /dans le même marché/);
    expect(new URL(page.url()).search).toBe('?public=deux&temps=moins-un-mois');
    const insertion = page.locator('#raisons-insertion');
    expect(await insertion.getByText('À savoir').count()).toBe(1);
    await page.goBack();
    await expect.poll(() => page.getByLabel('Moins d’un mois').isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Effacer mes réponses' }).tap();
    await attendreResume(page, /Répondez à une question/);
    expect(page.url()).toBe(choisir);
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  it('les réponses se donnent au clavier', async () => {
    const { page, fermer } = await visiter(navigateur, choisir, { ecran: 'bureau' });
    await page.getByLabel('Petit ou moyen').focus();
    await page.keyboard.press('Space');
    await page.waitForURL(/taille=petit/);
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/taille=grand/);
    await fermer();
  });
});
