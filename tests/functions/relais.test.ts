import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { direUnFait, signer, type Fait } from '../../supabase/embarque/remises.ts';
import { ServiceDEssai } from './service.ts';
import { avancer, DEPART, dernier, DossierDEssai, objets } from './suivi.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir({ depart: DEPART });
});
afterAll(() => essai.fermer());

async function unDossier(): Promise<DossierDEssai> {
  const dossier = await DossierDEssai.ouvrir(essai);
  await essai.courrielsPartis();
  return dossier;
}

const recus = (dossier: DossierDEssai, role: Parameters<DossierDEssai['adresse']>[0]) =>
  objets(essai, dossier.adresse(role));

describe('« ce n’est plus moi », sans savoir qui', () => {
  it('demande le jour même un contact à l’acheteur et au second contact, et cesse d’écrire à qui l’a dit', async () => {
    const dossier = await unDossier();
    const premier = dernier(essai, dossier.adresse('entreprise-1'));
    expect(premier.html).toContain(`#${await dossier.jeton('entreprise-1')}.plus-moi`);
    expect(await dossier.agir('entreprise-1', 'plus-moi')).toMatchObject({
      statut: 200,
      corps: {
        statut: 'fait',
        actions: ['changer-contact', 'redevenir-contact'],
        dit: { tour: expect.stringContaining('vous n’avez rien à faire') as string, avant: '' },
      },
    });
    await essai.courrielsPartis();
    const acheteur = dernier(essai, dossier.adresse('acheteur'));
    expect(acheteur.text).toContain(`#${await dossier.jeton('acheteur')}.nommer-contact`);
    const second = dernier(essai, dossier.adresse('entreprise-2'));
    expect(second.text).toContain('dit que ce n’est plus elle');
    expect(second.text).toContain('seule personne de l’entreprise');
    expect(second.subject).toMatch(/^Proposez des créneaux, au plus tard/);
    const tutrice = await dossier.lire('tutrice');
    expect(tutrice.dit.aussi).toContain('dit que ce n’est plus elle');
    expect(tutrice.suivi).toMatchObject({ etat: 'reponse-attendue', partis: ['entreprise-1'] });
    const avant = recus(dossier, 'entreprise-1').length;
    await avancer(essai, 13);
    expect(recus(dossier, 'entreprise-1')).toHaveLength(avant);
    expect(recus(dossier, 'entreprise-2').length).toBeGreaterThan(2);
  });

  it('les deux parties, personne ne reproche rien à l’entreprise : l’acheteur nomme quelqu’un', async () => {
    const dossier = await unDossier();
    await dossier.agir('entreprise-1', 'plus-moi');
    await dossier.agir('entreprise-2', 'plus-moi');
    await essai.courrielsPartis();
    expect((await dossier.lire('tutrice')).suivi).toMatchObject({
      etat: 'contact-a-nommer',
      prochaine: { qui: 'acheteur', avantLe: dossier.jour(3) },
    });
    expect(dernier(essai, dossier.adresse('tutrice')).text).toContain('demandons un autre contact');
    await avancer(essai, 4);
    const rappel = dernier(essai, dossier.adresse('acheteur'));
    expect(rappel.subject).toContain('autre contact');
    expect(rappel.text).toContain('dit que ce n’est plus elle');
    expect(rappel.text).not.toContain('courriels n’arrivent');
    const neuf = { nom: 'Andrea Exemple', courriel: `a.${dossier.parcours}@entreprise.example` };
    await dossier.agir('acheteur', 'nommer-contact', { role: 'entreprise-1', ...neuf });
    await essai.courrielsPartis();
    expect(dernier(essai, neuf.courriel).subject).toContain('On vous confie un accueil');
    // Qui est remplacé ne l'est pas sans le savoir ; l'autre, partie aussi, ne reçoit plus rien.
    expect(dernier(essai, dossier.adresse('entreprise-1')).text).toContain(
      'n’êtes plus le contact',
    );
    expect(dernier(essai, dossier.adresse('entreprise-2')).text).not.toContain('a changé');
  });

  it('« finalement, c’est moi » : l’attente reprend, et qui avait été sollicité l’apprend', async () => {
    const dossier = await unDossier();
    await dossier.agir('entreprise-1', 'plus-moi');
    await dossier.agir('entreprise-2', 'plus-moi');
    const { corps } = await dossier.agir('entreprise-1', 'redevenir-contact');
    expect(corps.suivi).toMatchObject({
      etat: 'reponse-attendue',
      partis: ['entreprise-2'],
      prochaine: { qui: 'entreprise', avantLe: dossier.jour(14) },
    });
    await essai.courrielsPartis();
    const { text } = dernier(essai, dossier.adresse('acheteur'));
    expect(text).toContain('c’est finalement elle');
    expect(text).toContain('En attente de l’entreprise');
    // Qui est partie ne répond pas tant qu'elle ne se reprend pas.
    const creneaux = [dossier.creneau(3)];
    const refus = await dossier.agir('entreprise-2', 'proposer-creneaux', { creneaux });
    expect(refus).toMatchObject({ statut: 409, corps: { statut: 'interdite' } });
  });
});

/** Le fournisseur dit ce fait du dernier courriel reçu à cette adresse. */
async function dire(fait: Fait, adresse: string) {
  const { horloge, secrets } = essai.service;
  const corps = direUnFait(fait, dernier(essai, adresse), horloge.maintenant);
  const headers = signer(secrets.remises, corps);
  await essai.demander('suivi/remise', { method: 'POST', headers, body: corps });
  await essai.courrielsPartis();
}

describe('nommer la bonne personne', () => {
  /** Le contact du marché passe la main ; rend son jeton, et l'adresse de qui il nomme. */
  async function passer() {
    const dossier = await unDossier();
    await dossier.agir('entreprise-2', 'ouvrir');
    const jeton = await dossier.jeton('entreprise-1');
    const courriel = `andrea.${dossier.parcours}@entreprise.example`;
    const precision = 'Je change de service à la fin du mois.';
    const fait = await dossier.agir('entreprise-1', 'changer-contact', {
      nom: 'Andrea Exemple',
      courriel,
      precision,
    });
    expect(fait).toMatchObject({ statut: 200, corps: { actions: ['redevenir-contact'] } });
    await essai.courrielsPartis();
    const lire = async () => (await essai.poster('suivi/lire-lien', { jeton })).corps;
    const agir = async (action: string) => {
      const { vu } = await lire();
      return essai.poster('agir', { jeton, cle: randomUUID(), vu, action });
    };
    return { dossier, courriel, precision, lire, agir };
  }

  it('laisse à qui l’a fait un lien pour lire et se reprendre, jusqu’à ce que l’autre ouvre le sien', async () => {
    const { dossier, courriel, precision, lire, agir } = await passer();
    const recu = dernier(essai, courriel);
    expect(recu.text).toContain('(contact du marché) vous passe la main');
    expect(recu.text).toContain(precision);
    expect(dernier(essai, dossier.adresse('entreprise-1')).text).toContain('reprendre la main');
    const neuf = await dossier.lire('entreprise-1');
    expect(neuf.dit.aussi).toContain(`vous passe la main. « ${precision} »`);
    expect((await agir('proposer-creneaux')).statut).toBe(422);
    expect((await agir('plus-moi')).statut).toBe(409);
    await dossier.agir('entreprise-1', 'ouvrir');
    expect(await lire()).toEqual({ statut: 'lien-inconnu' });
    expect((await dossier.lire('entreprise-1')).dit.aussi).toContain('vous passe la main');
  });

  it('se reprend : qui avait été nommé l’apprend, et son lien ne marche plus', async () => {
    const { dossier, courriel, lire, agir } = await passer();
    const nomme = await dossier.jeton('entreprise-1');
    expect(await agir('redevenir-contact')).toMatchObject({ corps: { statut: 'fait' } });
    await essai.courrielsPartis();
    expect(await lire()).toMatchObject({ statut: 'ouvert', roleDuLien: 'entreprise-1' });
    expect((await lire()).actions).toContain('proposer-creneaux');
    expect(dernier(essai, courriel).text).toContain('n’êtes plus le contact');
    expect(await essai.poster('suivi/lire-lien', { jeton: nomme })).toMatchObject({ statut: 404 });
    const { contacts } = (await dossier.lire('equipe')).dossier;
    expect(contacts.map((contact) => contact.courriel)).toContain(dossier.adresse('entreprise-1'));
  });

  it('revient à elle quand rien n’arrive à la personne nommée, puis à l’acheteur si elle non plus', async () => {
    const { dossier, courriel, lire } = await passer();
    const avant = recus(dossier, 'acheteur').length;
    await dire('email.bounced', courriel);
    const retour = dernier(essai, dossier.adresse('entreprise-1'));
    expect(retour.text).toContain('n’est pas arrivé à la personne nommée');
    expect(retour.text).toContain('de nouveau la personne à qui l’on écrit');
    expect((await lire()).actions).toContain('changer-contact');
    expect((await dossier.genres()).slice(-2)).toEqual(['contact-change', 'contact-revenu']);
    expect(recus(dossier, 'acheteur')).toHaveLength(avant);
    await dire('email.bounced', dossier.adresse('entreprise-1'));
    expect((await dossier.genres()).at(-1)).toBe('courriel-non-remis');
    expect(dernier(essai, dossier.adresse('acheteur')).text).toContain('.nommer-contact');
  });
});

describe('une seule personne pour les deux contacts de l’entreprise', () => {
  /** Une petite entreprise : la même adresse tient les deux rôles, avant la demande. */
  async function uneSeule() {
    const [parcours = ''] = await essai.parcoursLibres(1);
    const seule = `entreprise-1.${parcours}@entreprise.example`;
    await essai.service.base.query(
      "update prive.contacts set courriel = $2 where parcours_id = $1 and role = 'entreprise-2'",
      [parcours, seule],
    );
    const dossier = await DossierDEssai.ouvrir(essai, parcours);
    await essai.courrielsPartis();
    return { dossier, seule };
  }

  it('reçoit un seul courriel, qui le dit, et l’histoire ne compte qu’elle', async () => {
    const { dossier, seule } = await uneSeule();
    expect(objets(essai, seule)).toHaveLength(1);
    expect(dernier(essai, seule).text).toContain('Vous êtes seul contact');
    const { evenements } = await dossier.lire('tutrice');
    expect(evenements[1]?.phrase).toBe('La demande est envoyée à l’entreprise et à l’acheteur');
    const autre = await unDossier();
    expect(dernier(essai, autre.adresse('entreprise-1')).text).not.toContain('seul contact');
    await avancer(essai, 4);
    expect(objets(essai, seule)).toHaveLength(2);
  });

  it('partie, plus personne n’est à joindre : nul ne dit un second contact prévenu', async () => {
    const { dossier, seule } = await uneSeule();
    const { corps } = await dossier.agir('entreprise-1', 'plus-moi');
    expect(corps.suivi).toMatchObject({ etat: 'contact-a-nommer' });
    await essai.courrielsPartis();
    expect(objets(essai, seule)).toHaveLength(1);
    const { evenements } = await dossier.lire('tutrice');
    expect(evenements.map(({ phrase }) => phrase).join()).not.toContain('second contact');
    const neuf = { nom: 'Andrea Exemple', courriel: `a.${dossier.parcours}@entreprise.example` };
    await dossier.agir('acheteur', 'nommer-contact', { role: 'entreprise-1', ...neuf });
    await essai.courrielsPartis();
    // La personne nommée tient les deux rôles à son tour : rien ne va plus à celle qui est partie.
    expect((await dossier.lire('equipe')).suivi).toMatchObject({ partis: [], injoignable: false });
    expect(objets(essai, neuf.courriel)).toHaveLength(1);
    const { contacts } = (await dossier.lire('equipe')).dossier;
    expect(contacts.filter(({ courriel }) => courriel === seule)).toEqual([]);
  });

  it('passe les deux rôles à qui elle nomme, et les retrouve si rien n’arrive', async () => {
    const { dossier, seule } = await uneSeule();
    const courriel = `andrea.${dossier.parcours}@entreprise.example`;
    await dossier.agir('entreprise-1', 'changer-contact', { nom: 'Andrea Exemple', courriel });
    await essai.courrielsPartis();
    expect(objets(essai, courriel)).toHaveLength(1);
    const adresses = async () => {
      const { rows } = await essai.service.base.query<{ courriel: string }>(
        "select courriel from prive.contacts where parcours_id = $1 and role like 'entreprise-%'",
        [dossier.parcours],
      );
      return rows.map((contact) => contact.courriel);
    };
    expect(await adresses()).toEqual([courriel, courriel]);
    const avant = recus(dossier, 'acheteur').length;
    await dire('email.bounced', courriel);
    expect(await adresses()).toEqual([seule, seule]);
    await dire('email.bounced', seule);
    expect((await dossier.lire('equipe')).suivi.etat).toBe('contact-a-nommer');
    expect(recus(dossier, 'acheteur')).toHaveLength(avant + 1);
  });
});
