import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BaseDEssai, contact, desLiens, LE, unLien } from './fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

const CRENEAUX = {
  genre: 'creneaux-proposes',
  donnees: { creneaux: [{ debut: '2026-12-01T10:00', minutes: 60 }] },
};
const RETRAIT = { evenements: [{ genre: 'retrait', donnees: {} }], clore: 'retiree' };
const CHANGE = {
  evenements: [{ genre: 'contact-change', donnees: { role: 'entreprise-1' } }],
  contact: { ...contact('entreprise-1', 'Noa Exemple'), courriel: 'noa@entreprise.example' },
};
const CEDE = { ...CHANGE, contact: { ...CHANGE.contact, cede: true } };
const OUVERT = { genre: 'ouvert', donnees: { role: 'entreprise-1' } };
const REVENU = { genre: 'contact-revenu', donnees: { role: 'entreprise-1', apres: 'relais' } };

describe('un contact qui change', () => {
  it('perd son lien aussitôt ; le nouveau ouvre le même dossier, et lui seul', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const autre = await Dossier.ouvrir(essai);
    const ancien = await dossier.empreinte('entreprise-1');
    const liens = desLiens(8);
    const cle = randomUUID();
    const { vu } = await dossier.lire('equipe');
    const passer = () => dossier.agir('entreprise-1', CHANGE, { cle, vu, liens });
    expect(await passer()).toMatchObject({ statut: 'fait' });
    expect(await essai.appeler('suivi_lire', { p_empreinte: ancien, p_maintenant: LE })).toEqual({
      statut: 'lien-inconnu',
    });
    expect(await dossier.ecrire(ancien, { evenements: [CRENEAUX] }, {})).toEqual({
      statut: 'lien-inconnu',
    });
    const neuf = await dossier.lire('entreprise-1');
    expect(neuf).toMatchObject({ role: 'entreprise-1', lien: liens[0]?.id });
    expect(neuf.dossier.id).toBe(dossier.id);
    expect(neuf.dossier.contacts.find(({ role }) => role === 'entreprise-1')).toMatchObject({
      nom: 'Noa Exemple',
      courriel: 'noa@entreprise.example',
    });
    // Qui a passé la main et n'a pas reçu la réponse rejoue son envoi : il apprend que c'est fait.
    expect(await dossier.ecrire(ancien, { ...CHANGE }, { cle, vu })).toMatchObject({
      statut: 'fait',
      deja: true,
    });
    for (const role of ['tutrice', 'entreprise-2', 'acheteur', 'equipe'] as const)
      expect(await dossier.lire(role)).toMatchObject({ statut: 'ouvert' });
    expect(await autre.lire('entreprise-1')).toMatchObject({ statut: 'ouvert' });
  });

  it('perd aussi son lien vers un dossier plus ancien du même parcours ; le nouveau y en reçoit un', async () => {
    const ancien = await Dossier.ouvrir(essai, { heures: 150 });
    await ancien.agir('equipe', {
      evenements: [{ genre: 'accueil-termine', donnees: { heures: 150 } }],
      clore: 'terminee',
      heures: 150,
    });
    const dossier = await Dossier.ouvrir(essai, { heures: 150 }, ancien.parcours);
    const avant = await ancien.empreinte('entreprise-1');
    const liens = desLiens(3);
    await dossier.agir('entreprise-1', CHANGE, { liens });
    const apres = await ancien.empreinte('entreprise-1');
    expect([apres, await dossier.empreinte('entreprise-1')]).toEqual([
      liens[1]?.empreinte,
      liens[0]?.empreinte,
    ]);
    expect(avant).not.toBe(apres);
  });

  it('garde son lien pour lire quand il a cédé sa place de lui-même, tant que le nouveau n’a pas agi', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const ancien = await dossier.empreinte('entreprise-1');
    const lire = () => essai.appeler('suivi_lire', { p_empreinte: ancien, p_maintenant: LE });
    const liens = desLiens(8);
    await dossier.agir('entreprise-1', CEDE, { liens });
    expect(await lire()).toMatchObject({ statut: 'ouvert', cede: true });
    // Le lien du rôle est celui du nouveau : c'est à lui que l'on écrit.
    const neuf = await dossier.lire('entreprise-1');
    expect(neuf).toMatchObject({ lien: liens[0]?.id, cede: false });
    expect(await dossier.agir('entreprise-1', { evenements: [OUVERT] })).toMatchObject({
      statut: 'fait',
    });
    expect(await lire()).toEqual({ statut: 'lien-inconnu' });
    expect(await essai.lignes('select nom, ouvert_le from prive.relais')).toMatchObject([
      { nom: expect.any(String) as string, ouvert_le: LE },
    ]);
  });

  it('reprend la main : son lien vaut de nouveau, et celui du nouveau plus rien', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const ancien = await dossier.empreinte('entreprise-1');
    const avant = (await dossier.lire('equipe')).dossier.contacts;
    await dossier.agir('entreprise-1', CEDE, { liens: desLiens(8) });
    const neuf = await dossier.empreinte('entreprise-1');
    const { vu } = await dossier.lire('equipe');
    const reprise = { evenements: [REVENU], rendre: ['entreprise-1'] };
    expect(await dossier.ecrire(ancien, reprise, { vu })).toMatchObject({ statut: 'fait' });
    expect(await dossier.empreinte('entreprise-1')).toBe(ancien);
    expect(await essai.appeler('suivi_lire', { p_empreinte: neuf, p_maintenant: LE })).toEqual({
      statut: 'lien-inconnu',
    });
    expect((await dossier.lire('equipe')).dossier.contacts).toEqual(avant);
  });

  it('que l’acheteur remplace à son tour : ni lui, ni celui d’avant n’ont plus de lien', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const ancien = await dossier.empreinte('entreprise-1');
    await dossier.agir('entreprise-1', CEDE, { liens: desLiens(8) });
    const autre = { ...CHANGE, contact: { ...CHANGE.contact, courriel: 'sam@entreprise.example' } };
    await dossier.agir('acheteur', autre, { liens: desLiens(8) });
    expect(await essai.appeler('suivi_lire', { p_empreinte: ancien, p_maintenant: LE })).toEqual({
      statut: 'lien-inconnu',
    });
    expect(
      await essai.lignes('select 1 from prive.relais where parcours_id = $1', [dossier.parcours]),
    ).toEqual([]);
  });

  it('nommé là où personne ne l’était, reçoit son lien', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const neuf = { ...CHANGE.contact, role: 'prescripteur' };
    await dossier.agir('acheteur', {
      evenements: [{ genre: 'contact-change', donnees: { role: 'prescripteur' } }],
      contact: neuf,
    });
    expect(await dossier.lire('prescripteur')).toMatchObject({
      statut: 'ouvert',
      role: 'prescripteur',
    });
    expect(await dossier.lire('acheteur')).toMatchObject({ statut: 'ouvert' });
  });

  it('remplacé par un import, perd son lien ; inchangé, il le garde', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const { dossier: lu } = await dossier.lire('equipe');
    const [garde] = lu.contacts.filter(({ role }) => role === 'acheteur');
    await essai.base.query('select prive.importer_contacts($1, $2, $3)', [
      dossier.parcours,
      JSON.stringify([contact('entreprise-1'), garde]),
      LE,
    ]);
    const statut = async (role: 'entreprise-1' | 'entreprise-2' | 'acheteur') =>
      (await dossier.lire(role)).statut;
    expect([
      await statut('entreprise-1'),
      await statut('entreprise-2'),
      await statut('acheteur'),
    ]).toEqual(['lien-inconnu', 'ouvert', 'ouvert']);
  });
});

describe('la fin d’une demande', () => {
  it('retirée depuis le suivi, libère le parcours et le propose à la suivante', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const suivante = await essai.demander(dossier.parcours);
    const liens = desLiens(8);
    expect(await dossier.agir('tutrice', RETRAIT, { liens })).toMatchObject({ statut: 'fait' });
    expect((await dossier.lire('entreprise-1')).dossier.etat).toBe('retiree');
    const lien = liens[0] ?? unLien();
    expect(await essai.accepter(lien.empreinte)).toMatchObject({
      statut: 'active',
      reference: suivante.bilan.reference,
    });
  });

  it('terminée, décompte les heures sans dépasser ce qui reste, et propose le reste', async () => {
    const dossier = await Dossier.ouvrir(essai, { heures: 150 });
    await essai.demander(dossier.parcours, { heures: 150 });
    const fin = (heures: number) => ({
      evenements: [{ genre: 'accueil-termine', donnees: { heures } }],
      clore: 'terminee',
      heures,
    });
    const liens = desLiens(8);
    await dossier.agir('tutrice', fin(140), { liens });
    expect((await dossier.lire('tutrice')).dossier).toMatchObject({
      etat: 'terminee',
      parcours: { heuresFaites: 140 },
    });
    expect(await essai.accepter(liens[0]?.empreinte ?? '')).toMatchObject({ statut: 'active' });
    const [seconde] = await essai.lignes<{ id: string }>(
      "select id from prive.demandes where parcours_id = $1 and etat = 'active'",
      [dossier.parcours],
    );
    const suite = Dossier.deja(essai, dossier.parcours, seconde?.id ?? '');
    await suite.agir('equipe', fin(400));
    expect((await suite.lire('tutrice')).dossier.parcours.heuresFaites).toBe(300);
  });

  it('refusée, reste lisible ; plus rien ne la clôt une seconde fois', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const refus = {
      evenements: [{ genre: 'refus-confirme', donnees: {} }],
      clore: 'refusee',
    };
    await dossier.agir('acheteur', refus);
    expect((await dossier.lire('tutrice')).dossier.etat).toBe('refusee');
    await expect(dossier.agir('acheteur', refus)).rejects.toThrow(/CSF04/);
    expect(await essai.etat(dossier.parcours)).toMatchObject({ disponibilite: 'disponible' });
  });
});

describe('un lien de suivi', () => {
  it('expire au bout de dix-huit mois, pour lire comme pour agir', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const tard = new Date('2028-05-23T10:00:00Z');
    expect(await dossier.lire('tutrice', new Date(tard.getTime() - 1))).toMatchObject({
      statut: 'ouvert',
    });
    expect(await dossier.lire('tutrice', tard)).toEqual({ statut: 'lien-expire' });
    const empreinte = await dossier.empreinte('tutrice');
    expect(await dossier.ecrire(empreinte, { ...RETRAIT }, { le: tard, vu: 2 })).toEqual({
      statut: 'lien-expire',
    });
  });

  it('qui manque à un dossier ouvert se complète, une fois', async () => {
    const dossier = await Dossier.ouvrir(essai);
    await essai.base.query(
      "delete from prive.liens where demande_id = $1 and role in ('acheteur', 'entreprise-2')",
      [dossier.id],
    );
    const completer = (nombre: number) =>
      essai.appeler<number>('liens_completer', { p_liens: desLiens(nombre), p_maintenant: LE });
    const manquants = await completer(0);
    expect(manquants).toBeGreaterThanOrEqual(2);
    expect(await completer(manquants - 1)).toBe(1);
    expect([await completer(5), await completer(5)]).toEqual([0, 0]);
    expect(await dossier.lire('acheteur')).toMatchObject({ statut: 'ouvert', role: 'acheteur' });
    expect((await dossier.lire('equipe')).dossier.liens.map(({ role }) => role).sort()).toEqual([
      'acheteur',
      'entreprise-1',
      'entreprise-2',
      'equipe',
      'tutrice',
    ]);
  });
});
