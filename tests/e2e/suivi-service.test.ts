import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ajouterJours } from '../../src/socle/dates.ts';
import type { ServiceDEssai } from '../functions/service.ts';
import { avancer, dernier, DossierDEssai } from '../functions/suivi.ts';
import { ouvrirNavigateur, visiter } from './navigateur.ts';
import {
  bouton,
  choisir,
  cocher,
  dernierLien,
  envoyer,
  nommer,
  lAcheteurNomme,
  ouvrirLeCourriel,
  ouvrirUnService,
  passerLeRelais,
  rendezVous,
  titre,
  unCreneau,
} from './suivi-navigateur.ts';

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
    const avis = await envoyer(page);
    expect(avis).toMatch(/Le tuteur ou la tutrice a retiré la demande, à l’instant/);
    expect(avis).toMatch(/L’activité ne permet pas/);
    expect(await titre(page)).toMatch(/^Terminé/);
    await fermer();
  });
});

describe('un courriel qui n’arrive à personne dans l’entreprise', () => {
  it('l’acheteur nomme un contact ; la tutrice n’apprend que ce qui est vrai', async () => {
    const [parcours = ''] = await essai.parcoursLibres(1);
    await essai.service.base.query(
      `update prive.contacts set courriel = role || '.rebond@entreprise.example'
       where parcours_id = $1 and role like 'entreprise-%'`,
      [parcours],
    );
    const dossier = await DossierDEssai.ouvrir(essai);
    expect(dossier.parcours).toBe(parcours);
    await essai.courrielsPartis();
    await essai.service.remises.dites();
    const tutrice = await ouvrir(dossier.adresse('tutrice'));
    expect(await titre(tutrice.page)).toMatch(/^En attente de l’acheteur : nos courriels/);

    const neuf = await lAcheteurNomme(ouvrir, dossier);

    const entreprise = await ouvrir(neuf);
    expect(await titre(entreprise.page)).toMatch(/^C’est à vous : proposez/);
    await entreprise.fermer();
    await essai.service.remises.dites();
    await tutrice.page.reload();
    await tutrice.page.getByText('Le courriel est arrivé au contact du marché').waitFor();
    expect(await titre(tutrice.page)).toMatch(/^En attente de l’entreprise/);
    await tutrice.fermer();
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
    await page.locator('.csf-resume-erreurs:focus').waitFor();
    await fermer();
  });
});

describe('six semaines de suivi, dans un navigateur', () => {
  it('l’entreprise : rappelée, elle passe le relais ; le collègue reçoit le jeune', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    await avancer(essai, 8);
    const premier = await ouvrir(dossier.adresse('entreprise-1'));
    expect(await titre(premier.page)).toMatch(/^C’est à vous : proposez/);
    const collegue = `andrea.${dossier.parcours}@entreprise.example`;
    await choisir(premier.page, 'Ce n’est plus moi : nommer la bonne personne', () =>
      nommer(premier.page, 'Andrea Exemple', collegue),
    );
    expect(await envoyer(premier.page)).toMatch(/a changé/);
    // Son lien lit encore, et reprendrait la main, tant que l'autre n'a pas ouvert le sien.
    expect(await titre(premier.page)).toMatch(/^Vous avez passé la main/);
    await bouton(premier.page, 'Finalement, c’est moi').waitFor();
    await premier.fermer();

    const { page, fermer } = await ouvrir(collegue);
    const { jour, debut } = rendezVous(dossier, 3);
    await choisir(page, 'Proposer des créneaux', () => unCreneau(page, jour));
    expect(await envoyer(page)).toMatch(/L’entreprise a proposé un créneau/);
    expect(await titre(page)).toMatch(/^En attente du tuteur ou de la tutrice/);
    await dossier.agir('tutrice', 'choisir-creneau', { debut });
    await avancer(essai, 7);
    await dossier.agir('tutrice', 'noter-reunion', { le: jour });
    await dossier.agir('tutrice', 'signer-convention', { le: dossier.jour() });
    await page.reload();
    await page.getByRole('heading', { name: /^C’est à vous : accueillez/ }).waitFor();
    const debutLe = dossier.jour();
    await choisir(page, 'Dire que l’accueil a commencé', () =>
      page.getByLabel('Premier jour du jeune').fill(debutLe),
    );
    expect(await envoyer(page)).toMatch(/L’accueil a commencé/);
    await avancer(essai, 14);
    await page.reload();
    await choisir(page, 'Déclarer les heures d’une semaine', () =>
      page.getByLabel('Heures faites').fill('28'),
    );
    expect(await envoyer(page)).toMatch(/a déclaré 28 h/);
    await choisir(page, 'Dire que l’accueil est terminé', () =>
      page.getByLabel('Dernier jour du jeune').fill(dossier.jour()),
    );
    expect(await envoyer(page)).toMatch(/L’accueil s’est terminé/);
    expect(await titre(page)).toMatch(/^En attente du tuteur ou de la tutrice : le bilan/);
    await fermer();
  });

  it('la tutrice : du créneau au bilan croisé, avec une interruption', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const { jour, debut, minutes } = rendezVous(dossier, 3);
    await dossier.agir('entreprise-2', 'proposer-creneaux', { creneaux: [{ debut, minutes }] });
    const { page, fermer } = await ouvrir(dossier.adresse('tutrice'));
    await choisir(page, 'Choisir un créneau', () => cocher(page, /à 10\sh/));
    expect(await envoyer(page)).toMatch(/a choisi le/);
    await avancer(essai, 7);
    await page.reload();
    const le =
      (champ: string, jour = dossier.jour()) =>
      () =>
        page.getByLabel(champ).fill(jour);
    await choisir(page, 'Dire que la réunion a eu lieu', le('Jour de la réunion', jour));
    expect(await envoyer(page)).toMatch(/La réunion de présentation a eu lieu/);
    await choisir(page, 'Dire que la convention est signée', le('Jour de la dernière signature'));
    expect(await envoyer(page)).toMatch(/La convention a été signée/);
    await dossier.agir('entreprise-2', 'commencer', { le: dossier.jour() });
    await avancer(essai, 10);
    await page.reload();
    await choisir(page, 'Dire que l’accueil est interrompu', async () => {
      await le('Interrompu depuis le')();
      await page.getByLabel('Raison').selectOption('vacances');
    });
    expect(await envoyer(page)).toMatch(/interrompu/);
    await avancer(essai, 5);
    await page.reload();
    await choisir(page, 'Dire que l’accueil a repris', le('Jour de la reprise'));
    expect(await envoyer(page)).toMatch(/L’accueil a repris/);
    await choisir(page, 'Dire que l’accueil est terminé', async () => {
      await le('Dernier jour du jeune')();
      await page.getByLabel('Heures faites en tout').fill('70');
    });
    expect(await envoyer(page)).toMatch(/70 h faites/);
    await choisir(page, 'Dire que le bilan croisé est fait', async () => {
      await le('Jour du bilan')();
      await page.getByLabel('La suite pour le jeune').selectOption('apprentissage');
    });
    expect(await envoyer(page)).toMatch(/Le bilan croisé a été fait/);
    expect(await titre(page)).toMatch(/^Terminé/);
    await fermer();
  });

  it('l’acheteur : alerté au délai manqué, il nomme un contact, relance, et passe la main', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    await avancer(essai, 18);
    const { page, fermer } = await ouvrir(dossier.adresse('acheteur'));
    // Le courriel d'alerte mène droit au geste utile.
    await page.getByRole('heading', { name: 'Relancer l’entreprise' }).waitFor();
    await choisir(page, 'Nommer un nouveau contact dans l’entreprise');
    await cocher(page, /Le tuteur entreprise/);
    await nommer(page, 'Sam Exemple', `sam.${dossier.parcours}@entreprise.example`);
    expect(await envoyer(page)).toMatch(/Le tuteur entreprise a changé/);
    await dernierLien(essai, `sam.${dossier.parcours}@entreprise.example`);
    await choisir(page, 'Relancer l’entreprise');
    expect(await envoyer(page)).toMatch(/C’est enregistré/);
    expect(await bouton(page, 'Relancer l’entreprise').count()).toBe(0);
    await page.getByText('L’acheteur a relancé l’entreprise.').waitFor();
    const [fichier] = await Promise.all([
      page.waitForEvent('download'),
      bouton(page, 'Télécharger en CSV').click(),
    ]);
    expect(fichier.suggestedFilename()).toMatch(/^execution-D-[a-z0-9]{6}\.csv$/);
    const successeur = `suite.${dossier.parcours}@acheteur.example`;
    await choisir(page, 'Passer la main à un collègue', () =>
      nommer(page, 'Suite Marché', successeur),
    );
    await passerLeRelais(page);
    await fermer();
    const apres = await ouvrir(successeur);
    expect(await titre(apres.page)).toMatch(/^En attente de l’entreprise/);
    await apres.fermer();
  });

  it('l’équipe : prévenue en dernier, elle agit pour tous', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    await avancer(essai, 22);
    const { page, fermer } = await ouvrir(dossier.adresse('equipe'));
    const { jour } = rendezVous(dossier, 3);
    await choisir(page, 'Proposer des créneaux', () => unCreneau(page, jour));
    expect(await envoyer(page)).toMatch(/L’équipe CSF a proposé un créneau/);
    await choisir(page, 'Retirer la demande');
    expect(await envoyer(page)).toMatch(/a retiré la demande/);
    expect(await titre(page)).toMatch(/^Terminé/);
    await fermer();
  });
});
