import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceDEssai, uneAdresse } from './service.ts';
import { agenda, avancer, DEPART, dernier, DossierDEssai, objets } from './suivi.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir({ depart: DEPART });
});
afterAll(() => essai.fermer());

describe('un refus', () => {
  it('va à l’acheteur, qui nomme un nouveau contact : le délai repart en entier', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const refus = await dossier.agir('entreprise-1', 'refuser', {
      motif: 'encadrement',
      precision: 'La personne qui encadrait les stagiaires est partie.',
    });
    expect(refus.corps.suivi).toMatchObject({
      etat: 'refus-a-trancher',
      prochaine: { qui: 'acheteur' },
    });
    await essai.courrielsPartis();
    const recu = dernier(essai, dossier.adresse('acheteur'));
    expect(recu.subject).toMatch(/^Décidez de la suite, au plus tard /);
    expect(recu.text).toContain('est partie');
    // La ligne qui suit l'objet se lit, elle aussi, sur un écran verrouillé : le motif attend que l'on ouvre.
    const [, apercu = ''] = /data-skip-in-text="true">([^<]*)/.exec(recu.html) ?? [];
    expect(apercu).toBe('L’entreprise a répondu.');
    await avancer(essai, 3);
    const nomme = await dossier.agir('acheteur', 'nommer-contact', {
      role: 'entreprise-1',
      nom: 'Morgan Exemple',
      courriel: 'morgan@entreprise.example',
      telephone: '01 99 00 00 00',
    });
    expect(nomme.corps.suivi).toMatchObject({
      etat: 'reponse-attendue',
      prochaine: { qui: 'entreprise', avantLe: dossier.jour(14), retardJours: 0 },
    });
    await essai.courrielsPartis();
    expect(dernier(essai, 'morgan@entreprise.example').text).toContain(
      await dossier.jeton('entreprise-1'),
    );
    expect(dernier(essai, dossier.adresse('entreprise-1')).text).toContain(
      'n’êtes plus le contact',
    );
    // Retirée ensuite, la demande s'apprend à qui la suit maintenant, une fois, et plus à l'ancien contact.
    await dossier.agir('tutrice', 'retirer');
    await essai.courrielsPartis();
    const retraits = (adresse: string) =>
      objets(essai, adresse).filter((objet) => objet.includes('retirée')).length;
    expect(retraits('morgan@entreprise.example')).toBe(1);
    expect(retraits(dossier.adresse('entreprise-1'))).toBe(0);
  });

  it('la tutrice ne connaît les personnes qu’entre un rendez-vous proposé et un refus', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const contactsVus = async () => (await dossier.lire('tutrice')).dossier.contacts.length;
    // Un délai demandé, une main passée : l'entreprise a agi, elle n'a pas accepté de parler à cette personne.
    await dossier.agir('entreprise-2', 'changer-contact', {
      nom: 'Morgan Exemple',
      courriel: uneAdresse(),
      telephone: '',
    });
    expect(await contactsVus()).toBe(0);
    await dossier.agir('entreprise-1', 'proposer-creneaux', { creneaux: [dossier.creneau(3)] });
    expect(await contactsVus()).toBe(3);
    await dossier.agir('entreprise-1', 'refuser', {
      motif: 'activite',
      precision: 'Il n’y a plus d’activité.',
    });
    expect(await contactsVus()).toBe(0);
  });

  it('le message n’est lu que de l’entreprise et de qui l’a écrit', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const messageDe = async (role: 'tutrice' | 'entreprise-1' | 'acheteur' | 'equipe') =>
      (await dossier.lire(role)).dossier.demandeur.message;
    expect(await messageDe('entreprise-1')).not.toBe('');
    expect(await messageDe('tutrice')).toBe(await messageDe('entreprise-1'));
    expect(await messageDe('acheteur')).toBe('');
    expect(await messageDe('equipe')).toBe('');
  });

  it('confirmé par l’acheteur, il clôt la demande et libère le parcours', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const precision = 'La clause a déjà été réalisée cette année.';
    await dossier.agir('entreprise-1', 'refuser', { motif: 'deja-realise', precision });
    const confirme = await dossier.agir('acheteur', 'confirmer-refus');
    expect(confirme.corps.suivi).toMatchObject({ etat: 'refuse', prochaine: null });
    expect(await essai.lire(`etat-parcours?parcours=${dossier.parcours}`)).toMatchObject({
      corps: { disponibilite: 'disponible' },
    });
  });

  it('sans raison, ou avec un téléphone dans la raison, n’est pas reçu', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    for (const precision of ['', 'Appelez-moi au 06 12 34 56 78 pour en parler.'])
      expect(
        await dossier.agir('entreprise-1', 'refuser', { motif: 'autre', precision }),
      ).toMatchObject({
        statut: 422,
        corps: { erreurs: { precision: expect.any(String) as string } },
      });
  });
});

describe('un retrait', () => {
  it('annule la réunion, prévient chacun, et le parcours va aussitôt à la personne suivante', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const [jetonSuivant] = await essai.demandesARecevoir(dossier.parcours, 1);
    const attente = await essai.poster('confirmer-interet', { jeton: jetonSuivant });
    expect(attente.corps).toMatchObject({ statut: 'en-attente', rang: 1 });
    const creneau = dossier.creneau(4);
    await dossier.agir('entreprise-1', 'proposer-creneaux', { creneaux: [creneau] });
    await dossier.agir('tutrice', 'choisir-creneau', { debut: creneau.debut });
    const retrait = await dossier.agir('tutrice', 'retirer');
    expect(retrait.corps.suivi).toMatchObject({ etat: 'retire', prochaine: null });
    await essai.courrielsPartis();
    expect(agenda(essai, dossier.adresse('entreprise-1'))).toContain('METHOD:CANCEL');
    expect(dernier(essai, dossier.adresse('acheteur')).subject).toContain('retirée');
    const { rows } = await essai.service.base.query<{ courriel: string }>(
      "select courriel from prive.demandes where parcours_id = $1 and etat = 'proposee'",
      [dossier.parcours],
    );
    const suivante = rows[0]?.courriel ?? '';
    expect(dernier(essai, suivante).subject).toContain('Le parcours est libre');
    const jeton = essai.jeton(suivante, '/interet/accepter/');
    expect((await essai.poster('accepter-proposition', { jeton })).corps.statut).toBe('active');
    await essai.courrielsPartis();
    expect(dernier(essai, dossier.adresse('entreprise-1')).subject).toContain(
      'Un jeune pour votre',
    );
  });

  it('par le lien de confirmation, passe aussi par le suivi : chacun l’apprend', async () => {
    const [parcours = ''] = await essai.parcoursLibres(1);
    const [jeton] = await essai.demandesARecevoir(parcours, 1);
    await essai.poster('confirmer-interet', { jeton });
    const retrait = await essai.poster('retirer-interet', { jeton });
    expect(retrait.corps).toMatchObject({ statut: 'retiree' });
    expect(retrait.corps).not.toHaveProperty('suivi');
    await essai.courrielsPartis();
    for (const adresse of [
      `entreprise-1.${parcours}@entreprise.example`,
      `entreprise-2.${parcours}@entreprise.example`,
      `acheteur.${parcours}@acheteur.example`,
      'equipe@csf.example',
    ])
      expect(dernier(essai, adresse).subject, adresse).toContain('retirée');
  });

  it('ne défait pas un accueil commencé, même par un lien plus ancien que le suivi', async () => {
    const [parcours = ''] = await essai.parcoursLibres(1);
    const [confirmation] = await essai.demandesARecevoir(parcours, 1);
    const { corps } = await essai.poster('confirmer-interet', { jeton: confirmation });
    const { rows } = await essai.service.base.query<{ id: string; courriel: string }>(
      'select id, courriel from prive.demandes where reference = $1',
      [corps.reference],
    );
    const dossier = DossierDEssai.deja(essai, parcours, rows[0] ?? { id: '', courriel: '' });
    await dossier.agir('tutrice', 'noter-reunion', { le: dossier.jour() });
    await dossier.agir('tutrice', 'signer-convention', { le: dossier.jour() });
    await dossier.agir('tutrice', 'commencer', { le: dossier.jour() });
    for (const jeton of [confirmation, await dossier.jeton('tutrice')])
      expect(await essai.poster('retirer-interet', { jeton })).toMatchObject({
        statut: 409,
        corps: { statut: 'interdite' },
      });
    // La page de retrait le dit d'emblée, sans attendre que l'on appuie.
    const lue = await essai.poster('lire-lien', { jeton: await dossier.jeton('tutrice') });
    expect(lue.corps).toMatchObject({
      statut: 'interdite',
      portee: 'suivre',
      parcours: { id: parcours },
    });
    expect((await dossier.lire('tutrice')).suivi).toMatchObject({ etat: 'accueil-en-cours' });
    expect(await dossier.genres()).not.toContain('retrait');
  });

  it('demandé trois fois à la fois dit trois fois « retirée », et ne s’écrit qu’une fois', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const jeton = await dossier.jeton('tutrice');
    const reponses = await Promise.all(
      [1, 2, 3].map(() => essai.poster('retirer-interet', { jeton })),
    );
    expect(reponses.map(({ statut, corps }) => [statut, corps.statut])).toEqual(
      Array.from({ length: 3 }, () => [200, 'retiree']),
    );
    expect((await dossier.genres()).filter((genre) => genre === 'retrait')).toHaveLength(1);
  });

  it('par le lien de retrait du premier courriel, fait de même', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const creneau = dossier.creneau(4);
    await dossier.agir('entreprise-1', 'proposer-creneaux', { creneaux: [creneau] });
    await dossier.agir('tutrice', 'choisir-creneau', { debut: creneau.debut });
    const jeton = await dossier.jeton('tutrice');
    for (let fois = 0; fois < 2; fois += 1)
      expect((await essai.poster('retirer-interet', { jeton })).corps.statut).toBe('retiree');
    await essai.courrielsPartis();
    expect(agenda(essai, dossier.adresse('entreprise-1'))).toContain('METHOD:CANCEL');
    expect((await dossier.genres()).filter((genre) => genre === 'retrait')).toHaveLength(1);
  });
});

describe('la liste d’attente', () => {
  it('qui attend lit son rang, peut se retirer, et ne connaît personne', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    await dossier.agir('entreprise-1', 'proposer-creneaux', { creneaux: [dossier.creneau(3)] });
    const [confirmation] = await essai.demandesARecevoir(dossier.parcours, 1);
    await essai.poster('confirmer-interet', { jeton: confirmation });
    await essai.courrielsPartis();
    const { rows } = await essai.service.base.query<{ courriel: string }>(
      "select courriel from prive.demandes where parcours_id = $1 and etat = 'en-attente'",
      [dossier.parcours],
    );
    const jeton = essai.jeton(rows[0]?.courriel ?? '', '/interet/retirer/');
    const lu = await essai.poster('suivi/lire-lien', { jeton });
    expect(lu).toMatchObject({
      statut: 200,
      corps: { role: 'tutrice', suivi: { etat: 'en-attente' }, actions: ['retirer'] },
    });
    expect(lu.corps.dossier).toMatchObject({ contacts: [] });
    const avant = essai.service.fournisseur.courriels.length;
    const ordre = { jeton, cle: randomUUID(), vu: lu.corps.vu, action: 'retirer' };
    expect((await essai.poster('agir', ordre)).corps).toMatchObject({
      statut: 'fait',
      suivi: { etat: 'retire' },
    });
    await essai.courrielsPartis();
    // Personne ne la connaissait : personne n'a à l'apprendre.
    expect(essai.service.fournisseur.courriels.length).toBe(avant);
  });

  it('l’équipe peut répondre pour l’entreprise : la tutrice sait alors à qui elle parle', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    await dossier.agir('equipe', 'proposer-creneaux', { creneaux: [dossier.creneau(3)] });
    expect((await dossier.lire('tutrice')).dossier.contacts).toHaveLength(3);
  });
});
