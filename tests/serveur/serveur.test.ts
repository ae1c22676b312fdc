import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compresser } from '../../src/outils/compression/compresser.ts';
import { demarrer, type SiteServi } from '../../src/outils/serveur/serveur.ts';

const ACCUEIL = `<!doctype html><title>Accueil</title><p>${'Bonjour à tous. '.repeat(100)}</p>`;
const INTROUVABLE = `<!doctype html><title>Page introuvable</title>${'<p>Perdu ?</p>'.repeat(60)}`;

let racine: string;
let dossier: string;
let site: SiteServi;

type Reponse = IncomingMessage & { corps: Buffer };

/** Requête brute : fetch réécrirait les adresses mal formées et décompresserait les réponses. */
async function demander(
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Reponse> {
  const { port } = new URL(site.url);
  const requete = request({ host: '127.0.0.1', port, path, method, headers, agent: false }).end();
  const [reponse] = (await once(requete, 'response')) as [IncomingMessage];
  const morceaux: Buffer[] = [];
  for await (const morceau of reponse) morceaux.push(morceau as Buffer);
  return Object.assign(reponse, { corps: Buffer.concat(morceaux) });
}

beforeAll(async () => {
  racine = await mkdtemp(join(tmpdir(), 'csf-serveur-'));
  dossier = join(racine, 'dist');
  const fichiers: Record<string, string> = {
    'index.html': ACCUEIL,
    '404.html': INTROUVABLE,
    'domaines/index.html': ACCUEIL,
    '_astro/site.abc123.css': 'body { color: #161616; }\n'.repeat(60),
    'catalogue/0a1b2c/idf.json': '[]',
    'catalogue/manifeste.json': '{}',
    'flux/domaines/accueil.xml': '<feed/>',
    'donnees/parcours.csv': 'id;intitule\n',
    'pagefind/fr_1.pf_meta': 'octets',
    'site.webmanifest': '{}',
    'petit.txt': 'court',
    '.well-known/security.txt': 'Contact: mailto:equipe@csf.example\n',
  };
  for (const [nom, contenu] of Object.entries(fichiers)) {
    await mkdir(join(dossier, nom, '..'), { recursive: true });
    await writeFile(join(dossier, nom), contenu);
  }
  await writeFile(join(racine, 'csf-secret.txt'), 'secret');
  await compresser(dossier);
  site = await demarrer({ dossier, port: 0 });
});

afterAll(async () => {
  await site.fermer();
  await rm(racine, { recursive: true });
});

describe('les en-têtes', () => {
  test('une page porte la politique de contenu, sans style ni script dans la page', async () => {
    const { headers } = await demander('/');
    const politique = headers['content-security-policy'];
    expect(politique).toContain("default-src 'none'");
    expect(politique).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(politique).toContain("frame-ancestors 'none'");
    expect(politique).not.toContain('unsafe-inline');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['permissions-policy']).toContain('geolocation=(self)');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
  });

  test.each([
    ['/absente/', 404],
    ['/%', 400],
    ['/domaines', 308],
  ])('%s (%i) porte aussi les en-têtes de sécurité', async (adresse, statut) => {
    const reponse = await demander(adresse);
    expect(reponse.statusCode).toBe(statut);
    expect(reponse.headers['content-security-policy']).toBeDefined();
  });

  // Un hébergeur de fichiers fait de même : la page d'erreur, à l'adresse demandée, sans renvoi qui la recopierait.
  test.each([
    `/domaines/%23${'j'.repeat(43)}`,
    `/domaines/%2523${'j'.repeat(43)}.relancer/`,
    `/domaines/%23${'j'.repeat(43)}&${'utm='.repeat(200)}`,
  ])(
    'un lien abîmé par une messagerie (%s) reçoit la page d’erreur, qui le répare',
    async (adresse) => {
      const reponse = await demander(adresse);
      expect(reponse.statusCode).toBe(404);
      expect(reponse.headers.location).toBeUndefined();
      expect(reponse.corps.toString()).toBe(INTROUVABLE);
    },
  );

  test.each([
    ['une adresse mal formée', 'GET', '/%', 400],
    ['une méthode refusée', 'POST', '/', 405],
  ])(
    '%s reçoit un texte lisible et les en-têtes de sécurité',
    async (_, method, adresse, statut) => {
      const { statusCode, headers, corps } = await demander(adresse, { method });
      expect(statusCode).toBe(statut);
      expect(headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(corps.toString()).toMatch(/^(Adresse mal formée|Méthode non admise)\.\n$/);
    },
  );

  test('HSTS n’est envoyé que par le site officiel', async () => {
    expect((await demander('/')).headers['strict-transport-security']).toBeUndefined();
    const officiel = await demarrer({ dossier, port: 0, officiel: true });
    const reponse = await fetch(officiel.url);
    await officiel.fermer();
    expect(reponse.headers.get('strict-transport-security')).toMatch(/^max-age=\d+/);
  });

  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/_astro/site.abc123.css', 'text/css; charset=utf-8'],
    ['/flux/domaines/accueil.xml', 'application/atom+xml; charset=utf-8'],
    ['/donnees/parcours.csv', 'text/csv; charset=utf-8'],
    ['/site.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['/.well-known/security.txt', 'text/plain; charset=utf-8'],
    ['/pagefind/fr_1.pf_meta', 'application/octet-stream'],
  ])('%s est envoyé comme %s', async (adresse, type) => {
    expect((await demander(adresse)).headers['content-type']).toBe(type);
  });

  test.each([
    ['/', 'no-cache'],
    ['/catalogue/manifeste.json', 'no-cache'],
    ['/_astro/absent.js', 'no-cache'],
    ['/_astro/site.abc123.css', 'public, max-age=31536000, immutable'],
    ['/catalogue/0a1b2c/idf.json', 'public, max-age=31536000, immutable'],
  ])('%s se conserve : %s', async (adresse, conservation) => {
    expect((await demander(adresse)).headers['cache-control']).toBe(conservation);
  });
});

describe('la compression', () => {
  const cas = [
    ['gzip, deflate, br, zstd', 'br', (corps: Buffer) => brotliDecompressSync(corps)],
    ['gzip', 'gzip', (corps: Buffer) => gunzipSync(corps)],
    ['br;q=0, gzip;q=0.5', 'gzip', (corps: Buffer) => gunzipSync(corps)],
    ['identity', undefined, (corps: Buffer) => corps],
  ] as const;

  test.each(cas)('« %s » reçoit %s', async (acceptes, encodage, lire) => {
    const reponse = await demander('/', { headers: { 'accept-encoding': acceptes } });
    expect(reponse.headers['content-encoding']).toBe(encodage);
    expect(reponse.headers.vary).toBe('Accept-Encoding');
    expect(lire(reponse.corps).toString()).toBe(ACCUEIL);
    expect(Number(reponse.headers['content-length'])).toBe(reponse.corps.length);
  });

  test('un fichier de moins de 512 octets n’est pas compressé', async () => {
    const reponse = await demander('/petit.txt', { headers: { 'accept-encoding': 'br' } });
    expect(reponse.headers['content-encoding']).toBeUndefined();
    expect(reponse.corps.toString()).toBe('court');
  });

  test('la page introuvable est compressée aussi', async () => {
    const reponse = await demander('/nulle/part/', { headers: { 'accept-encoding': 'br' } });
    expect(reponse.statusCode).toBe(404);
    expect(brotliDecompressSync(reponse.corps).toString()).toBe(INTROUVABLE);
  });
});

describe('les adresses', () => {
  test('une page sans barre finale renvoie à la bonne adresse, question comprise', async () => {
    const reponse = await demander('/domaines?lieu=75056');
    expect(reponse.statusCode).toBe(308);
    expect(reponse.headers.location).toBe('/domaines/?lieu=75056');
  });

  test('un renvoi ne mène jamais à un autre site', async () => {
    for (const adresse of [
      '//domaines',
      '///domaines',
      '/\\domaines',
      '//evil.example/%2e%2e/domaines',
    ]) {
      const { location = '/' } = (await demander(adresse)).headers;
      expect(new URL(location, site.url).origin).toBe(site.url);
    }
  });

  test.each([
    '/../csf-secret.txt',
    '/..%2fcsf-secret.txt',
    '/%2e%2e/csf-secret.txt',
    '/domaines/..%2f..%2fcsf-secret.txt',
    '/..\\csf-secret.txt',
  ])('ne sort jamais du dossier : %s', async (adresse) => {
    const reponse = await demander(adresse);
    expect(reponse.statusCode).toBe(404);
    expect(reponse.corps.toString()).not.toContain('secret');
  });

  test.each(['/%', '/%E0%A4%A', '/a%00b'])(
    'refuse une adresse mal formée : %s',
    async (adresse) => {
      expect((await demander(adresse)).statusCode).toBe(400);
      expect((await demander('/')).statusCode).toBe(200);
    },
  );

  test('une étendue insensée n’arrête pas le serveur', async () => {
    const reponse = await demander('/', { headers: { range: 'bytes=9-2' } });
    expect(reponse.statusCode).toBe(200);
  });
});

describe('les méthodes et les requêtes conditionnelles', () => {
  test('HEAD donne les mêmes en-têtes que GET, sans corps', async () => {
    const [get, head] = [await demander('/'), await demander('/', { method: 'HEAD' })];
    expect(head.statusCode).toBe(200);
    expect(head.corps).toHaveLength(0);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect(head.headers.etag).toBe(get.headers.etag);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuse %s', async (method) => {
    const reponse = await demander('/', { method });
    expect(reponse.statusCode).toBe(405);
    expect(reponse.headers.allow).toBe('GET, HEAD');
  });

  test('une page déjà reçue n’est pas renvoyée', async () => {
    const { etag = '' } = (await demander('/')).headers;
    const reponse = await demander('/', { headers: { 'if-none-match': `"autre", ${etag}` } });
    expect(reponse.statusCode).toBe(304);
    expect(reponse.corps).toHaveLength(0);
    expect(reponse.headers.etag).toBe(etag);
  });

  test('deux encodages d’une page n’ont pas la même étiquette', async () => {
    const br = await demander('/', { headers: { 'accept-encoding': 'br' } });
    expect(br.headers.etag).not.toBe((await demander('/')).headers.etag);
  });
});
