import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { attendreCourriel } from './courriels.ts';
import {
  choisirLaCommune,
  desPersonnes,
  groupe,
  nommerTous,
  relire,
  remplir,
  uneDeclaration,
} from './declaration.ts';
import { ouvrirNavigateur, SANS_INCIDENT, visiter } from './navigateur.ts';

let navigateur: Browser;
const site = inject('site');
const service = inject('service');
const declarer = `${site}/acheteur/declarer/`;
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

describe('déclarer un parcours', () => {
  it('va de l’acheteur au catalogue : l’entreprise corrige, l’équipe valide', async () => {
    const { personnes, reference, contacts, valider } = await uneDeclaration(
      navigateur,
      site,
      service,
    );
    await attendreCourriel(service, personnes.suivi, new RegExp(reference));

    const entreprise = await visiter(navigateur, contacts);
    await entreprise.page.getByRole('heading', { name: 'Vos deux contacts' }).waitFor();
    expect(entreprise.page.url()).toBe(`${site}/declaration/contacts/`);
    const tuteur = groupe(entreprise.page, 'Le tuteur entreprise');
    expect(await tuteur.getByLabel('Prénom et nom').inputValue()).toBe('Sacha Exemple');
    await tuteur.getByLabel('Prénom et nom').fill('Alix Exemple');
    await tuteur.getByLabel('Adresse électronique').fill(`alix.${personnes.tuteur}`);
    await entreprise.page.getByRole('button', { name: 'Confirmer ces deux contacts' }).click();
    await entreprise.page.getByRole('heading', { name: 'Merci' }).waitFor();
    expect(entreprise.incidents).toEqual(SANS_INCIDENT);
    await entreprise.fermer();

    const equipe = await visiter(navigateur, valider, { ecran: 'bureau' });
    await equipe.page.getByText(`alix.${personnes.tuteur}`).waitFor();
    await equipe.page.getByText('L’entreprise a confirmé ses contacts').waitFor();
    await equipe.page.locator('[data-champ=decision] label').first().click();
    await equipe.page.getByRole('button', { name: 'Continuer' }).click();
    await equipe.page.getByText('Vous acceptez : le parcours entre au catalogue').waitFor();
    await equipe.page.getByRole('button', { name: 'Confirmer la décision' }).click();
    await equipe.page.getByRole('heading', { name: 'Ce parcours est accepté' }).waitFor();
    expect(equipe.incidents).toEqual(SANS_INCIDENT);
    await equipe.fermer();

    const valide = await attendreCourriel(service, personnes.suivi, /validé/);
    const [, id = ''] = /\/parcours\/([a-z\d]{8})\//.exec(valide.text) ?? [];
    const etat = await fetch(`${service}/functions/v1/demande/etat-parcours?parcours=${id}`);
    expect(await etat.json()).toMatchObject({ disponibilite: 'disponible', heures: 450 });
  });

  it('montre la page publique telle qu’elle sera, et rien de privé', async () => {
    const personnes = desPersonnes();
    const { page, incidents, fermer } = await visiter(navigateur, declarer);
    await remplir(page, personnes);
    await relire(page);
    const apercu = page.locator('.csf-apercu');
    await apercu.waitFor();
    const texte = (await apercu.innerText()).replace(/\s+/g, ' ');
    expect(texte).toContain('13 semaines (450 h), environ 3 mois');
    expect(texte).toContain('Nanterre, Hauts-de-Seine (92)');
    expect(texte).toContain('Oui, de droit si un même jeune dépasse 308 heures');
    expect(texte).toContain('Repas pris en charge.');
    expect(texte).not.toMatch(/Exemple|@/);
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  it('permet de modifier chaque réponse depuis la relecture', async () => {
    const { page, fermer } = await visiter(navigateur, declarer);
    await remplir(page, desPersonnes());
    await relire(page);
    await page.getByRole('button', { name: 'Modifier : Durée prévue par la clause' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('450');
    await page.getByText('5 semaines (150 h)').click();
    await relire(page);
    const relecture = page.getByRole('region', { name: 'Relisez avant d’envoyer' });
    await relecture.waitFor();
    expect(await relecture.innerText()).toMatch(/5\ssemaines \(150\sh\)/);
    expect(await relecture.getByRole('button', { name: /^Modifier/ }).count()).toBe(24);
    await fermer();
  });

  it('accorde les exemples cochés et les tâches tapées', async () => {
    const { page, fermer } = await visiter(navigateur, declarer);
    const taches = page.getByLabel('Tâches proposées');
    await page.getByLabel('Domaine').selectOption('informatique');
    await taches.fill('Ranger le stock');
    await page.getByText('Préparer un poste de travail').click();
    expect(await taches.inputValue()).toBe('Ranger le stock\nPréparer un poste de travail');
    await taches.fill('Ranger le stock');
    expect(await page.getByLabel('Préparer un poste de travail').isChecked()).toBe(false);
    await page.getByLabel('Domaine').selectOption('logistique');
    expect(await page.getByText('Préparer un poste de travail').isVisible()).toBe(false);
    await fermer();
  });

  it('dit de qui parle chaque erreur, et quelle ligne retirer', async () => {
    const { page, fermer } = await visiter(navigateur, declarer);
    await page.getByLabel('Tâches proposées').fill('Classer\nAider Mme Martin');
    await relire(page);
    const resume = page.getByRole('group', { name: 'réponses à corriger' });
    await resume.waitFor();
    const liens = (await resume.getByRole('link').allInnerTexts()).map((lien) =>
      lien.replaceAll('\u00A0', ' '),
    );
    expect(liens).toContain('Le tuteur entreprise : écrivez un prénom et un nom.');
    expect(liens.join()).toMatch(/Ligne 2 : retirez/);
    expect(await resume.getByRole('listitem').count()).toBe(liens.length);
    await fermer();
  });

  it('retrouve le brouillon, commune comprise', async () => {
    const { page, fermer } = await visiter(navigateur, declarer);
    await choisirLaCommune(page);
    await page.reload();
    await page.getByText('académie : Versailles').waitFor();
    const lieu = page.getByLabel('Commune ou code postal');
    await expect.poll(() => lieu.inputValue()).toBe('Nanterre (92)');
    await fermer();
  });

  it('part aussi sans JavaScript, avec le code de la commune', async () => {
    const personnes = desPersonnes();
    const { page, fermer } = await visiter(navigateur, declarer, { javaScriptEnabled: false });
    expect(await page.getByLabel('Commune ou code postal').isVisible()).toBe(false);
    await page.getByLabel('Domaine').selectOption('logistique');
    await page.getByLabel('Tâches proposées').fill('Préparer les commandes\nRanger la réserve');
    await page.getByText('9 semaines (300 h)').click();
    await page.getByLabel('Code INSEE').fill('92050');
    await page.getByLabel('Fin du parcours').fill('2029-06-30');
    await nommerTous(page, personnes);
    await page.getByRole('button', { name: 'Envoyer la déclaration' }).click();
    await page.getByRole('heading', { name: 'Votre parcours est déclaré', level: 1 }).waitFor();
    await attendreCourriel(service, personnes.suivi, /Parcours déclaré/);
    await fermer();
  });

  it('sans JavaScript, une commune inconnue mène à la page qui dit de revenir', async () => {
    const { page, fermer } = await visiter(navigateur, declarer, { javaScriptEnabled: false });
    await page.getByLabel('Domaine').selectOption('logistique');
    await page.getByLabel('Tâches proposées').fill('Préparer les commandes');
    await page.getByText('9 semaines (300 h)').click();
    await page.getByLabel('Code INSEE').fill('92999');
    await page.getByLabel('Fin du parcours').fill('2029-06-30');
    await nommerTous(page, desPersonnes());
    await page.getByRole('button', { name: 'Envoyer la déclaration' }).click();
    await page.getByRole('heading', { name: 'Votre déclaration n’est pas partie' }).waitFor();
    await fermer();
  });

  it('en panne, garde tout et prépare un courriel', async () => {
    const { page, contexte, fermer } = await visiter(navigateur, declarer);
    await remplir(page, desPersonnes());
    await relire(page);
    await contexte.route('**/functions/v1/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Envoyer la déclaration' }).click();
    const refus = page.getByRole('group', { name: 'Rien n’a été envoyé' });
    await refus.waitFor({ timeout: 40_000 });
    const courriel = await refus.getByRole('link', { name: 'par courriel' }).getAttribute('href');
    expect(decodeURIComponent(courriel ?? '')).toContain('Préparer un poste de travail');
    await fermer();
  });
});
