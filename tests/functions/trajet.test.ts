import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PARCOURS, ServiceDEssai, SITE, uneAdresse, uneDemande } from './service.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir();
});
afterAll(() => essai.fermer());

describe('du formulaire à l’entreprise prévenue', () => {
  it('rien ne part vers l’entreprise avant la confirmation, puis tout le monde est prévenu', async () => {
    const entreprise = `entreprise-1.${PARCOURS}@entreprise.example`;
    const { corps, reponse } = await essai.exprimer();
    expect(reponse).toMatchObject({ statut: 202, corps: { statut: 'recue' } });
    await essai.courrielsPartis();
    expect(essai.courriels(entreprise)).toEqual([]);
    const courriel = String(corps.courriel);
    const jeton = essai.jeton(courriel, '/interet/confirmer/');

    for (let fois = 0; fois < 2; fois += 1)
      expect(await essai.poster('lire-lien', { jeton })).toMatchObject({
        statut: 200,
        corps: { statut: 'a-confirmer', parcours: { id: PARCOURS }, portee: 'confirmer-demande' },
      });
    expect(await essai.lire(`etat-parcours?parcours=${PARCOURS}`)).toMatchObject({
      corps: { disponibilite: 'disponible', heuresRestantes: 300 },
    });
    const confirmation = await essai.poster('confirmer-interet', { jeton });
    expect(confirmation).toMatchObject({ statut: 200, corps: { statut: 'active' } });
    expect(await essai.poster('confirmer-interet', { jeton })).toEqual({
      ...confirmation,
      corps: { ...confirmation.corps, deja: true },
      entetes: expect.anything() as Headers,
    });
    await essai.courrielsPartis();
    for (const destinataire of [
      entreprise,
      `entreprise-2.${PARCOURS}@entreprise.example`,
      `acheteur.${PARCOURS}@acheteur.example`,
      'equipe@csf.example',
    ])
      expect(essai.courriels(destinataire), destinataire).toHaveLength(1);
    const [confirme] = essai.courriels(courriel);
    expect(confirme?.attachments).toMatchObject([{ content_type: 'text/calendar' }]);
    expect(await essai.lire(`etat-parcours?parcours=${PARCOURS}`)).toMatchObject({
      corps: { disponibilite: 'reserve', reserveLe: confirmation.corps.activeLe },
    });
  });

  it('range une seconde personne, puis lui propose le parcours quand la première se retire', async () => {
    const { corps } = await essai.exprimer({ courriel: 'sacha@lycee.example' });
    await essai.courrielsPartis();
    const confirmation = await essai.poster('confirmer-interet', {
      jeton: essai.jeton(String(corps.courriel), '/interet/confirmer/'),
    });
    expect(confirmation.corps).toMatchObject({ statut: 'en-attente', rang: 1 });
    const [occupante] = (
      await essai.service.base.query<{ courriel: string }>(
        "select courriel from prive.demandes where etat = 'active' and parcours_id = $1",
        [PARCOURS],
      )
    ).rows;
    await essai.courrielsPartis();
    const retrait = await essai.poster('retirer-interet', {
      jeton: essai.jeton(occupante?.courriel ?? '', '/interet/retirer/'),
    });
    expect(retrait.corps).toMatchObject({ statut: 'retiree' });
    await essai.courrielsPartis();
    const offre = essai.jeton('sacha@lycee.example', '/interet/accepter/');
    expect(await essai.poster('accepter-proposition', { jeton: offre })).toMatchObject({
      statut: 200,
      corps: { statut: 'active' },
    });
  });

  it('dit qu’un lien est inconnu, ou qu’il est périmé', async () => {
    for (const jeton of ['court', 'A'.repeat(43), 12, undefined])
      expect(await essai.poster('confirmer-interet', { jeton })).toMatchObject({
        statut: 404,
        corps: { statut: 'lien-inconnu' },
      });
    const [libre = ''] = await essai.parcoursLibres(1);
    const [jeton] = await essai.demandesARecevoir(libre, 1);
    await essai.service.fonctions.decaler(49 * 3_600_000);
    expect(await essai.poster('confirmer-interet', { jeton })).toMatchObject({
      statut: 410,
      corps: { statut: 'lien-expire' },
    });
    await essai.service.fonctions.decaler(0);
  });
});

describe('un formulaire posté sans JavaScript', () => {
  const poster = (nom: string, champs: Record<string, string>, entetes = uneAdresse()) =>
    essai.demander(nom, {
      method: 'POST',
      headers: { ...entetes, Origin: 'null' },
      body: new URLSearchParams(champs),
    });
  const champs = (): Record<string, string> => {
    const saisis = Object.entries(uneDemande())
      .filter(([nom]) => nom !== 'cle')
      .map(([nom, valeur]) => [nom, String(valeur)] as const);
    return { ...Object.fromEntries(saisis), consentement: 'on', leurre: '' };
  };

  it('reçoit une page du site ; tapé à la main et posté deux fois, il est compris et reçu une fois', async () => {
    const demande = champs();
    const [annee = '', mois = '', jour = ''] = (demande.debutLe ?? '').split('-');
    const aLaMain = { debutLe: `${jour}/${mois}/${annee.slice(2)}`, heures: '150 h' };
    const entetes = uneAdresse();
    for (let fois = 0; fois < 2; fois += 1) {
      const reponse = await poster('exprimer-interet', { ...demande, ...aLaMain }, entetes);
      expect(reponse.statut).toBe(303);
      expect(reponse.entetes.get('Location')).toBe(`${SITE}/interet/envoyee/`);
    }
    await essai.courrielsPartis();
    expect(essai.courriels(demande.courriel ?? '')).toHaveLength(1);
    const { rows } = await essai.service.base.query(
      'select debut_le::text as "debutLe", heures from prive.demandes where courriel = $1',
      [demande.courriel],
    );
    expect(rows).toEqual([{ debutLe: demande.debutLe, heures: 150 }]);
  });

  it('renvoie vers la page « incomplète » avec la raison, et compte le réseau plus serré', async () => {
    const incomplet = await poster('exprimer-interet', { ...champs(), nom: '' });
    expect(incomplet.entetes.get('Location')).toBe(`${SITE}/interet/incomplete/#erreurs`);
    // Une case cachée remplie par un gestionnaire de mots de passe : la demande ne disparaît pas en silence.
    const remplie = await poster('exprimer-interet', { ...champs(), leurre: 'alix.exemple' });
    expect(remplie.entetes.get('Location')).toBe(`${SITE}/interet/incomplete/#leurre`);
    const entetes = uneAdresse();
    const adresses: (string | null)[] = [];
    for (let fois = 0; fois < 4; fois += 1)
      adresses.push((await poster('exprimer-interet', champs(), entetes)).entetes.get('Location'));
    expect(adresses.slice(0, 3)).toEqual(Array(3).fill(`${SITE}/interet/envoyee/`));
    expect(adresses[3]).toBe(`${SITE}/interet/incomplete/#limite`);
  });

  it('lit les listes et les groupes de la déclaration et du contact', async () => {
    const declaration = await poster('declarer-parcours', {
      domaine: 'logistique',
      taches: 'Préparer les commandes\r\n\r\nRanger la réserve',
      heures: '300',
      commune: '35238',
      finLe: '2030-01-01',
      finReconductionLe: '',
      'entreprise1.nom': 'Camille Exemple',
      'entreprise1.courriel': 'camille@entreprise.example',
      'entreprise1.telephone': '',
      'entreprise2.nom': 'Sacha Exemple',
      'entreprise2.courriel': 'sacha@entreprise.example',
      'entreprise2.telephone': '01 99 00 00 00',
      'suivi.nom': 'Dominique Exemple',
      'suivi.courriel': 'dominique@acheteur.example',
      'suivi.telephone': '',
      roleDuSuivi: 'acheteur',
      consentement: 'on',
    });
    expect(declaration.entetes.get('Location')).toBe(`${SITE}/acheteur/declarer/envoyee/`);
    const message = await poster('contacter', {
      role: 'tuteur',
      sujet: 'question',
      parcoursId: '',
      nom: 'Alix Exemple',
      courriel: 'alix@lycee.example',
      'nouveauContact.nom': '',
      'nouveauContact.courriel': '',
      message: 'Bonjour, une question sur un parcours.',
      consentement: 'on',
    });
    expect(message.entetes.get('Location')).toBe(`${SITE}/contact/envoye/`);
  });
});

describe('le contact et la déclaration', () => {
  it('transmet un message à l’équipe avec une référence, et l’accuse', async () => {
    const envoi = {
      cle: randomUUID(),
      role: 'entreprise',
      sujet: 'contact-change',
      nom: 'Camille Exemple',
      courriel: 'camille.part@entreprise.example',
      nouveauContact: { nom: 'Sacha Exemple', courriel: 'sacha@entreprise.example', telephone: '' },
      message: 'Je quitte mon poste à la fin du mois.',
      consentement: true,
      ...(await essai.enveloppe()),
    };
    const reponse = await essai.poster('contacter', envoi, uneAdresse());
    expect(reponse).toMatchObject({ statut: 202, corps: { statut: 'recu' } });
    await essai.courrielsPartis();
    const [accuse] = essai.courriels('camille.part@entreprise.example');
    expect(accuse?.subject).toContain(String(reponse.corps.reference));
    const transmis = essai
      .courriels('equipe@csf.example')
      .find(({ subject }) => subject.includes(String(reponse.corps.reference)));
    expect(transmis?.text).toContain('sacha@entreprise.example');
  });

  it('publie un parcours déclaré une fois validé, et demande la reconstruction, de nouveau si on valide de nouveau', async () => {
    const declaration = {
      cle: randomUUID(),
      domaine: 'logistique',
      taches: ['Préparer les commandes', 'Ranger la réserve'],
      heures: 300,
      commune: '35238',
      conditions: [],
      finLe: '2030-01-01',
      finReconductionLe: null,
      entreprise1: { nom: 'Camille Exemple', courriel: 'une@declare.example', telephone: '' },
      entreprise2: { nom: 'Sacha Exemple', courriel: 'deux@declare.example', telephone: '' },
      suivi: { nom: 'Dominique Exemple', courriel: 'suivi@declare.example', telephone: '' },
      roleDuSuivi: 'acheteur',
      consentement: true,
      ...(await essai.enveloppe()),
    };
    const reponse = await essai.poster('declarer-parcours', declaration, uneAdresse());
    expect(reponse).toMatchObject({ statut: 202, corps: { statut: 'recue' } });
    await essai.courrielsPartis();
    const contacts = essai.jeton('une@declare.example', '/declaration/contacts/');
    const lecture = await essai.poster('declaration/lire-lien', { jeton: contacts });
    expect(lecture.corps).toMatchObject({
      statut: 'declaree',
      portee: 'confirmer-contacts',
      public: { commune: '35238' },
    });
    expect(
      await essai.poster('confirmer-contacts', {
        jeton: contacts,
        entreprise1: declaration.entreprise1,
        entreprise2: { nom: 'Lou Exemple', courriel: 'lou@declare.example', telephone: '' },
      }),
    ).toMatchObject({ statut: 200, corps: { statut: 'contacts-confirmes' } });
    const valider = essai.jeton('equipe@csf.example', '/declaration/valider/');
    expect(
      await essai.poster('valider-declaration', { jeton: valider, accepte: false }),
    ).toMatchObject({ statut: 422 });
    const avant = essai.service.reconstructions();
    for (const deja of [false, true])
      expect(
        await essai.poster('valider-declaration', { jeton: valider, accepte: true }),
      ).toMatchObject({ statut: 200, corps: { statut: 'validee', deja } });
    await essai.courrielsPartis();
    expect(essai.courriels('suivi@declare.example')).toHaveLength(2);
    await expect.poll(() => essai.service.reconstructions()).toBe(avant + 2);
    const { id } = lecture.corps.public as { id: string };
    expect(await essai.lire(`etat-parcours?parcours=${id}`)).toMatchObject({ statut: 200 });
  });
});
