import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS_POSSIBLES, type ActionId } from '../../src/suivi/regles/actions.ts';
import { type Corps, ServiceDEssai, uneAdresse, uneDemande } from './service.ts';
import { DossierDEssai, saisiesDe } from './suivi.ts';

const ENVOIS = 10_000;
const A_LA_FOIS = 50;

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir();
});
afterAll(() => essai.fermer());

const FONCTIONS = [
  'exprimer-interet',
  'contacter',
  'declarer-parcours',
  'confirmer-interet',
  'accepter-proposition',
  'retirer-interet',
  'lire-lien',
  'confirmer-contacts',
  'valider-declaration',
  'suivi/lire-lien',
  'agir',
  'retrouver-suivi',
  'ouvrir-par-code',
  'declaration/lire-lien',
  'agir-tableau',
  'relancer',
];

const MECHANCETES = [
  "'; drop table prive.demandes; --",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '\u0000\u0007\u001b[31m',
  '\ud800',
  '${7*7}{{7*7}}',
  '../../etc/passwd',
  '\r\nBcc: tous@piege.example',
  'a'.repeat(5_000),
  '9'.repeat(400),
  '𝕏'.repeat(300),
  '\u202Eexe.txt',
  '__proto__',
  '0000-01-01',
  '9999-12-31',
  '-1',
  '1e309',
  'NaN',
];

const valeur: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...MECHANCETES),
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom(...MECHANCETES), { maxLength: 3 }),
  fc.dictionary(fc.string({ maxLength: 8 }), fc.constantFrom(...MECHANCETES), { maxKeys: 3 }),
);

/** Des champs vrais du service, et une preuve qui vaut : un seul est abîmé à la fois, pour aller jusqu'au fond. */
const presque = (enveloppe: Corps) =>
  fc
    .tuple(
      fc.constantFrom(
        ...Object.keys(uneDemande()),
        'preuve',
        'ouvertA',
        'leurre',
        'jeton',
        'portee',
        'motif',
      ),
      valeur,
    )
    .map(([champ, mauvaise]) =>
      JSON.stringify({ ...uneDemande(), ...enveloppe, jeton: 'A'.repeat(43), [champ]: mauvaise }),
    );

/** Une action du suivi, avec un lien qui ouvre vraiment : un champ abîmé à la fois. */
const presqueUneAction = (jeton: string, vu: number, saisies: Record<ActionId, object>) =>
  fc
    .tuple(
      fc.constantFrom(...ACTIONS_POSSIBLES),
      fc.constantFrom(
        ...['action', 'cle', 'vu', 'precision', 'le', 'heures', 'lundi', 'creneaux', 'debut'],
        ...['jusquAu', 'motif', 'absent', 'suite', 'nom', 'courriel', 'telephone', 'role'],
      ),
      valeur,
    )
    .map(([action, champ, mauvaise]) =>
      JSON.stringify({
        jeton,
        cle: randomUUID(),
        vu,
        action,
        ...saisies[action],
        [champ]: mauvaise,
      }),
    );

const corps = (enveloppe: Corps): fc.Arbitrary<string | Uint8Array<ArrayBuffer>> =>
  fc.oneof(
    { weight: 4, arbitrary: presque(enveloppe) },
    fc
      .dictionary(fc.string({ maxLength: 12 }), valeur, { maxKeys: 6 })
      .map((objet) => JSON.stringify(objet)),
    fc.json({ maxDepth: 6 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.uint8Array({ maxLength: 300 }).map((octets) => new Uint8Array(octets)),
    fc.constantFrom(
      '',
      '[]',
      'null',
      '{',
      '{"a":',
      '['.repeat(9_000),
      '{"a":'.repeat(3_000),
      '\uFEFF{}',
    ),
    fc
      .array(
        fc.tuple(
          fc.constantFrom(...Object.keys(uneDemande()), 'a.b', 'a.b.c', '__proto__.x'),
          fc.constantFrom(...MECHANCETES),
        ),
      )
      .map((paires) => new URLSearchParams(paires).toString()),
  );

const type = fc.oneof(
  { weight: 6, arbitrary: fc.constant('application/json') },
  { weight: 3, arbitrary: fc.constant('application/x-www-form-urlencoded') },
  fc.constantFrom('application/json; charset=utf-16', 'text/plain', 'multipart/form-data', ''),
);

describe('dix mille envois mal formés', () => {
  it('ne donnent jamais de panne ni de trace, et ne laissent rien dans la base', async () => {
    const demandes = await essai.compter('select 1 from prive.demandes');
    const envois = fc.sample(
      fc.tuple(fc.constantFrom(...FONCTIONS), type, corps(await essai.enveloppe())),
      ENVOIS,
    );
    const mauvaises: unknown[] = [];
    const statuts = new Map<number, number>();
    let champsRefuses = 0;
    let suivant = 0;
    const travailleur = async () => {
      for (let rang = suivant++; rang < envois.length; rang = suivant++) {
        const [nom = '', contentType = '', body = ''] = envois[rang] ?? [];
        const reponse = await fetch(essai.adresse(nom), {
          method: 'POST',
          headers: { ...(contentType ? { 'Content-Type': contentType } : {}), ...uneAdresse() },
          body,
          redirect: 'manual',
        });
        const texte = await reponse.text();
        statuts.set(reponse.status, (statuts.get(reponse.status) ?? 0) + 1);
        if (texte.includes('champ inconnu')) champsRefuses += 1;
        if (reponse.status >= 500 || /\bat \w+.*:\d+:\d+|Error:|stack|postgres|zod/i.test(texte))
          mauvaises.push({ nom, contentType, body, statut: reponse.status, texte });
      }
    };
    await Promise.all(Array.from({ length: A_LA_FOIS }, travailleur));
    expect(mauvaises.slice(0, 5)).toEqual([]);
    expect([...statuts.values()].reduce((a, b) => a + b, 0)).toBe(ENVOIS);
    // L'essai va bien jusqu'à la lecture des champs, pas seulement jusqu'à la porte.
    expect(statuts.get(422)).toBeGreaterThan(1_000);
    expect(champsRefuses).toBeGreaterThan(200);
    expect(await essai.compter('select 1 from prive.demandes')).toBe(demandes);
    expect(await essai.compter('select 1 from prive.messages')).toBe(0);
  });

  it('mille actions abîmées sur un vrai suivi ne donnent jamais de panne, et n’y effacent rien', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const avant = await dossier.genres();
    const statuts = new Map<number, number>();
    for (const role of ['entreprise-1', 'equipe'] as const) {
      const { vu } = await dossier.lire(role);
      const envois = fc.sample(
        presqueUneAction(await dossier.jeton(role), vu, saisiesDe(dossier)),
        500,
      );
      for (let debut = 0; debut < envois.length; debut += 25) {
        const reponses = await Promise.all(
          envois.slice(debut, debut + 25).map((body) =>
            fetch(essai.adresse('agir'), {
              method: 'POST',
              headers: { 'Content-Type': 'application/json' },
              body,
            }),
          ),
        );
        for (const reponse of reponses) {
          const texte = await reponse.text();
          statuts.set(reponse.status, (statuts.get(reponse.status) ?? 0) + 1);
          expect(texte).not.toMatch(/\bat \w+.*:\d+:\d+|Error:|stack|postgres|zod/i);
        }
      }
    }
    // 200 : le champ abîmé n'était pas lu. 409 : l'action n'est pas permise, ou le suivi a changé depuis.
    expect([...statuts.keys()].filter((statut) => ![200, 404, 409, 422].includes(statut))).toEqual(
      [],
    );
    expect(statuts.get(422)).toBeGreaterThan(500);
    expect((await dossier.genres()).slice(0, avant.length)).toEqual(avant);
  });

  it('un texte piégé mais permis est gardé tel quel, et désarmé dans le courriel', async () => {
    const [parcours = ''] = await essai.parcoursLibres(1);
    const { corps: envoi, reponse } = await essai.exprimer({
      parcoursId: parcours,
      nom: '<script>alert(1)</script>',
      etablissement: '"><img src=x onerror=alert(1)>',
    });
    expect(reponse.statut).toBe(202);
    await essai.courrielsPartis();
    const jeton = essai.jeton(String(envoi.courriel), '/interet/confirmer/');
    await essai.poster('confirmer-interet', { jeton });
    await essai.courrielsPartis();
    const html = essai.service.fournisseur.courriels.map((courriel) => courriel.html).join('');
    expect(html).not.toMatch(/<script|<img[^>]*onerror/i);
    expect(html).toContain('&lt;script&gt;');
    for (const { subject } of essai.service.fournisseur.courriels)
      expect(subject).not.toMatch(/[\r\n]/);
  });
});
