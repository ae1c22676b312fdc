import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceDEssai, SITE, uneAdresse, uneDemande } from './service.ts';

let essai: ServiceDEssai;
let parcours = '';
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir();
  [parcours = ''] = await essai.parcoursLibres(1);
});
afterAll(() => essai.fermer());

describe('l’origine', () => {
  it('n’est admise que si c’est celle du site', async () => {
    const siennes = await essai.poster('lire-lien', {}, { Origin: SITE });
    expect(siennes.statut).toBe(404);
    for (const Origin of ['https://autre.example', 'http://site.example.autre.example']) {
      const autre = await essai.poster('lire-lien', {}, { Origin });
      expect(autre).toMatchObject({ statut: 403, corps: { statut: 'origine' } });
      expect(autre.entetes.get('Access-Control-Allow-Origin')).not.toBe(Origin);
    }
    expect(siennes.entetes.get('Access-Control-Allow-Origin')).toBe(SITE);
    expect(siennes.entetes.get('Access-Control-Allow-Credentials')).toBeNull();
  });

  it('répond à la question préalable du navigateur', async () => {
    const poser = (Origin: string) =>
      fetch(essai.adresse('contacter'), {
        method: 'OPTIONS',
        headers: { Origin, 'Access-Control-Request-Method': 'POST' },
      });
    expect((await poser(SITE)).status).toBe(204);
    const refus = await poser('https://autre.example');
    expect(refus.status).toBe(403);
    expect(refus.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});

describe('la forme', () => {
  it('un envoi trop gros est refusé, même sans en-tête de taille', async () => {
    const message = 'a'.repeat(20_001);
    expect(await essai.poster('contacter', { message })).toMatchObject({ statut: 413 });
    const flux = new ReadableStream({
      start(controle) {
        controle.enqueue(new TextEncoder().encode(message));
        controle.close();
      },
    });
    const sansTaille = await fetch(essai.adresse('contacter'), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: flux,
      duplex: 'half',
    } as RequestInit);
    expect(sansTaille.status).toBe(413);
  });

  it('un type ou une méthode inattendus sont refusés', async () => {
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/xml'])
      expect(
        await essai.demander('contacter', {
          method: 'POST',
          headers: { 'Content-Type': type },
          body: 'x',
        }),
      ).toMatchObject({ statut: 415 });
    expect(await essai.demander('contacter', { method: 'PUT', body: '{}' })).toMatchObject({
      statut: 405,
    });
    expect(await essai.lire('contacter')).toMatchObject({ statut: 405 });
  });

  it('dit chaque erreur à son champ, et refuse un champ de plus', async () => {
    const enveloppe = await essai.enveloppe();
    const { corps } = await essai.poster(
      'exprimer-interet',
      { ...uneDemande(), ...enveloppe, nom: '', debutLe: '2020-01-01', consentement: false },
      uneAdresse(),
    );
    expect(Object.keys(corps.erreurs as object).sort()).toEqual(['consentement', 'nom']);
    const date = await essai.poster(
      'exprimer-interet',
      { ...uneDemande(), ...enveloppe, debutLe: '2020-01-01' },
      uneAdresse(),
    );
    expect(Object.keys(date.corps.erreurs as object)).toEqual(['debutLe']);
    expect(
      await essai.poster('exprimer-interet', { ...uneDemande(), ...enveloppe, prenomDuJeune: 'x' }),
    ).toMatchObject({
      statut: 422,
      corps: { erreurs: { formulaire: expect.stringContaining('champ inconnu') as string } },
    });
  });
});

describe('les robots', () => {
  it('qui remplissent la case cachée croient avoir réussi ; un gestionnaire de mots de passe, preuve faite, recommence', async () => {
    const avant = await essai.compter('select 1 from prive.demandes');
    const remplie = { parcoursId: parcours, leurre: 'alix.exemple' };
    for (const preuve of [undefined, 'pas une preuve']) {
      const { reponse } = await essai.exprimer({ ...remplie, preuve });
      expect(reponse).toMatchObject({ statut: 202, corps: { statut: 'recue' } });
    }
    const { corps, reponse } = await essai.exprimer(remplie);
    const erreurs = { leurre: expect.stringMatching(/case/) as string };
    expect(reponse).toMatchObject({ statut: 422, corps: { statut: 'erreurs', erreurs } });
    expect(await essai.compter('select 1 from prive.demandes')).toBe(avant);
    // La case vidée, le même envoi passe : sa preuve n'a pas servi.
    const encore = await essai.poster('exprimer-interet', { ...corps, leurre: '' }, uneAdresse());
    expect(encore).toMatchObject({ statut: 202, corps: { statut: 'recue' } });
  });

  it('qui vont trop vite, ou sans preuve, ou avec une fausse, sont arrêtés', async () => {
    const enveloppe = await essai.enveloppe();
    const lue = JSON.parse(atob(String(enveloppe.preuve))) as {
      challenge: { parameters: Record<string, unknown>; signature: string };
    };
    const maquillee = (parametres: Record<string, unknown>) =>
      btoa(
        JSON.stringify({
          ...lue,
          challenge: {
            ...lue.challenge,
            parameters: { ...lue.challenge.parameters, ...parametres },
          },
        }),
      );
    for (const triche of [
      { ouvertA: Date.now() },
      { ouvertA: 'hier' },
      { preuve: undefined },
      { preuve: 'pas une preuve' },
      { preuve: maquillee({ expiresAt: 4_000_000_000 }) },
      { preuve: maquillee({ cost: 1 }) },
      { preuve: maquillee({ nonce: 'ab' }) },
    ])
      expect(
        await essai.poster(
          'exprimer-interet',
          { ...uneDemande(), ...enveloppe, ...triche },
          uneAdresse(),
        ),
        JSON.stringify(triche).slice(0, 80),
      ).toMatchObject({ statut: 422 });
  });

  it('qui rejouent une preuve avec une autre demande sont arrêtés ; la même demande rejouée ne dérange personne', async () => {
    const { corps, reponse } = await essai.exprimer({ parcoursId: parcours });
    expect(reponse.statut).toBe(202);
    expect((await essai.poster('exprimer-interet', corps, uneAdresse())).corps).toEqual(
      reponse.corps,
    );
    expect(
      await essai.poster('exprimer-interet', { ...corps, cle: randomUUID() }, uneAdresse()),
    ).toMatchObject({ statut: 429 });
    await essai.courrielsPartis();
    expect(essai.courriels(String(corps.courriel))).toHaveLength(1);
  });

  it('une preuve périmée est refusée', async () => {
    const enveloppe = await essai.enveloppe();
    await essai.service.fonctions.decaler(3_700_000);
    expect(
      await essai.poster('exprimer-interet', { ...uneDemande(), ...enveloppe }, uneAdresse()),
    ).toMatchObject({ statut: 422 });
    await essai.service.fonctions.decaler(0);
  });

  it('une même adresse électronique, un même réseau, un même parcours ont leurs limites', async () => {
    const [autre = ''] = (await essai.parcoursLibres(2)).slice(1);
    const courriel = 'trop@lycee.example';
    const statuts: number[] = [];
    // Un alias n'est pas une autre personne.
    for (const alias of ['trop', 'trop+un', 'Trop+deux', 'trop+trois']) {
      const champs = { parcoursId: autre, courriel: `${alias}@lycee.example` };
      statuts.push((await essai.exprimer(champs)).reponse.statut);
    }
    expect(statuts).toEqual([202, 202, 202, 429]);
    const { reponse } = await essai.exprimer({ parcoursId: autre, courriel });
    expect(Number(reponse.entetes.get('Retry-After'))).toBeGreaterThan(0);
    const enClair = "select 1 from prive.compteurs where cle like '%trop%' or cle like '%@%'";
    expect(await essai.compter(enClair)).toBe(0);
  });
});

describe('la discrétion', () => {
  it('une adresse déjà connue et une inconnue reçoivent la même réponse', async () => {
    const courriel = 'connue@lycee.example';
    const connue = await essai.exprimer({ parcoursId: parcours, courriel });
    const encore = await essai.exprimer({ parcoursId: parcours, courriel });
    const inconnue = await essai.exprimer({ parcoursId: parcours });
    const sansReference = ({ statut, corps }: (typeof connue)['reponse']) => ({
      statut,
      champs: Object.keys(corps),
    });
    expect(inconnue.reponse.statut).toBe(202);
    expect(sansReference(encore.reponse)).toEqual(sansReference(inconnue.reponse));
    expect(sansReference(connue.reponse)).toEqual(sansReference(inconnue.reponse));
  });

  it('aucune clé du navigateur n’ouvre la base, hors le catalogue', async () => {
    const { url, secrets } = essai.service;
    const anon = { apikey: secrets.cleAnon, Authorization: `Bearer ${secrets.cleAnon}` };
    const catalogue = await fetch(`${url}/rest/v1/catalogue?select=id&limit=2`, { headers: anon });
    expect(await catalogue.json()).toHaveLength(2);
    const purge = await fetch(`${url}/rest/v1/rpc/purger`, {
      method: 'POST',
      headers: { ...anon, 'Content-Type': 'application/json' },
      body: JSON.stringify({ p_conservation: {}, p_maintenant: new Date() }),
    });
    expect(purge.status).toBe(401);
    expect(await purge.json()).toMatchObject({ code: '42501' });
    for (const vue of ['demandes', 'contacts', 'liens', 'pg_roles'])
      expect((await fetch(`${url}/rest/v1/${vue}`, { headers: anon })).status).toBe(404);
    expect((await fetch(`${url}/rest/v1/catalogue`)).status).toBe(401);
  });

  it('une page d’un autre domaine ne peut pas se faire passer pour ce poste', async () => {
    const { port } = new URL(essai.service.url);
    const statut = await new Promise((reussir) => {
      request(
        { host: '127.0.0.1', port, path: '/courriels', headers: { Host: 'piege.example' } },
        (r) => {
          reussir(r.statusCode);
          r.resume();
        },
      ).end();
    });
    expect(statut).toBe(421);
  });

  it('refuse ce qu’elle ne sait pas lire, sans panne', async () => {
    const { port, hostname } = new URL(essai.service.url);
    const demander = (method: string, path: string) =>
      new Promise<number | undefined>((suite, echoue) => {
        request({ hostname, port, method, path }, (reponse) => {
          reponse.resume();
          suite(reponse.statusCode);
        })
          .on('error', echoue)
          .end();
      });
    expect(await demander('GET', '//')).toBe(400);
    expect(await demander('TRACE', '/functions/v1/defi')).toBe(405);
    expect(await demander('POST', '/reconstruction')).toBe(401);
    expect(essai.service.reconstructions()).toBe(0);
  });
});
