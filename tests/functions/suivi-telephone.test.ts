import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIEU } from '../fabriques-suivi.ts';
import { ServiceDEssai } from './service.ts';
import { agenda, avancer, DEPART, dernier, DossierDEssai, objets } from './suivi.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir({ depart: DEPART });
});
afterAll(() => essai.fermer());

const contactsVus = async (dossier: DossierDEssai) =>
  (await dossier.lire('tutrice')).dossier.contacts.length;

describe('une entreprise qui répond au téléphone', () => {
  it('annonce un appel, et n’appelle pas : elle a encore quelques jours, puis l’alerte dit vrai', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    await avancer(essai, 10);
    const rappelLe = dossier.jour(6);
    const champs = { canal: 'telephone', quoi: 'rappel', le: rappelLe };
    await dossier.agir('tutrice', 'rapporter-reponse', champs);
    await essai.courrielsPartis();
    const { subject, text } = dernier(essai, dossier.adresse('entreprise-2'));
    expect(subject).toMatch(/^Est-ce bien votre réponse\s\? \p{Lu}/u);
    expect(text).toContain('vous rappelez le');
    const avant = objets(essai, dossier.adresse('acheteur')).length;
    await avancer(essai, 10);
    expect(objets(essai, dossier.adresse('acheteur'))).toHaveLength(avant);
    expect(await dossier.genres()).toContain('relance:tutrice:lendemain-appel');
    await avancer(essai, 6);
    const alerte = dernier(essai, dossier.adresse('acheteur'));
    expect(alerte.subject).toMatch(/^Appel sans suite/);
    expect(alerte.text).not.toContain('n’a pas répondu');
    const apres = await dossier.lire('acheteur');
    expect(apres.suivi.jourJ).toEqual((await dossier.lire('tutrice')).suivi.jourJ);
  });

  it('donne un rendez-vous : elle le confirme, et personne n’apprend qu’elle se tait', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    await avancer(essai, 2);
    const { debut } = dossier.creneau(5);
    const [jour] = debut.split('T');
    const champs = {
      canal: 'telephone',
      quoi: 'rendez-vous',
      le: jour,
      heure: '10:00',
      lieu: LIEU,
    };
    const { corps } = await dossier.agir('tutrice', 'rapporter-reponse', champs);
    expect(corps.suivi).toMatchObject({ etat: 'reunion-prevue', rendezVous: { debut } });
    await essai.courrielsPartis();
    const { subject, text } = dernier(essai, dossier.adresse('entreprise-1'));
    expect(subject).toMatch(/^À confirmer, réunion .* à 10\sh/);
    expect(text).toContain('nous dit que vous avez fixé ce rendez-vous par téléphone');
    expect(text).toContain(`#${await dossier.jeton('entreprise-1')}.confirmer-rapport`);
    // La tutrice lit le lieu qu'elle a noté ; l'acheteur, qui n'y va pas, ne le reçoit pas.
    for (const role of ['tutrice', 'entreprise-1'] as const)
      expect(dernier(essai, dossier.adresse(role)).text, role).toContain(LIEU.adresse);
    expect(dernier(essai, dossier.adresse('acheteur')).text).not.toContain(LIEU.adresse);
    expect((await dossier.lire('tutrice')).dossier).toMatchObject({ lieu: LIEU, marche: null });
    for (const role of ['tutrice', 'entreprise-1'] as const) {
      const invitation = agenda(essai, dossier.adresse(role));
      expect(invitation).toContain('STATUS:TENTATIVE');
      expect(invitation).toContain('LOCATION:');
      expect(invitation).toMatch(/SUMMARY:.*selon le tuteur ou la tutrice/);
    }
    // N'importe qui peut dire qu'une entreprise a répondu : cela ne donne le nom de personne.
    expect(await contactsVus(dossier)).toBe(0);
    expect(objets(essai, dossier.adresse('acheteur')).at(-1)).toContain('répondu par téléphone');
    await dossier.agir('entreprise-2', 'confirmer-rapport');
    await essai.courrielsPartis();
    const confirmee = agenda(essai, dossier.adresse('tutrice'));
    expect(confirmee).toContain('STATUS:CONFIRMED');
    expect(confirmee).not.toContain('selon');
    expect(confirmee).toContain('SEQUENCE:2');
    expect(await contactsVus(dossier)).toBeGreaterThan(0);
    await avancer(essai, 20);
    expect((await dossier.genres()).join(' ')).not.toMatch(/delai-manque|derniers-jours/);
  });

  it('refuse, ou n’est pas la bonne : l’acheteur le sait, sans motif dans un objet', async () => {
    const refus = await DossierDEssai.ouvrir(essai);
    await refus.agir('equipe', 'rapporter-reponse', {
      canal: 'courriel',
      quoi: 'refus',
      motif: 'encadrement',
      precision: 'Personne pour accompagner avant l’été.',
    });
    const autre = await DossierDEssai.ouvrir(essai);
    const champs = {
      canal: 'telephone',
      quoi: 'mauvaise-personne',
      precision: 'Voir les travaux.',
    };
    await autre.agir('tutrice', 'rapporter-reponse', champs);
    await essai.courrielsPartis();
    const recu = dernier(essai, refus.adresse('acheteur'));
    expect(recu.subject).toMatch(/^L’entreprise a répondu par courriel\s: /);
    expect(recu.text).toMatch(
      /Selon l’équipe CSF, l’entreprise a répondu par courriel\s: elle refuse \(personne ne peut/,
    );
    expect(recu.text).toContain('Personne pour accompagner');
    expect(objets(essai, refus.adresse('entreprise-1')).join()).not.toContain('accompagner');
    expect(dernier(essai, refus.adresse('entreprise-1')).text).toContain(
      'vous refusez cet accueil',
    );
    expect(dernier(essai, autre.adresse('acheteur')).text).toContain('Voir les travaux.');
    expect(dernier(essai, autre.adresse('entreprise-1')).text).toContain(
      `#${await autre.jeton('entreprise-1')}.changer-contact`,
    );
    expect(await dossierAttend(autre)).toEqual(['contact-a-nommer', 'acheteur']);
    expect(await dossierAttend(refus)).toEqual(['refus-a-trancher', 'acheteur']);
  });
});

const dossierAttend = async (dossier: DossierDEssai) => {
  const { suivi } = await dossier.lire('acheteur');
  return [suivi.etat, suivi.prochaine?.qui];
};

describe('un jeune absent', () => {
  it('se dit d’un geste : la tutrice sait qui appeler, l’acheteur n’en sait rien, une erreur se retire', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const creneau = dossier.creneau(1);
    await dossier.agir('entreprise-2', 'proposer-creneaux', { creneaux: [creneau], lieu: LIEU });
    for (const action of ['noter-reunion', 'signer-convention', 'commencer'])
      expect((await dossier.agir('tutrice', action, { le: dossier.jour() })).statut).toBe(200);
    await essai.courrielsPartis();
    const lus = objets(essai, dossier.adresse('acheteur')).length;
    expect((await dossier.agir('entreprise-2', 'signaler-absence')).statut).toBe(200);
    expect(await dossier.agir('entreprise-1', 'signaler-absence')).toMatchObject({ statut: 409 });
    await essai.courrielsPartis();
    const { subject, text } = dernier(essai, dossier.adresse('tutrice'));
    expect(subject).toMatch(/^Appelez l’entreprise aujourd’hui\s: /);
    const { contacts } = (await dossier.lire('tutrice')).dossier;
    // Sans numéro parmi les contacts, celui de la rencontre.
    const numero = contacts.find(({ role }) => role === 'entreprise-2')?.telephone;
    expect(text).toContain(numero ?? LIEU.telephone);
    expect(objets(essai, dossier.adresse('acheteur'))).toHaveLength(lus);
    expect(JSON.stringify(await dossier.lire('acheteur'))).not.toContain('"jeune-absent"');
    await dossier.agir('entreprise-2', 'retirer-absence');
    await essai.courrielsPartis();
    expect(objets(essai, dossier.adresse('tutrice')).at(-1)).toMatch(/^C’était une erreur/);
    expect(await dossier.genres()).toEqual(
      expect.arrayContaining(['jeune-absent', 'absence-retiree']),
    );
  });
});
