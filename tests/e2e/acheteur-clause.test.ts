import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { paragraphesDocx, paragraphesOdt } from '../documents.ts';
import { contenuDe, ouvrirNavigateur, SANS_INCIDENT, visiter } from './navigateur.ts';

const site = inject('site');

let navigateur: Browser;

beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});

afterAll(() => navigateur.close());

async function telecharger(page: Page, nom: string): Promise<{ nom: string; octets: Uint8Array }> {
  const attente = page.waitForEvent('download');
  await page.getByRole('link', { name: nom }).click();
  const fichier = await attente;
  return {
    nom: fichier.suggestedFilename(),
    octets: new Uint8Array(await contenuDe(fichier)),
  };
}

const ETAT = '[data-etat]';

describe('la clause', () => {
  test('du volume calibré au fichier .docx et au fichier .odt, avec ses blancs', async () => {
    const { page, incidents, fermer } = await visiter(
      navigateur,
      `${site}/acheteur/clause/?heures=450&lots=3&montant=250000`,
      { ecran: 'bureau' },
    );
    expect(await page.getByLabel('Volume d’accueil').inputValue()).toBe('450');
    await page.getByLabel('Nom de l’acheteur').fill('Ville de Sainte-Invention');
    await page.getByLabel('Absence à une réunion').fill('611');
    await page.getByLabel('Marché à bons de commande').selectOption('non');
    await page.getByRole('heading', { name: 'Règlement de la consultation' }).waitFor();
    const volume = /13\s+semaines \(450\s+h\)/;
    expect(await page.locator('#reglement').innerText()).toMatch(volume);

    const docx = await telecharger(page, 'Télécharger en .docx');
    expect(docx.nom).toBe('clause-sociale-de-formation.docx');
    const lus = paragraphesDocx(docx.octets);
    const texte = lus.join('\n');
    expect(texte).toContain('Ville de Sainte-Invention fait de l’accueil');
    expect(texte).toMatch(volume);
    expect(texte).toContain('aux 3 lots suivants\u00A0: n°\u00A0[numéros des lots]');
    expect(texte).toContain('611\u00A0€ par absence');
    expect(texte).toContain('[objet du marché]');
    expect(texte).toContain('service juridique. Références juridiques vérifiées le');
    expect(texte).not.toContain('bons de commande');
    await page.locator(ETAT, { hasText: 'Fichier .docx prêt. Il reste' }).waitFor();

    const odt = await telecharger(page, 'Télécharger en .odt');
    expect(odt.nom).toBe('clause-sociale-de-formation.odt');
    expect(paragraphesOdt(odt.octets)).toEqual(lus);
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  test('les bibliothèques de fichiers n’arrivent qu’après un clic', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/acheteur/clause/`);
    const scripts: string[] = [];
    page.on('request', (requete) => scripts.push(requete.url()));
    await page.getByLabel('Objet du marché').fill('nettoyage');
    const bibliotheques = () =>
      scripts.filter((adresse) => /\/(docx|odt)\.[^/]+\.js$/.test(adresse));
    expect(bibliotheques()).toEqual([]);
    await telecharger(page, 'Télécharger en .docx');
    expect(bibliotheques()).toHaveLength(1);
    expect(bibliotheques()[0]).toContain('/docx.');
    await fermer();
  });

  test('rien ne se perd en rechargeant, et l’adresse ne porte rien de saisi', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/acheteur/clause/`);
    await page.getByLabel('Nom de l’acheteur').fill('Ville de Sainte-Invention');
    await page.getByLabel('Volume d’accueil').selectOption('300');
    await page.waitForURL('**/acheteur/clause/?heures=300');
    await page.reload();
    expect(await page.getByLabel('Nom de l’acheteur').inputValue()).toBe(
      'Ville de Sainte-Invention',
    );
    await page.locator('#reglement', { hasText: 'Ville de Sainte-Invention' }).waitFor();
    expect(page.url()).not.toContain('Invention');
    await page.getByRole('button', { name: 'Effacer mes réponses' }).click();
    await page.locator('#reglement', { hasText: '[nom de l’acheteur]' }).waitFor();
    await page.waitForURL('**/acheteur/clause/');
    await fermer();
  });

  test('au clavier : une erreur est dite sous son champ, le blanc reste, le compte est annoncé', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/acheteur/clause/`, {
      ecran: 'bureau',
    });
    await page.locator('#cahier').waitFor();
    await page.getByLabel('Absence à une réunion').focus();
    await page.keyboard.type('beaucoup');
    await page.keyboard.press('Tab');
    const champ = page.getByLabel('Absence à une réunion');
    const erreur = await champ.getAttribute('aria-describedby');
    expect(await page.locator(`#${erreur}`).innerText()).toContain('par exemple 500');
    expect(await champ.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('#penalites').innerText()).toContain(
      '[montant en euros] par absence',
    );
    await page.keyboard.type('57');
    await page.keyboard.press('Tab');
    expect(await page.locator('#penalites').innerText()).toMatch(/57\s€ par jour ouvré/);
    await page.locator(ETAT, { hasText: /Il reste \d+ blancs/ }).waitFor();
    await fermer();
  });

  test('la saisie n’interrompt pas la lecture vocale à chaque touche', async () => {
    const { page, fermer } = await visiter(navigateur, `${site}/acheteur/clause/`);
    await page.getByLabel('Objet du marché').pressSequentially('peinture');
    await page.locator('#reglement', { hasText: 'peinture' }).waitFor();
    expect(await page.locator(ETAT).textContent()).toBe('');
    await page.keyboard.press('Tab');
    await page.locator(ETAT, { hasText: 'Il reste' }).waitFor();
    await fermer();
  });

  test('une partie se copie en texte, sans le bouton', async () => {
    const { page, contexte, fermer } = await visiter(navigateur, `${site}/acheteur/clause/`);
    await contexte.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copier les pénalités' }).click();
    await page.getByRole('status').filter({ hasText: 'Texte copié.' }).waitFor();
    const copie = await page.evaluate(() => navigator.clipboard.readText());
    expect(copie.startsWith('Pénalités\n\nPénalités propres')).toBe(true);
    expect(copie).toContain('[coefficient]');
    expect(copie).toContain('service juridique. Références juridiques vérifiées le');
    expect(copie).not.toContain('Copier');
    await fermer();
  });

  test('sans presse-papiers, ce qui aurait été copié est sélectionné, et la seconde fois s’annonce aussi', async () => {
    const { page, contexte, fermer } = await visiter(navigateur, `${site}/acheteur/clause/`);
    const cdp = await contexte.newCDPSession(page);
    const { targetInfo } = await cdp.send('Target.getTargetInfo');
    await cdp.send('Browser.setPermission', {
      browserContextId: targetInfo.browserContextId,
      permission: { name: 'clipboard-write', allowWithoutSanitization: false },
      setting: 'denied',
    });
    await page.getByRole('button', { name: 'Copier les pénalités' }).click();
    await page.getByRole('status').filter({ hasText: 'Copie impossible ici' }).waitFor();
    const cadre = page.getByRole('textbox', { name: 'Les pénalités' });
    const choisi = await cadre.evaluate((zone: HTMLTextAreaElement) =>
      zone.value.slice(zone.selectionStart, zone.selectionEnd),
    );
    expect(choisi).toContain('en dernier recours');
    expect(choisi).toContain('service juridique. Références juridiques vérifiées le');
    const message = page.getByRole('status').filter({ hasText: 'Copie impossible ici' });
    await message.evaluate((zone) => {
      new MutationObserver(() => {
        if (zone.textContent === '') zone.setAttribute('data-efface', '');
      }).observe(zone, { childList: true });
    });
    await page.getByRole('button', { name: 'Copier les pénalités' }).click();
    await page.locator('[data-efface]', { hasText: 'Copie impossible ici' }).waitFor();
    expect(await cadre.count()).toBe(1);
    await fermer();
  });

  test('sans JavaScript : tout le texte, ses blancs, et les fichiers à remplir', async () => {
    const { page, contexte, fermer } = await visiter(navigateur, `${site}/acheteur/clause/`, {
      javaScriptEnabled: false,
    });
    expect(await page.getByRole('button', { name: /Copier|Effacer/ }).count()).toBe(0);
    expect(await page.getByLabel('Objet du marché').isVisible()).toBe(false);
    expect(await page.locator('#cahier').innerText()).toContain('[volume d’accueil');
    const docx = await contexte.request.get(`${site}/acheteur/clause.docx`);
    expect(docx.headers()['content-type']).toContain('wordprocessingml');
    const lus = paragraphesDocx(new Uint8Array(await docx.body()));
    expect(lus.join()).toContain('[nom de l’acheteur] fait de l’accueil');
    const odt = await contexte.request.get(`${site}/acheteur/clause.odt`);
    expect(odt.headers()['content-type']).toContain('opendocument.text');
    expect(paragraphesOdt(new Uint8Array(await odt.body()))).toEqual(lus);
    await fermer();
  });
});
