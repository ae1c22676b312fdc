import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceDEssai } from './service.ts';
import {
  agenda,
  avancer,
  DEPART,
  dernier,
  DossierDEssai,
  JOUR,
  objets,
  relancer,
} from './suivi.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir({ depart: DEPART });
});
afterAll(() => essai.fermer());

describe('six semaines de suivi, de la demande au bilan', () => {
  let dossier: DossierDEssai;
  let ancienJeton = '';

  it('chacun reçoit son lien dès le premier jour', async () => {
    dossier = await DossierDEssai.ouvrir(essai);
    await essai.courrielsPartis();
    for (const role of ['tutrice', 'entreprise-1', 'entreprise-2', 'acheteur', 'equipe'] as const) {
      // La demande de confirmation et la suite partent ensemble : la dernière arrivée peut être l'une ou l'autre.
      const textes = essai.courriels(dossier.adresse(role)).map(({ text }) => text);
      expect(textes.join('\n'), role).toContain(`/suivi/#${await dossier.jeton(role)}`);
    }
    expect((await dossier.lire('tutrice')).suivi).toMatchObject({
      etat: 'reponse-attendue',
      prochaine: { qui: 'entreprise', avantLe: '2027-03-23', retardJours: 0 },
    });
  });

  it('la tutrice ne connaît personne de l’entreprise tant que celle-ci n’a pas répondu', async () => {
    expect((await dossier.lire('tutrice')).dossier.contacts).toEqual([]);
    const vu = await dossier.lire('entreprise-1');
    expect(vu.dossier.demandeur).toMatchObject({ courriel: dossier.adresse('tutrice') });
    expect(vu.dossier.contacts).toHaveLength(3);
  });

  it('le silence de l’entreprise se rappelle, alerte l’acheteur, puis l’équipe', async () => {
    await avancer(essai, 22);
    expect(await dossier.genres()).toEqual([
      'interet-confirme',
      'entreprise-contactee',
      'relance:entreprise:ouverture',
      'relance:entreprise:rappel',
      'relance:tutrice:ailleurs',
      'relance:entreprise:derniers-jours',
      'relance:entreprise:delai-manque',
      'acheteur-alerte:acheteur:delai-manque',
      'relance:tutrice:delai-manque',
      'relance:equipe:equipe',
    ]);
    // La même demande au second contact seulement, puis les rappels aux deux.
    expect(objets(essai, dossier.adresse('entreprise-2'))).toHaveLength(5);
    expect(objets(essai, dossier.adresse('entreprise-1'))).toHaveLength(4);
    const alerte = dernier(essai, dossier.adresse('acheteur')).text;
    expect(alerte).toMatch(/Appelez l’entreprise[^]*nouveau contact[^]*article[^]*pénalités/i);
    expect(alerte).toContain(`#${await dossier.jeton('acheteur')}.nommer-contact`);
    expect(dernier(essai, dossier.adresse('tutrice')).text).toMatch(/alerté l’acheteur/);
  });

  it('l’acheteur relance une fois par jour, et voit la date de sa relance', async () => {
    const relance = await dossier.agir('acheteur', 'relancer');
    expect(relance.statut).toBe(200);
    expect(relance.corps.suivi).toMatchObject({
      derniereRelanceManuelle: expect.stringContaining(dossier.jour()) as string,
    });
    expect(relance.corps.actions).not.toContain('relancer');
    expect(await dossier.agir('acheteur', 'relancer')).toMatchObject({
      statut: 409,
      corps: { statut: 'interdite' },
    });
    await essai.courrielsPartis();
    expect(dernier(essai, dossier.adresse('entreprise-1')).text).toContain(
      'L’acheteur vous relance',
    );
  });

  it('« ce n’est plus moi » : le collègue reçoit le lien ; le sien ouvert, l’ancien n’ouvre plus rien', async () => {
    ancienJeton = await dossier.jeton('entreprise-1');
    const change = await dossier.agir('entreprise-1', 'changer-contact', {
      nom: 'Andrea Exemple',
      courriel: 'andrea@entreprise.example',
    });
    expect(change).toMatchObject({ statut: 200, corps: { statut: 'fait' } });
    await essai.courrielsPartis();
    const relais = dernier(essai, 'andrea@entreprise.example');
    expect(relais.text).toContain(`/suivi/#${await dossier.jeton('entreprise-1')}`);
    expect(relais.text).toContain('proposez des créneaux');
    expect(dernier(essai, dossier.adresse('entreprise-1')).text).toContain(
      'vous n’avez rien à faire',
    );
    expect((await dossier.lire('entreprise-1')).suivi.prochaine?.avantLe).toBe('2027-03-23');
    await dossier.agir('entreprise-1', 'ouvrir');
    expect(await essai.poster('suivi/lire-lien', { jeton: ancienJeton })).toMatchObject({
      statut: 404,
      corps: { statut: 'lien-inconnu' },
    });
  });

  it('l’entreprise propose, la tutrice choisit : chacun reçoit l’invitation', async () => {
    const creneaux = [dossier.creneau(3), dossier.creneau(8)];
    expect((await dossier.agir('entreprise-1', 'proposer-creneaux', { creneaux })).statut).toBe(
      200,
    );
    await essai.courrielsPartis();
    expect(dernier(essai, dossier.adresse('tutrice')).subject).toMatch(/^Choisissez : /);
    expect((await dossier.lire('tutrice')).dossier.contacts).not.toEqual([]);
    const { debut = '' } = creneaux[0] ?? {};
    expect((await dossier.agir('tutrice', 'choisir-creneau', { debut })).statut).toBe(200);
    await essai.courrielsPartis();
    for (const adresse of [
      dossier.adresse('tutrice'),
      'andrea@entreprise.example',
      dossier.adresse('entreprise-2'),
    ]) {
      expect(agenda(essai, adresse), adresse).toContain('METHOD:REQUEST');
      expect(agenda(essai, adresse), adresse).toContain(`ATTENDEE`);
      expect(agenda(essai, adresse), adresse).toContain(adresse);
    }
    expect(dernier(essai, dossier.adresse('acheteur')).attachments).toEqual([]);
  });

  it('un changement de réunion met l’agenda à jour : même identifiant, numéro plus grand', async () => {
    const numero = () =>
      Number(/SEQUENCE:(\d+)/.exec(agenda(essai, dossier.adresse('entreprise-2')))?.[1] ?? '');
    const uid = () => /UID:(\S+)/.exec(agenda(essai, dossier.adresse('entreprise-2')))?.[1];
    const [premier, identifiant] = [numero(), uid()];
    expect((await dossier.agir('tutrice', 'ecarter-creneaux')).statut).toBe(200);
    await essai.courrielsPartis();
    expect(agenda(essai, dossier.adresse('entreprise-2'))).toContain('METHOD:CANCEL');
    const annulation = numero();
    const creneau = dossier.creneau(4);
    await dossier.agir('entreprise-1', 'proposer-creneaux', { creneaux: [creneau] });
    await dossier.agir('tutrice', 'choisir-creneau', { debut: creneau.debut });
    await essai.courrielsPartis();
    expect(agenda(essai, dossier.adresse('entreprise-2'))).toContain('METHOD:REQUEST');
    expect(annulation).toBeGreaterThan(premier);
    expect(numero()).toBeGreaterThan(annulation);
    expect(uid()).toBe(identifiant);
  });

  it('la veille et le lendemain de la réunion se rappellent', async () => {
    await avancer(essai, 6);
    expect(await dossier.genres()).toEqual(
      expect.arrayContaining([
        'relance:tutrice:veille-reunion',
        'relance:entreprise:veille-reunion',
        'relance:tutrice:lendemain-reunion',
      ]),
    );
  });

  it('réunion, convention, accueil : chaque étape se note', async () => {
    expect((await dossier.agir('tutrice', 'noter-reunion', { le: dossier.jour(-1) })).statut).toBe(
      200,
    );
    await avancer(essai, 2);
    expect(
      (await dossier.agir('tutrice', 'signer-convention', { le: dossier.jour() })).statut,
    ).toBe(200);
    await avancer(essai, 8);
    const commence = await dossier.agir('entreprise-2', 'commencer', { le: dossier.jour() });
    expect(commence.corps.suivi).toMatchObject({ etat: 'accueil-en-cours' });
    await essai.courrielsPartis();
    expect(dernier(essai, dossier.adresse('acheteur')).subject).toContain('L’accueil a commencé');
  });

  it('l’entreprise déclare les heures, semaine par semaine, sans courriel à personne', async () => {
    const avant = essai.service.fournisseur.courriels.length;
    const lundi = () => {
      const jour = new Date(dossier.jour());
      return dossier.jour(-((jour.getUTCDay() + 6) % 7));
    };
    for (const heures of [35, '27,5 h']) {
      const declare = await dossier.agir('entreprise-2', 'declarer-heures', {
        lundi: lundi(),
        heures,
      });
      expect(declare.statut).toBe(200);
      await essai.service.horloge.aller(new Date(dossier.maintenant.getTime() + 7 * JOUR));
    }
    await essai.courrielsPartis();
    expect(essai.service.fournisseur.courriels.length).toBe(avant);
    const { suivi } = await dossier.lire('acheteur');
    expect(Object.values(suivi.semaines)).toEqual([35, 27.5]);
  });

  it('un point se rappelle toutes les quatre semaines, puis la fin prévue', async () => {
    await avancer(essai, 28);
    expect(await dossier.genres()).toEqual(
      expect.arrayContaining(['relance:tutrice:point-1', 'relance:entreprise:fin-prevue']),
    );
  });

  it('la fin décompte les heures commencées, une seule fois, le bilan clôt le suivi', async () => {
    const decomptees = (heures: number) =>
      essai.compter(
        `select 1 from prive.parcours where id = '${dossier.parcours}' and heures_faites = ${heures}`,
      );
    const fin = await dossier.agir('tutrice', 'terminer', { le: dossier.jour(), heures: '139,5' });
    expect(fin.corps.suivi).toMatchObject({ etat: 'bilan-a-faire' });
    // Celles que l'entreprise a déclarées ; les autres quand elle les confirme.
    expect(await decomptees(63)).toBe(1);
    await essai.courrielsPartis();
    expect(dernier(essai, dossier.adresse('entreprise-2')).text).toContain(
      'à confirmer par l’entreprise',
    );
    await dossier.agir('entreprise-2', 'confirmer-heures', { heures: '139,5' });
    expect(await decomptees(140)).toBe(1);
    await avancer(essai, 16);
    expect(await dossier.genres()).toContain('relance:tutrice:bilan');
    const bilan = await dossier.agir('tutrice', 'bilan', {
      le: dossier.jour(),
      suite: 'reprise-etudes',
    });
    expect(bilan.corps.suivi).toMatchObject({ etat: 'termine', prochaine: null });
    expect(bilan.corps.actions).toEqual([]);
    await essai.courrielsPartis();
    expect(dernier(essai, dossier.adresse('acheteur')).text).toContain('bilan croisé');
    const dernierRecu = dernier(essai, dossier.adresse('entreprise-2')).text;
    expect(dernierRecu).toMatch(/remettre\s+à\s+l’acheteur\s+la\s+convention/);
    expect(dernierRecu).not.toMatch(/rien\s+à\s+faire/);
    expect(objets(essai, dossier.adresse('acheteur')).at(-1)).toMatch(/^Bilan croisé fait : /);
    const reste = await dossier.genres();
    await avancer(essai, 20);
    expect(await dossier.genres()).toEqual(reste);
  });

  it('personne n’a jamais reçu deux rappels le même jour, ni un rappel un week-end ou un jour férié', async () => {
    const { rows } = await essai.service.base.query<{ jour: string; nombre: number }>(
      `select to_char(le at time zone 'Europe/Paris', 'YYYY-MM-DD') as jour, count(*)::integer as nombre
       from prive.evenements where genre in ('relance', 'acheteur-alerte') and auteur = 'systeme'
       group by demande_id, coalesce(donnees ->> 'a', 'acheteur'), 1`,
    );
    expect(rows.length).toBeGreaterThan(8);
    for (const { jour, nombre } of rows) {
      expect(nombre, jour).toBe(1);
      expect([0, 6], jour).not.toContain(new Date(jour).getUTCDay());
      expect(jour).not.toBe('2027-03-29');
    }
    expect(await relancer(essai)).toMatchObject({ courriels: 0 });
  });
});
