/*
 * Banc des requêtes : `npm run banc:requetes`. Envoie aux vraies fonctions, en JSON puis en formulaire, vingt mille octets
 * de chacun des signes de nos règles, dans chaque champ de chaque route, et compte le temps de processeur que chaque
 * requête prend au service. Les plus chères sont mesurées de nouveau, plusieurs fois.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { creerDefi } from '../../supabase/functions/_shared/defi.ts';
import { uneAdresse, type Corps } from '../functions/service.ts';
import { instantaneDeLaBase } from '../instantane.ts';
import { FRAGMENTS_SEULS } from '../textes-hostiles.ts';
import {
  CIBLES,
  enFormulaire,
  envoiAcceptable,
  envoisDe,
  MESSAGES,
  type Ecriture,
  type Envoi,
} from './envois-hostiles.ts';
import { demarrerPourUnBanc } from './service.ts';

const CIBLE_MS = 50;
const FOIS = 10;
/** Groupes dont chaque requête est mesurée à part. */
const REMESURES = 25;

const { dossier, service } = await demarrerPourUnBanc({
  instantane: await instantaneDeLaBase(),
  prealable: 'tests/banc/processeur.ts',
  dire: () => undefined,
});
const adresse = (chemin: string) => `${service.url}/functions/v1/${chemin}`;

async function processeur(): Promise<number> {
  const { ms } = (await (await fetch(adresse('banc/processeur'))).json()) as { ms: number };
  return ms;
}

type Requete = Envoi & { cible: string; fragment: string; ecriture: Ecriture };
type Mesure = Requete & { ms: number; statut: number; octets: number };

async function envoyer({ cible, corps, ecriture }: Requete) {
  const json = ecriture === 'JSON';
  const body = json ? JSON.stringify(corps) : enFormulaire(corps);
  const reponse = await fetch(adresse(cible.split(' ')[0] ?? ''), {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Content-Type': json ? 'application/json' : 'application/x-www-form-urlencoded',
      ...uneAdresse(),
    },
    body,
  });
  await reponse.arrayBuffer();
  return { statut: reponse.status, octets: Buffer.byteLength(body) };
}

/** Les requêtes d'un groupe ne diffèrent que par le champ rempli : leur somme borne la plus chère d'entre elles. */
type Groupe = { requetes: readonly Requete[]; ms: number };

/** La lecture du compteur elle-même, à retrancher. */
let lecture = 0;

async function depenser(faire: () => Promise<unknown>): Promise<number> {
  const avant = await processeur();
  await faire();
  return (await processeur()) - avant - lecture;
}

const mediane = (valeurs: readonly number[]) =>
  valeurs.toSorted((a, b) => a - b)[Math.floor(valeurs.length / 2)] ?? 0;

async function mesurer(requete: Requete): Promise<Mesure> {
  const durees: number[] = [];
  for (let fois = 0; fois < FOIS; fois += 1) durees.push(await depenser(() => envoyer(requete)));
  return { ...requete, ...(await envoyer(requete)), ms: mediane(durees) };
}

/** Une preuve qui vaut : un envoi refusé ne l'use pas, et ce sont bien les règles de texte qui sont atteintes. */
async function enveloppe(): Promise<Corps> {
  const challenge = await creerDefi(service.secrets.defi, 1, new Date());
  const solution = await solveChallenge({ challenge, deriveKey });
  const preuve = btoa(JSON.stringify({ challenge, solution }));
  return { leurre: '', ouvertA: Date.now() - 60_000, preuve };
}

const AVEC_PREUVE = /^(demande\/exprimer|contact|declaration\/declarer|suivi\/retrouver)/;

async function groupesDe(cible: string, fragment: string): Promise<Requete[][]> {
  const preuve = AVEC_PREUVE.test(cible) ? await enveloppe() : {};
  const ecrire = (ecriture: Ecriture, ajout: Corps) =>
    envoisDe(cible, fragment, ajout, ecriture).map((envoi) => ({
      ...envoi,
      cible,
      fragment,
      ecriture,
    }));
  // Sans JavaScript, ni preuve ni temps de saisie. Les gestes d'un suivi ne s'envoient qu'en JSON.
  return cible.startsWith('suivi/agir ')
    ? [ecrire('JSON', preuve)]
    : [ecrire('JSON', preuve), ecrire('formulaire', {})];
}

for (let fois = 0; fois < 100; fois += 1) await processeur();
const lectures: number[] = [];
for (let fois = 0; fois < 100; fois += 1) lectures.push(await depenser(() => Promise.resolve()));
lecture = mediane(lectures);

const statuts = new Map<number, number>();
let compte = 0;
let enTout = 0;
let chers: Groupe[] = [];
for (const cible of CIBLES)
  for (const fragment of FRAGMENTS_SEULS)
    for (const requetes of await groupesDe(cible, fragment)) {
      const ms = await depenser(async () => {
        for (const { statut } of await Promise.all(requetes.map(envoyer)))
          statuts.set(statut, (statuts.get(statut) ?? 0) + 1);
      });
      compte += requetes.length;
      enTout += ms;
      chers = [...chers, { requetes, ms }].toSorted((a, b) => b.ms - a.ms).slice(0, REMESURES);
    }

const remesurees: Mesure[] = [];
for (const { requetes } of chers)
  for (const requete of requetes) remesurees.push(await mesurer(requete));

/** Attend que les courriels d'un envoi accepté soient partis : le service les écrit après avoir répondu. */
async function courrielsPartis(): Promise<void> {
  for (;;) {
    const { rows } = await service.base.query(
      "select 1 from prive.courriels where etat = 'a-envoyer' limit 1",
    );
    if (rows.length === 0) return;
    await new Promise((suite) => setTimeout(suite, 20));
  }
}

type Acceptee = Requete & { ms: number };
const acceptees: Acceptee[] = [];
for (const cible of Object.keys(MESSAGES))
  for (const fragment of FRAGMENTS_SEULS) {
    const preuve = await enveloppe();
    const { variante, corps } = envoiAcceptable(cible, fragment);
    const requete: Requete = {
      ...{ cible, fragment, variante, ecriture: 'JSON' },
      corps: { ...corps, ...preuve },
    };
    let statut = 0;
    const ms = await depenser(async () => {
      ({ statut } = await envoyer(requete));
      if (statut === 202) await courrielsPartis();
    });
    if (statut === 202) acceptees.push({ ...requete, ms });
  }
await service.fermer();
await rm(dossier, { recursive: true, force: true, maxRetries: 5 });

const parCout = remesurees.toSorted((a, b) => b.ms - a.ms);
const enClair = (ms: number) => ms.toFixed(1).replace('.', ',');
const lignes = parCout
  .slice(0, 15)
  .map(
    ({ cible, ecriture, variante, statut, octets, ms, fragment }) =>
      `| ${cible} | ${ecriture} | ${variante} | ${statut} | ${octets} | ${enClair(ms)} | \`${JSON.stringify(fragment).replaceAll('|', '\\|')}\` |`,
  );
const plusChere = parCout[0]?.ms ?? 0;
// Les premières chargent de quoi écrire un courriel : une fois par fonction réveillée.
const entieres = acceptees.slice(5).toSorted((a, b) => b.ms - a.ms);
const laPlusLourde = entieres[0];
const pannes = [...statuts].filter(([statut]) => statut >= 500).map(([, nombre]) => nombre);
const rapport = `# Vingt mille octets dans une requête entière

Mesuré le ${new Date().toISOString().slice(0, 10)} sur ${availableParallelism()} cœurs, fonctions sous Deno : ${compte.toLocaleString('fr-FR')} requêtes, de ${CIBLES.length} sortes, en JSON et en formulaire, en millisecondes de processeur du service (tous ses fils, lecture et réponse comprises). Cible : ${CIBLE_MS}.

Moyenne de toutes : ${enClair(enTout / compte)} ms. La plus chère, mesurée ${FOIS} fois : **${enClair(plusChere)} ms**. Pannes (5xx) : ${pannes.reduce((a, b) => a + b, 0)}. Réponses : ${[
  ...statuts,
]
  .toSorted(([a], [b]) => a - b)
  .map(([statut, nombre]) => `${statut} (${nombre.toLocaleString('fr-FR')})`)
  .join(', ')}.

| Route | Écriture | Champ rempli | Réponse | Octets | ms | Pour |
| ----- | -------- | ------------ | ------- | ------ | -- | ---- |
${lignes.join('\n')}

Acceptées, leurs courriels écrits et remis compris, une fois le code des courriels chargé : ${acceptees.length} messages aussi longs que permis. Médiane ${enClair(mediane(entieres.map(({ ms }) => ms)))} ms, la plus chère **${enClair(laPlusLourde?.ms ?? 0)} ms** (${laPlusLourde?.cible ?? '—'}, \`${JSON.stringify(laPlusLourde?.fragment ?? '')}\`).
`;
mkdirSync(join(import.meta.dirname, 'rapports'), { recursive: true });
writeFileSync(join(import.meta.dirname, 'rapports/requetes.md'), rapport);
console.log(rapport);
process.exitCode =
  Math.max(plusChere, laPlusLourde?.ms ?? 0) > CIBLE_MS || pannes.length > 0 ? 1 : 0;
