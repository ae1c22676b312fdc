import fc from 'fast-check';
import { type Corps, uneDemande } from './functions/service.ts';

/** Toutes les routes qui reçoivent quelque chose, et quelques-unes qui n'existent pas. */
const ROUTES_VISEES = [
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
  'demander-releve',
  'decider-releve',
  'verifier-personne',
  'declaration/lire-lien',
  'agir-tableau',
  'relancer',
  'taches/sante',
  'demande/nulle-part',
  'contact/contacter/encore',
  'demande/%2e%2e%2ftaches%2frelancer',
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

export const valeur: fc.Arbitrary<unknown> = fc.oneof(
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
      `{"${'c'.repeat(19_000)}":1}`,
      `{${Array.from({ length: 2_000 }, (_, rang) => `"${rang}":1`).join()}}`,
      `${'c'.repeat(19_000)}=1`,
      'a=&'.repeat(6_000),
      'nom=%',
      'nom=%E9%FF&message=%C3',
      'nom=Alix&courriel=alix%40lyc',
      '&&==&;=%00',
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

const typeDEnvoi = fc.oneof(
  { weight: 6, arbitrary: fc.constant('application/json') },
  { weight: 3, arbitrary: fc.constant('application/x-www-form-urlencoded') },
  fc.constantFrom('application/json; charset=utf-16', 'text/plain', 'multipart/form-data', ''),
);

/** Un envoi mal formé : sa route, son type, son corps. */
export const envoiMalForme = (enveloppe: Corps) =>
  fc.record({
    nom: fc.constantFrom(...ROUTES_VISEES),
    contentType: typeDEnvoi,
    body: corps(enveloppe),
  });
