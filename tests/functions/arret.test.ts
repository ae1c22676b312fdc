import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ouvrirBase } from '../../supabase/embarque/base.ts';
import { attendre, PARCOURS, uneDemande, type Corps } from './service.ts';

/** Un port fixe d'un démarrage à l'autre, hors de ceux que le système prête aux connexions sortantes. */
const unPort = () => 20_000 + Math.floor(Math.random() * 10_000);

let dossier = '';
let port = 0;
let processus: ChildProcess;

const estVivant = () => processus.exitCode === null && processus.signalCode === null;

async function lancer(): Promise<void> {
  processus = spawn(
    process.execPath,
    ['src/outils/lancer.ts', 'demarrer', '--port', '0', '--dossier', join(dossier, 'site')],
    {
      env: {
        ...process.env,
        CSF_DOSSIER: dossier,
        CSF_PORT_SERVICE: String(port),
        SITE_URL: 'http://site.example',
        npm_lifecycle_event: '',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  for (let fois = 0; fois < 600; fois += 1) {
    const pret = await fetch(`http://127.0.0.1:${port}/functions/v1/demande/defi`).catch(
      () => undefined,
    );
    await pret?.body?.cancel();
    if (pret?.ok) return;
    if (!estVivant()) break;
    await attendre(100);
  }
  throw new Error('Le service ne démarre pas.');
}

/** Tué net, comme par une coupure : ni signal, ni fermeture. */
async function tuer(): Promise<void> {
  const mort = new Promise((fini) => processus.once('exit', fini));
  processus.kill('SIGKILL');
  await mort;
}

const adresse = (nom: string) => `http://127.0.0.1:${port}/functions/v1/${nom}`;

async function poster(nom: string, corps: unknown): Promise<Corps | undefined> {
  const reponse = await fetch(adresse(nom), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(corps),
  }).catch(() => undefined);
  return (await reponse?.json().catch(() => undefined)) as Corps | undefined;
}

async function unEnvoi(): Promise<Corps> {
  const challenge = (await (await fetch(adresse('demande/defi'))).json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return {
    ...uneDemande(),
    leurre: '',
    ouvertA: Date.now() - 60_000,
    preuve: btoa(JSON.stringify({ challenge, solution })),
  };
}

beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'csf-arret-'));
  port = unPort();
  await mkdir(join(dossier, 'site'));
  await writeFile(join(dossier, 'site/index.html'), '<p>site</p>');
  await lancer();
});
afterAll(async () => {
  if (estVivant()) await tuer();
  await rm(dossier, { recursive: true, force: true });
});

const COUPURES = [0, 15, 40, 90];

describe('un service tué au milieu d’une demande', () => {
  it('n’a rien écrit à moitié, et le même envoi rejoué n’est reçu qu’une fois', async () => {
    const envois: Corps[] = [];
    for (const coupure of COUPURES) {
      const lot = await Promise.all(Array.from({ length: 4 }, unEnvoi));
      envois.push(...lot);
      const enCours = lot.map((envoi) => poster('demande/exprimer-interet', envoi));
      await attendre(coupure);
      await tuer();
      await Promise.all(enCours);
      await lancer();
      for (const envoi of lot) {
        const reponse = await poster('demande/exprimer-interet', envoi);
        expect(reponse).toMatchObject({ statut: 'recue' });
        expect(await poster('demande/exprimer-interet', envoi)).toEqual(reponse);
      }
    }
    const secrets = JSON.parse(await readFile(join(dossier, 'secrets.json'), 'utf8')) as {
      taches: string;
    };
    await attendre(500);
    await fetch(adresse('taches/envoyer-courriels'), {
      method: 'POST',
      headers: { Authorization: `Bearer ${secrets.taches}` },
    });
    await tuer();

    const { base } = await ouvrirBase(join(dossier, 'base'));
    const lire = async (sql: string) => (await base.query(sql)).rows;
    expect(
      await lire(`select cle from prive.demandes where parcours_id = '${PARCOURS}'`),
    ).toHaveLength(envois.length);
    // Une demande a toujours son lien et son courriel : les trois s'écrivent ensemble. Les dossiers inventés d'une
    // base neuve sont sur d'autres parcours.
    expect(
      await lire(
        `select d.id from prive.demandes d
         where d.parcours_id = '${PARCOURS}'
           and ((select count(*) from prive.liens l where l.demande_id = d.id) <> 1
             or (select count(*) from prive.courriels c where c.demande_id = d.id) <> 1)`,
      ),
    ).toEqual([]);
    await base.close();
  });
});
