import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS_POSSIBLES } from '../../src/suivi/regles/actions.ts';
import type { SuiviRecu } from '../../src/suivi/regles/recu.ts';
import { attendre, ServiceDEssai } from './service.ts';
import { avancer, DEPART, DossierDEssai, JOUR, proposition, relancer, saisiesDe } from './suivi.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir({ depart: DEPART });
});
afterAll(() => essai.fermer());

const evenements = (dossier: DossierDEssai) =>
  essai.compter(`select 1 from prive.evenements where demande_id = '${dossier.demande.id}'`);

describe('deux personnes à la fois', () => {
  it('la seconde apprend qui vient d’agir, et rien de ce qu’elle a fait n’est écrit à moitié', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const { vu } = await dossier.lire('entreprise-1');
    await dossier.agir('entreprise-2', 'reporter', {
      jusquAu: dossier.jour(10),
      motif: 'activite',
    });
    const avant = await evenements(dossier);
    const ordre = {
      jeton: await dossier.jeton('entreprise-1'),
      cle: randomUUID(),
      vu,
      ...proposition(dossier),
    };
    const refuse = await essai.poster('agir', ordre);
    expect(refuse).toMatchObject({
      statut: 409,
      corps: {
        statut: 'depasse',
        par: { auteur: 'entreprise', genre: 'report' },
        suivi: { etat: 'reporte' },
      },
    });
    expect((refuse.corps.par as SuiviRecu['par'])?.dit).toMatch(
      /^L’entreprise a demandé un report.*, à l’instant\.$/,
    );
    expect(await evenements(dossier)).toBe(avant);
    const relu = { ...ordre, vu: refuse.corps.vu };
    expect((await essai.poster('agir', relu)).corps).toMatchObject({
      statut: 'fait',
      suivi: { etat: 'creneau-a-choisir' },
    });
  });

  it('vingt envois simultanés : un seul s’écrit, les autres sont dépassés', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const { vu } = await dossier.lire('entreprise-1');
    const avant = await evenements(dossier);
    const jeton = await dossier.jeton('entreprise-1');
    const reponses = await Promise.all(
      Array.from({ length: 20 }, () =>
        essai.poster('agir', {
          jeton,
          cle: randomUUID(),
          vu,
          ...proposition(dossier),
        }),
      ),
    );
    expect(reponses.map(({ statut }) => statut).sort()).toEqual([
      200,
      ...Array.from({ length: 19 }, () => 409),
    ]);
    expect(await evenements(dossier)).toBe(avant + 1);
  });

  it('une ouverture ou un rappel arrivés entre-temps n’arrêtent personne', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const { vu } = await dossier.lire('entreprise-1');
    await dossier.agir('entreprise-2', 'ouvrir');
    const suite = await essai.poster('agir', {
      jeton: await dossier.jeton('entreprise-1'),
      cle: randomUUID(),
      vu,
      ...proposition(dossier),
    });
    expect(suite).toMatchObject({ statut: 200, corps: { statut: 'fait' } });
  });
});

describe('un envoi rejoué', () => {
  it('rend « fait » sans rien récrire ni renvoyer', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const { vu } = await dossier.lire('entreprise-1');
    const ordre = {
      jeton: await dossier.jeton('entreprise-1'),
      cle: randomUUID(),
      vu,
      ...proposition(dossier),
    };
    expect((await essai.poster('agir', ordre)).statut).toBe(200);
    await essai.courrielsPartis();
    const [ecrits, partis] = [
      await evenements(dossier),
      essai.service.fournisseur.courriels.length,
    ];
    for (let fois = 0; fois < 3; fois += 1)
      expect(await essai.poster('agir', ordre)).toMatchObject({
        statut: 200,
        corps: { statut: 'fait', suivi: { etat: 'creneau-a-choisir' } },
      });
    await essai.courrielsPartis();
    expect(await evenements(dossier)).toBe(ecrits);
    expect(essai.service.fournisseur.courriels.length).toBe(partis);
  });

  it('rend « fait » même après avoir passé la main, quand le lien ne vaut plus rien', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const { vu } = await dossier.lire('entreprise-1');
    const ordre = {
      jeton: await dossier.jeton('entreprise-1'),
      cle: randomUUID(),
      vu,
      action: 'changer-contact',
      nom: 'Andrea Exemple',
      courriel: 'andrea.rejeu@entreprise.example',
    };
    const rejouer = async () => {
      const { statut, corps } = await essai.poster('agir', ordre);
      expect([statut, corps.statut]).toEqual([200, 'fait']);
      return essai.poster('agir', { ...ordre, cle: randomUUID() });
    };
    await rejouer();
    // Tant que la personne nommée n'a pas ouvert son lien, l'ancien ne nomme plus personne ; ensuite, il n'ouvre plus rien.
    expect((await rejouer()).statut).toBe(409);
    await dossier.agir('entreprise-1', 'ouvrir');
    expect((await rejouer()).statut).toBe(404);
    await essai.courrielsPartis();
    expect(essai.courriels('andrea.rejeu@entreprise.example')).toHaveLength(1);
  });
});

describe('ce que chaque rôle peut faire', () => {
  const ROLES = ['tutrice', 'entreprise-1', 'acheteur', 'equipe'] as const;

  it.each(ROLES)(
    '%s : toute action qui n’est pas permise est refusée, sans trace',
    async (role) => {
      const dossier = await DossierDEssai.ouvrir(essai);
      const avant = await evenements(dossier);
      const { actions } = await dossier.lire(role);
      expect(actions.length).toBeGreaterThan(0);
      for (const action of ACTIONS_POSSIBLES.filter((autre) => !actions.includes(autre)))
        expect(await dossier.agir(role, action, saisiesDe(dossier)[action]), action).toMatchObject({
          statut: 409,
          corps: { statut: 'interdite' },
        });
      expect(await evenements(dossier)).toBe(avant);
    },
  );

  it('le lien d’un dossier n’ouvre pas un autre dossier, ni un tableau, ni une confirmation', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    for (const role of ROLES) {
      const jeton = await dossier.jeton(role);
      expect((await dossier.lire(role)).dossier.parcours.id).toBe(dossier.parcours);
      for (const salle of role === 'tutrice' ? ['declaration'] : ['declaration', 'demande'])
        expect((await essai.poster(`${salle}/lire-lien`, { jeton })).corps).toEqual({
          statut: 'autre-page',
          portee: 'suivre',
        });
      expect((await essai.poster('confirmer-interet', { jeton })).statut).toBe(404);
      expect((await essai.poster('accepter-proposition', { jeton })).statut).toBe(404);
      if (role !== 'tutrice')
        expect((await essai.poster('retirer-interet', { jeton })).statut).toBe(404);
    }
  });
});

describe('les rappels', () => {
  it('lancés plusieurs fois, ou tous à la fois, ne partent qu’une fois par personne', async () => {
    for (let rang = 0; rang < 3; rang += 1) await DossierDEssai.ouvrir(essai);
    await essai.courrielsPartis();
    await essai.service.horloge.aller(
      new Date(essai.service.horloge.maintenant.getTime() + 7 * JOUR),
    );
    const avant = essai.service.fournisseur.courriels.length;
    const bilans = await Promise.all(Array.from({ length: 5 }, () => relancer(essai)));
    expect(await relancer(essai)).toMatchObject({ statut: 'fait', courriels: 0, relances: 0 });
    const ecrits = bilans.reduce((somme, { courriels }) => somme + Number(courriels), 0);
    const neufs = essai.service.fournisseur.courriels.slice(0, -avant);
    expect(ecrits).toBeGreaterThan(3);
    expect(neufs).toHaveLength(ecrits);
    expect(new Set(neufs.map(({ to }) => [to].flat()[0])).size).toBe(ecrits);
  });

  it('arrêtés entre deux personnes d’un même dossier, ils finissent par la seconde', async () => {
    await avancer(essai, 1);
    const dossier = await DossierDEssai.ouvrir(essai);
    await essai.courrielsPartis();
    await essai.service.horloge.aller(new Date(dossier.maintenant.getTime() + 7 * JOUR));
    await relancer(essai);
    const seconde = dossier.adresse('entreprise-2');
    const recus = essai.courriels(seconde).length;
    // Comme si le passage s'était arrêté juste avant elle : le rappel est au journal, son courriel n'est pas parti.
    const { rows } = await essai.service.base.query(
      'delete from prive.relances_du_jour where courriel = $1 returning jour',
      [seconde],
    );
    expect(rows).toHaveLength(1);
    expect(await relancer(essai)).toMatchObject({ courriels: 1 });
    expect(essai.courriels(seconde)).toHaveLength(recus + 1);
    expect(await relancer(essai)).toMatchObject({ courriels: 0 });
  });

  it('interrompus au milieu, ils reprennent sans doublon ni oubli', async () => {
    await avancer(essai, 1);
    for (let rang = 0; rang < 4; rang += 1) await DossierDEssai.ouvrir(essai);
    await essai.courrielsPartis();
    await essai.service.horloge.aller(
      new Date(essai.service.horloge.maintenant.getTime() + 7 * JOUR),
    );
    const avant = essai.service.fournisseur.courriels.length;
    for (const ms of [5, 20, 40, 80]) {
      const passage = essai.service.tache('relancer').then(
        (reponse) => reponse.body?.cancel(),
        () => undefined,
      );
      await attendre(ms);
      const pid = essai.service.fonctions.pid();
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
      await passage;
      while ((await essai.lire('defi')).statut !== 200) await attendre(200);
    }
    // Ce qu'un envoi tué avait réservé se libère au bout de deux minutes.
    await essai.service.horloge.aller(
      new Date(essai.service.horloge.maintenant.getTime() + 180_000),
    );
    await relancer(essai);
    await (await essai.service.tache('envoyer-courriels')).body?.cancel();
    await essai.courrielsPartis();
    const neufs = essai.service.fournisseur.courriels.slice(0, -avant);
    const adresses = neufs.map(({ to }) => [to].flat()[0]);
    expect(new Set(adresses).size).toBe(adresses.length);
    expect(adresses.length).toBeGreaterThan(7);
    const { rows } = await essai.service.base.query<{ nombre: number }>(
      `select count(*)::integer as nombre from prive.evenements e
       where e.genre = 'relance' and e.auteur = 'systeme' and e.donnees ->> 'palier' = 'rappel'
         and e.demande_id in (select id from prive.demandes where etat = 'active')`,
    );
    expect(rows[0]?.nombre).toBeGreaterThanOrEqual(4);
  });
});
