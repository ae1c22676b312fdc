import { randomUUID } from 'node:crypto';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tableau } from '../../src/tableaux/regles/tableau.ts';
import { ServiceDEssai, SITE, uneAdresse, type Corps } from './service.ts';
import { avancer, DEPART, dernier, DossierDEssai } from './suivi.ts';

let essai: ServiceDEssai;
let dossier: DossierDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir({ depart: DEPART });
  dossier = await DossierDEssai.ouvrir(essai);
  for (const [courriel, genre, academie] of [
    ['membre@equipe.example', 'equipe', null],
    ['rennes@academie.example', 'coordination', 'rennes'],
    ['lille@academie.example', 'coordination', 'lille'],
  ])
    await essai.service.base.query('select public.membres_ajouter($1, $2, $3, $4)', [
      courriel,
      genre,
      academie,
      DEPART,
    ]);
  await essai.courrielsPartis();
});
afterAll(() => essai.fermer());

const retrouver = async (courriel: string, entetes = uneAdresse()) =>
  essai.poster('retrouver-suivi', { courriel, ...(await essai.enveloppe()) }, entetes);

/** Le jeton d'un tableau, reçu par courriel. */
async function jetonDuTableau(courriel: string, page: string): Promise<string> {
  expect((await retrouver(courriel)).statut).toBe(202);
  await essai.courrielsPartis();
  return essai.jeton(courriel, page);
}

async function lireTableau(jeton: string, portee: string): Promise<Tableau> {
  const { statut, corps } = await essai.poster('suivi/lire-lien', { jeton });
  expect({ statut, portee: corps.portee }).toEqual({ statut: 200, portee });
  return corps as unknown as Tableau;
}

describe('retrouver ses liens', () => {
  it('la réponse est la même pour une adresse connue et une inconnue', async () => {
    const sans = ({ corps, statut }: { corps: Corps; statut: number }) => ({ corps, statut });
    const connue = sans(await retrouver(dossier.adresse('tutrice')));
    const inconnue = sans(await retrouver('personne@inconnu.example'));
    expect(connue).toEqual({ statut: 202, corps: { statut: 'envoye' } });
    expect(inconnue).toEqual(connue);
    await essai.courrielsPartis();
    expect(essai.courriels('personne@inconnu.example')).toEqual([]);
    expect(dernier(essai, dossier.adresse('tutrice')).text).toContain(
      `/suivi/#${await dossier.jeton('tutrice')}`,
    );
  });

  it('sans JavaScript, la personne arrive sur une page du site', async () => {
    const reponse = await essai.demander('retrouver-suivi', {
      method: 'POST',
      headers: { ...uneAdresse(), Origin: 'null' },
      body: new URLSearchParams({ courriel: dossier.adresse('acheteur'), leurre: '' }),
    });
    expect(reponse.statut).toBe(303);
    expect(reponse.entetes.get('Location')).toBe(`${SITE}/suivi/retrouver/envoye/`);
  });

  it('une adresse ne se remplit pas de courriels : au-delà, il faut attendre, connue ou non', async () => {
    for (const courriel of [dossier.adresse('entreprise-2'), 'autre@inconnu.example']) {
      const statuts: number[] = [];
      for (let fois = 0; fois < 6; fois += 1) statuts.push((await retrouver(courriel)).statut);
      expect(statuts, courriel).toEqual([202, 202, 202, 429, 429, 429]);
    }
  });

  it('un robot qui remplit la case cachée reçoit la même réponse, et rien ne part', async () => {
    const avant = essai.service.fournisseur.courriels.length;
    const reponse = await essai.poster(
      'retrouver-suivi',
      { courriel: dossier.adresse('tutrice'), leurre: 'x' },
      uneAdresse(),
    );
    expect(reponse).toMatchObject({ statut: 202, corps: { statut: 'envoye' } });
    await essai.courrielsPartis();
    expect(essai.service.fournisseur.courriels.length).toBe(avant);
  });
});

describe('les tableaux', () => {
  it('l’acheteur voit tous ses parcours, et son lien vers chaque suivi', async () => {
    const jeton = await jetonDuTableau(dossier.adresse('acheteur'), '/suivi/dossiers/');
    const tableau = await lireTableau(jeton, 'dossiers');
    expect(tableau).toMatchObject({
      role: 'acheteur',
      courrielsMorts: [],
      lignes: [{ parcours: { id: dossier.parcours }, suivi: { etat: 'reponse-attendue' } }],
    });
    const suivi = tableau.lignes[0]?.jeton;
    expect(suivi).toBe(await dossier.jeton('acheteur'));
    expect((await essai.poster('suivi/lire-lien', { jeton: suivi })).corps).toMatchObject({
      statut: 'ouvert',
      role: 'acheteur',
    });
  });

  it('l’équipe voit tout et peut ouvrir chaque suivi', async () => {
    const jeton = await jetonDuTableau('membre@equipe.example', '/equipe/');
    const tableau = await lireTableau(jeton, 'equipe');
    expect(tableau.lignes.map(({ jeton: sien }) => sien)).toEqual([await dossier.jeton('equipe')]);
  });

  it('une coordination voit son académie, sans jeton, sans personne, et pas celle d’à côté', async () => {
    const rennes = await jetonDuTableau('rennes@academie.example', '/equipe/');
    const tableau = await lireTableau(rennes, 'coordination');
    expect(tableau).toMatchObject({ role: 'coordination', academie: 'rennes', courrielsMorts: [] });
    expect(tableau.lignes).toHaveLength(1);
    expect(JSON.stringify(tableau)).not.toMatch(/@|"jeton"|Exemple/);
    const lille = await jetonDuTableau('lille@academie.example', '/equipe/');
    expect((await lireTableau(lille, 'coordination')).lignes).toEqual([]);
  });

  it('un lien de tableau n’ouvre que le sien : ni l’autre page, ni un suivi, ni un renvoi', async () => {
    const acheteur = await jetonDuTableau(dossier.adresse('acheteur'), '/suivi/dossiers/');
    const coordination = await jetonDuTableau('rennes@academie.example', '/equipe/');
    for (const [jeton, portee] of [
      [acheteur, 'dossiers'],
      [coordination, 'coordination'],
    ]) {
      // C'est le lien qui dit ce qu'il ouvre : ce que l'appelant prétend n'est pas lu.
      for (const pretendue of ['equipe', 'suivre', undefined, '__proto__'])
        expect(
          (await essai.poster('suivi/lire-lien', { jeton, portee: pretendue })).corps,
        ).toMatchObject({ portee, courrielsMorts: [] });
      for (const salle of ['demande', 'declaration'])
        expect((await essai.poster(`${salle}/lire-lien`, { jeton })).corps).toEqual({
          statut: 'autre-page',
          portee,
        });
      const renvoi = { jeton, action: 'renvoyer-courriel', id: randomUUID() };
      expect((await essai.poster('agir-tableau', renvoi)).statut).toBe(404);
      const ordre = { jeton, cle: randomUUID(), vu: 99, action: 'retirer' };
      expect((await essai.poster('agir', ordre)).statut).toBe(404);
    }
  });

  it('ils se ferment au bout de douze heures', async () => {
    const jeton = await jetonDuTableau('membre@equipe.example', '/equipe/');
    await essai.service.horloge.aller(new Date(dossier.maintenant.getTime() + 13 * 3_600_000));
    expect((await essai.poster('suivi/lire-lien', { jeton })).statut).toBe(410);
  });

  it('l’équipe renvoie un courriel mort', async () => {
    await avancer(essai, 1);
    const jeton = await jetonDuTableau('membre@equipe.example', '/equipe/');
    await essai.service.base.query(
      `insert into prive.courriels (gabarit, destinataire, donnees, etat, prochain_essai_le, cree_le)
       values ('suivi-liens', 'morte@equipe.example', '{"dossiers":[],"listes":[]}', 'mort', $1, $1)`,
      [dossier.maintenant],
    );
    const { courrielsMorts } = await lireTableau(jeton, 'equipe');
    const mort = courrielsMorts.find(({ destinataire }) => destinataire === 'morte@equipe.example');
    const renvoi = { jeton, action: 'renvoyer-courriel', id: mort?.id };
    expect((await essai.poster('agir-tableau', renvoi)).corps).toEqual({ statut: 'fait' });
    await essai.courrielsPartis();
    expect(essai.courriels('morte@equipe.example')).toHaveLength(1);
    expect((await essai.poster('agir-tableau', renvoi)).statut).toBe(404);
  });
});

describe('l’heure du poste', () => {
  const geste = (corps: Record<string, string>, headers: Record<string, string>) =>
    fetch(`${essai.service.url}/courriels/horloge`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(corps),
      redirect: 'manual',
    });

  it('s’avance depuis la boîte de courriels, pas depuis la page d’un autre site', async () => {
    const avant = dossier.jour();
    const etrangers: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'http://autre.example' },
      { Authorization: 'Bearer faux' },
    ];
    for (const entetes of etrangers)
      expect((await geste({ geste: 'jour' }, entetes)).status).toBe(403);
    expect(dossier.jour()).toBe(avant);
    const reponse = await geste({ geste: 'semaine' }, { Origin: essai.service.url });
    expect(reponse.status).toBe(303);
    expect(dossier.jour(-7)).toBe(avant);
    const boite = await (await fetch(`${essai.service.url}/courriels`)).text();
    for (const bouton of ['Lancer les relances', 'Avancer d’un jour', 'Avancer d’une semaine'])
      expect(boite).toContain(bouton);
  });

  it('la commande va à une date et lance les rappels ; elle ne revient pas en arrière', async () => {
    const relances = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['src/outils/lancer.ts', 'relances', ...args], {
        env: {
          ...process.env,
          CSF_DOSSIER: essai.dossier,
          SUPABASE_URL: '',
          CSF_PORT_SERVICE: new URL(essai.service.url).port,
        },
      });
    expect((await relances('--le', '2027-04-01T09:00')).stdout).toContain('2027-04-01T07:00');
    await essai.courrielsPartis();
    expect(await dossier.genres()).toContain('acheteur-alerte:acheteur:delai-manque');
    await expect(relances('--le', '2027-03-20T09:00')).rejects.toMatchObject({
      stderr: expect.stringContaining('vers l’avant') as string,
    });
    await expect(relances('--le', 'demain')).rejects.toMatchObject({
      stderr: expect.stringContaining('Usage') as string,
    });
  });
});
