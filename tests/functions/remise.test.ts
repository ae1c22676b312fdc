import { jourOuvreDes } from '../../src/calendrier/regles/calendrier.ts';
import { calendrierDuService } from '../fabriques-etats.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { direUnFait, signer, type Fait } from '../../supabase/embarque/remises.ts';
import { ServiceDEssai, type Corps } from './service.ts';
import { avancer, dernier, DEPART, DossierDEssai, objets, proposition, relancer } from './suivi.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir({ depart: DEPART });
});
afterAll(() => essai.fermer());

/** Envoie un fait comme le fournisseur : le corps signé tel quel. */
const envoyer = (corps: string, entetes: Record<string, string>) =>
  essai.demander('suivi/remise', { method: 'POST', headers: entetes, body: corps });

const secret = () => essai.service.secrets.remises;

/** Celui qui demandait de confirmer part avec le reste : ce n'est pas encore un courriel du suivi. */
function corpsDe(fait: Fait, adresse: string): string {
  const dossier = essai.courriels(adresse).find(({ subject }) => !subject.startsWith('Confirmez'));
  return direUnFait(fait, dossier ?? dernier(essai, adresse), essai.service.horloge.maintenant);
}

/** Le fournisseur dit ce fait du dernier courriel reçu à cette adresse. */
async function dire(fait: Fait, adresse: string, id = `msg_${randomUUID()}`) {
  const corps = corpsDe(fait, adresse);
  const reponse = await envoyer(corps, signer(secret(), corps, id));
  await essai.courrielsPartis();
  return reponse;
}

async function unDossier(): Promise<DossierDEssai> {
  const dossier = await DossierDEssai.ouvrir(essai);
  await essai.courrielsPartis();
  return dossier;
}

describe('ce que le fournisseur dit d’un courriel', () => {
  it('n’est lu que signé de son secret, à cinq minutes près, et sur le texte exact', async () => {
    const dossier = await unDossier();
    const corps = corpsDe('email.bounced', dossier.adresse('entreprise-1'));
    const bon = signer(secret(), corps);
    const refuses: [string, Record<string, string>][] = [
      [corps, { 'Content-Type': 'application/json' }],
      [corps, signer(`whsec_${btoa('un autre secret')}`, corps)],
      [`${corps} `, bon],
      [corps, { ...bon, 'svix-id': `msg_${randomUUID()}` }],
      [corps, { ...bon, 'svix-signature': 'v1,' }],
      [corps, { ...bon, 'svix-signature': 'v2,AAAA' }],
      [corps, signer(secret(), corps, 'msg_tard', new Date(Date.now() - 6 * 60_000))],
      [corps, signer(secret(), corps, 'msg_tot', new Date(Date.now() + 6 * 60_000))],
    ];
    for (const [texte, entetes] of refuses)
      expect(await envoyer(texte, entetes)).toMatchObject({
        statut: 401,
        corps: { statut: 'interdit' },
      });
    expect(await dossier.genres()).toEqual(['interet-confirme', 'entreprise-contactee']);
    expect(await envoyer(corps, bon)).toMatchObject({ statut: 200, corps: { statut: 'fait' } });
  });

  it('d’un courriel inconnu, ou d’un autre genre, est accepté et ignoré', async () => {
    const inconnu = {
      type: 'email.bounced',
      data: { email_id: randomUUID(), tags: { courriel: randomUUID() } },
    };
    const ouvert = { type: 'email.opened', data: { email_id: 'x' } };
    for (const fait of [inconnu, ouvert, { type: 'contact.created', data: {} }, {}]) {
      const corps = JSON.stringify(fait);
      expect(await envoyer(corps, signer(secret(), corps))).toMatchObject({
        statut: 200,
        corps: { statut: 'ignore' },
      });
    }
  });

  it('retrouve un courriel par l’identifiant du fournisseur, quand l’étiquette manque', async () => {
    const dossier = await unDossier();
    const { id: email_id } = dernier(essai, dossier.adresse('entreprise-1'));
    const corps = JSON.stringify({ type: 'email.delivered', data: { email_id } });
    expect(await envoyer(corps, signer(secret(), corps))).toMatchObject({
      corps: { statut: 'fait' },
    });
    expect((await dossier.genres()).at(-1)).toBe('courriel-remis');
  });

  it('redit, dix fois à la fois, ne change rien de plus', async () => {
    const dossier = await unDossier();
    const corps = corpsDe('email.bounced', dossier.adresse('entreprise-1'));
    const entetes = signer(secret(), corps);
    const { length: avant } = essai.service.fournisseur.courriels;
    const reponses = await Promise.all(Array.from({ length: 10 }, () => envoyer(corps, entetes)));
    await essai.courrielsPartis();
    expect(reponses.map(({ statut }) => statut)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(reponses.filter(({ corps: { statut } }) => statut === 'fait')).toHaveLength(1);
    expect((await dossier.genres()).filter((genre) => genre === 'courriel-non-remis')).toHaveLength(
      1,
    );
    // L'autre contact et l'acheteur, une fois chacun.
    expect(essai.service.fournisseur.courriels.length - avant).toBe(2);
  });
});

describe('un courriel qui n’arrive pas à l’entreprise', () => {
  it('fait compter sur l’autre contact, et demander le jour même un remplaçant à l’acheteur', async () => {
    const dossier = await unDossier();
    await dire('email.bounced', dossier.adresse('entreprise-1'));
    const second = dernier(essai, dossier.adresse('entreprise-2'));
    expect(second.text).toContain('n’est pas arrivé au contact du marché');
    expect(second.text).toContain('seule personne de l’entreprise');
    expect(second.subject).toMatch(/^Proposez des créneaux/);
    const acheteur = dernier(essai, dossier.adresse('acheteur'));
    expect(acheteur.text).toContain(`#${await dossier.jeton('acheteur')}.nommer-contact`);
    const lu = await dossier.lire('acheteur');
    expect(lu.actions).toContain('nommer-contact');
    expect(lu.suivi).toMatchObject({ etat: 'reponse-attendue', nonRemis: ['entreprise-1'] });
    // Les rappels ne vont plus qu'à qui peut les lire.
    const avant = objets(essai, dossier.adresse('entreprise-1')).length;
    await avancer(essai, 8);
    expect(objets(essai, dossier.adresse('entreprise-1'))).toHaveLength(avant);
    expect(objets(essai, dossier.adresse('entreprise-2')).length).toBeGreaterThan(1);
  });

  it('à personne : l’acheteur nomme un contact, et l’entreprise a de nouveau son délai entier', async () => {
    const dossier = await unDossier();
    await dire('email.suppressed', dossier.adresse('entreprise-1'));
    await dire('email.failed', dossier.adresse('entreprise-2'));
    const tutrice = await dossier.lire('tutrice');
    expect(tutrice.suivi).toMatchObject({
      etat: 'contact-a-nommer',
      prochaine: { qui: 'acheteur', avantLe: jourOuvreDes(dossier.jour(3), calendrierDuService) },
      atteinte: false,
    });
    expect(tutrice.evenements.map(({ genre }) => genre)).toContain('courriel-non-remis');
    expect(dernier(essai, dossier.adresse('tutrice')).text).toContain('demandons un autre contact');
    expect(objets(essai, dossier.adresse('acheteur')).at(-1)).toContain('Nommez un autre contact');
    // Ni l'entreprise, ni la tutrice, n'apprennent que l'entreprise serait en retard.
    await avancer(essai, 6);
    expect(dernier(essai, dossier.adresse('acheteur')).subject).toContain('autre contact');
    const neuf = {
      nom: 'Andrea Exemple',
      courriel: `andrea.${dossier.parcours}@entreprise.example`,
    };
    expect(
      await dossier.agir('acheteur', 'nommer-contact', { role: 'entreprise-1', ...neuf }),
    ).toMatchObject({ statut: 200, corps: { statut: 'fait' } });
    await essai.courrielsPartis();
    expect(dernier(essai, neuf.courriel).subject).toContain('On vous confie un accueil');
    expect((await dossier.lire('entreprise-1')).suivi).toMatchObject({
      etat: 'reponse-attendue',
      nonRemis: ['entreprise-2'],
      injoignable: false,
      prochaine: { qui: 'entreprise', avantLe: dossier.jour(14) },
      jourJ: { reponseLe: dossier.jour(14), accueilLe: dossier.jour(30) },
    });
    // Ce qui arrive encore au courriel de l'ancienne personne ne se reproche pas à la nouvelle.
    const { courriels } = essai.service.fournisseur;
    const ancien = courriels.find(({ to }) =>
      [to].flat().includes(`entreprise-1.${dossier.parcours}@entreprise.example`),
    );
    if (!ancien) throw new Error('Aucun courriel à l’ancienne personne.');
    const corps = direUnFait('email.complained', ancien, new Date());
    expect(await envoyer(corps, signer(secret(), corps))).toMatchObject({
      corps: { statut: 'fait' },
    });
    expect((await dossier.lire('equipe')).suivi.nonRemis).toEqual(['entreprise-2']);
  });

  it('sans acheteur joignable, c’est à l’équipe', async () => {
    const dossier = await unDossier();
    await dire('email.bounced', dossier.adresse('acheteur'));
    const avant = objets(essai, dossier.adresse('equipe')).length;
    await dire('email.bounced', dossier.adresse('entreprise-1'));
    await dire('email.bounced', dossier.adresse('entreprise-2'));
    expect((await dossier.lire('equipe')).suivi.prochaine).toMatchObject({ qui: 'equipe' });
    expect(objets(essai, dossier.adresse('equipe')).slice(avant)).not.toEqual([]);
    expect(objets(essai, dossier.adresse('acheteur'))).toHaveLength(1);
  });

  it('classé comme indésirable : il est arrivé, mais les suivants n’arriveront pas', async () => {
    const dossier = await unDossier();
    await dire('email.delivered', dossier.adresse('entreprise-2'));
    await dire('email.complained', dossier.adresse('entreprise-2'));
    // Redite dans le désordre, l'arrivée n'efface pas la plainte.
    await dire('email.delivered', dossier.adresse('entreprise-2'));
    const { suivi } = await dossier.lire('equipe');
    const seul = ['entreprise-2'];
    expect(suivi).toMatchObject({ remis: seul, nonRemis: seul, atteinte: true });
  });
});

describe('ce que chacun apprend', () => {
  it('la tutrice : le jour où l’entreprise a reçu, rien de l’adresse de l’acheteur', async () => {
    const dossier = await unDossier();
    await dire('email.delivered', dossier.adresse('entreprise-1'));
    await dire('email.delivered', dossier.adresse('acheteur'));
    await dire('email.bounced', dossier.adresse('acheteur'));
    await dire('email.bounced', dossier.adresse('tutrice'));
    const vus = async (role: 'tutrice' | 'entreprise-1' | 'equipe') =>
      (await dossier.lire(role)).evenements
        .filter(({ genre }) => genre.startsWith('courriel'))
        .map(({ genre, donnees }) => `${genre} ${'role' in donnees ? donnees.role : ''}`);
    expect(await vus('tutrice')).toEqual(['courriel-remis entreprise-1']);
    expect(await vus('entreprise-1')).toEqual([]);
    expect(await vus('equipe')).toEqual([
      'courriel-remis entreprise-1',
      'courriel-non-remis acheteur',
      'courriel-non-remis tutrice',
    ]);
    expect((await dossier.lire('tutrice')).suivi.nonRemis).toEqual([]);
  });

  it('l’équipe, sur son tableau : ce qui n’arrive pas et ce qui tarde, sans adresse', async () => {
    const dossier = await unDossier();
    await dire('email.delivery_delayed', dossier.adresse('entreprise-1'));
    await dire('email.bounced', dossier.adresse('acheteur'));
    const { rows } = await essai.service.base.query<{ r: Corps }>(
      `select to_jsonb(r) as r from prive.remises_a_surveiller() r
       join prive.demandes d on d.reference = any (r.dossiers) where d.id = $1 order by r.le`,
      [dossier.demande.id],
    );
    expect(rows.map(({ r }) => [r.quoi, r.role])).toEqual([
      ['retarde', 'entreprise-1'],
      ['non-remis', 'acheteur'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('@');
    // Arrivé pour finir, il n'est plus à surveiller.
    await dire('email.delivered', dossier.adresse('entreprise-1'));
    expect(
      await essai.compter("select 1 from prive.remises_a_surveiller() where quoi = 'retarde'"),
    ).toBe(0);
  });

  it('une arrivée pendant qu’une personne écrit ne l’arrête pas', async () => {
    const dossier = await unDossier();
    const { vu } = await dossier.lire('entreprise-2');
    await dire('email.delivered', dossier.adresse('entreprise-1'));
    const reponse = await essai.poster('agir', {
      jeton: await dossier.jeton('entreprise-2'),
      cle: randomUUID(),
      vu,
      ...proposition(dossier),
    });
    expect(reponse).toMatchObject({ statut: 200, corps: { statut: 'fait' } });
    await relancer(essai);
  });
});
