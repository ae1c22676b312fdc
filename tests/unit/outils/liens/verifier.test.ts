import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import type { Lien } from '../../../../src/site/regles/lien.ts';
import { verifierAdresse } from '../../../../src/outils/liens/adresse.ts';
import { daterLiens, lireLiens } from '../../../../src/outils/liens/fichier.ts';
import { rendreCompte, verifierTous } from '../../../../src/outils/liens/verifier.ts';

const DEMANDE = { demander: fetch, delai: 300, attente: 1 };

let serveur: Server | undefined;
afterEach(() => {
  serveur?.closeAllConnections();
  serveur?.close();
});

/** Sert des réponses, et note les demandes reçues. */
async function servir(repondre: RequestListener): Promise<{ site: string; recues: string[] }> {
  const recues: string[] = [];
  serveur = createServer((requete, reponse) => {
    recues.push(`${requete.method} ${requete.url}`);
    repondre(requete, reponse);
  }).listen(0, '127.0.0.1');
  await once(serveur, 'listening');
  return { site: `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`, recues };
}

function unLien(id: string, adresse: string, verifieLe: string | null = null): Lien {
  return { id, titre: id, adresse, genre: 'loi', verifieLe };
}

describe('une adresse', () => {
  test('qui répond est ouverte, après une seule demande', async () => {
    const { site, recues } = await servir((_, reponse) => reponse.end('ok'));
    expect(await verifierAdresse(`${site}/a`, DEMANDE)).toEqual({ etat: 'ouvert', ailleurs: null });
    expect(recues).toEqual(['HEAD /a']);
  });

  test('qui ne comprend pas HEAD est demandée avec GET', async () => {
    const { site, recues } = await servir(({ method }, reponse) => {
      reponse.writeHead(method === 'HEAD' ? 405 : 200).end();
    });
    expect((await verifierAdresse(`${site}/a`, DEMANDE)).etat).toBe('ouvert');
    expect(recues).toEqual(['HEAD /a', 'GET /a']);
  });

  test('absente est un échec, sans insister', async () => {
    const { site, recues } = await servir((_, reponse) => reponse.writeHead(404).end());
    expect(await verifierAdresse(`${site}/a`, DEMANDE)).toEqual({
      etat: 'echec',
      raison: 'réponse 404',
    });
    expect(recues).toHaveLength(2);
  });

  test('en panne un moment est demandée de nouveau', async () => {
    let pannes = 2;
    const { site } = await servir(({ method }, reponse) => {
      if (method === 'GET') pannes -= 1;
      reponse.writeHead(pannes >= 0 ? 503 : 200).end();
    });
    expect((await verifierAdresse(`${site}/a`, DEMANDE)).etat).toBe('ouvert');
  });

  test('toujours en panne, ou muette, est un échec après trois essais', async () => {
    const panne = await servir((_, reponse) => reponse.writeHead(500).end());
    expect(await verifierAdresse(panne.site, DEMANDE)).toEqual({
      etat: 'echec',
      raison: 'réponse 500',
    });
    expect(panne.recues.filter((recue) => recue.startsWith('GET'))).toHaveLength(3);
    const muette = await servir(() => undefined);
    expect(await verifierAdresse(muette.site, { ...DEMANDE, delai: 50 })).toEqual({
      etat: 'echec',
      raison: 'sans réponse à temps',
    });
  });

  test('que le site ferme aux programmes n’est ni ouverte ni cassée', async () => {
    const { site } = await servir((_, reponse) => reponse.writeHead(403).end());
    expect((await verifierAdresse(site, DEMANDE)).etat).toBe('ferme aux programmes');
  });

  test('qui a déménagé dit où', async () => {
    const { site } = await servir(({ url }, reponse) => {
      if (url === '/a') reponse.writeHead(301, { location: '/b' });
      reponse.end();
    });
    expect(await verifierAdresse(`${site}/a`, DEMANDE)).toEqual({
      etat: 'ouvert',
      ailleurs: `${site}/b`,
    });
  });
});

describe('la liste des liens', () => {
  test('est vérifiée sans presser un site : une demande à la fois', async () => {
    let ensemble = 0;
    let plusHaut = 0;
    const { site } = await servir((_, reponse) => {
      plusHaut = Math.max(plusHaut, (ensemble += 1));
      setTimeout(() => {
        ensemble -= 1;
        reponse.end();
      }, 5);
    });
    const liens = ['a', 'b', 'c'].map((id) => unLien(id, `${site}/${id}`));
    const verifies = await verifierTous(liens, DEMANDE, 1);
    expect(verifies.map(({ lien }) => lien.id)).toEqual(['a', 'b', 'c']);
    expect(plusHaut).toBe(1);
  });

  test('rend compte de ce qu’il faut faire, et de ce qui n’a jamais été vérifié', () => {
    const compte = rendreCompte([
      {
        lien: unLien('ouvert', 'https://a.example/'),
        reponse: { etat: 'ouvert', ailleurs: null },
      },
      {
        lien: unLien('parti', 'https://b.example/', '2026-01-02'),
        reponse: { etat: 'echec', raison: 'réponse 404' },
      },
      {
        lien: unLien('loi', 'https://c.example/'),
        reponse: { etat: 'ferme aux programmes', raison: 'réponse 403' },
      },
    ]);
    expect(compte).toContain('1 lien(s) ouvert(s) sur 3.');
    expect(compte).toContain('parti : réponse 404 (2026-01-02)');
    expect(compte).toContain('loi : réponse 403 (jamais vérifié)');
    expect(compte).toContain('npm run liens:verifier -- --vu loi');
  });
});

const YAML = `# Un commentaire à garder.
- id: un
  titre: Un
  adresse: https://un.example/
  genre: loi
  verifieLe: null
- id: deux
  titre: 'Deux : et demi'
  adresse: https://deux.example/
  genre: service
  verifieLe: '2026-01-02'
`;

describe('le fichier des liens', () => {
  test('ne change que par la date des liens vérifiés', () => {
    const date = daterLiens(YAML, new Set(['un']), '2026-11-23');
    expect(date).toBe(YAML.replace('verifieLe: null', "verifieLe: '2026-11-23'"));
    expect(daterLiens(date, new Set(), '2026-12-01')).toBe(date);
  });

  test('sans ligne à dater est une erreur', () => {
    const sansLigne = YAML.replace('  verifieLe: null\n', '').replace(
      'genre: loi',
      'genre: loi\n  "verifieLe": null',
    );
    expect(() => daterLiens(sansLigne, new Set(['un']), '2026-11-23')).toThrow('« un »');
  });

  test('publié peut être daté en entier', async () => {
    const yaml = await readFile('content/liens.yaml', 'utf8');
    const ids = lireLiens(yaml).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const dates = lireLiens(daterLiens(yaml, new Set(ids), '2026-11-23'));
    expect(dates.every(({ verifieLe }) => verifieLe === '2026-11-23')).toBe(true);
  });
});

describe('la commande', () => {
  async function lancer(...options: string[]) {
    const dossier = await mkdtemp(join(tmpdir(), 'csf-liens-'));
    const fichier = join(dossier, 'liens.yaml');
    await writeFile(fichier, YAML);
    const commande = spawn(process.execPath, [
      ...['src/outils/lancer.ts', 'liens', '--fichier', fichier],
      ...options,
    ]);
    const [sortie, erreurs, [code]] = await Promise.all([
      text(commande.stdout),
      text(commande.stderr),
      once(commande, 'exit') as Promise<[number]>,
    ]);
    const yaml = await readFile(fichier, 'utf8');
    await rm(dossier, { recursive: true });
    return { code, sortie, erreurs, yaml };
  }

  // « .example » ne mène jamais nulle part, avec ou sans réseau.
  test('échoue en nommant les liens qui ne s’ouvrent pas, sans toucher leur date', async () => {
    const { code, sortie, yaml } = await lancer();
    expect(code).toBe(2);
    expect(sortie).toContain('0 lien(s) ouvert(s) sur 2.');
    expect(sortie).toContain('un : sans réponse');
    expect(sortie).toContain('(jamais vérifié)');
    expect(yaml).toBe(YAML);
  });

  test('date un lien ouvert à la main', async () => {
    const { code, yaml } = await lancer('--vu', 'un');
    expect(code).toBe(0);
    expect(yaml).toMatch(/verifieLe: '\d{4}-\d\d-\d\d'\n- id: deux/);
  });

  test.each([[['--vu', 'trois']], [['--inconnue']]])('refuse %s', async (options) => {
    const { code, erreurs, yaml } = await lancer(...options);
    expect(code).toBe(1);
    expect(erreurs).toContain('Usage');
    expect(yaml).toBe(YAML);
  });
});
