import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demarrer, type SiteServi } from '../../src/outils/serveur/serveur.ts';

let dossier: string;
let site: SiteServi;

beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'csf-plages-'));
  await mkdir(join(dossier, 'kit'));
  await writeFile(join(dossier, 'kit/film.mp4'), '0123456789'.repeat(100));
  await writeFile(join(dossier, 'petit.txt'), 'court');
  site = await demarrer({ dossier, port: 0 });
});

afterAll(async () => {
  await site.fermer();
  await rm(dossier, { recursive: true });
});

describe('les plages d’octets', () => {
  const demanderPlage = (range: string, autres: Record<string, string> = {}) =>
    fetch(`${site.url}/kit/film.mp4`, { headers: { range, ...autres } });

  test('une vidéo annonce qu’elle se lit par plages, un texte non', async () => {
    expect((await fetch(`${site.url}/kit/film.mp4`)).headers.get('accept-ranges')).toBe('bytes');
    expect((await fetch(`${site.url}/petit.txt`)).headers.get('accept-ranges')).toBeNull();
  });

  test.each([
    ['bytes=0-9', 'bytes 0-9/1000', '0123456789'],
    ['bytes=995-', 'bytes 995-999/1000', '56789'],
    ['bytes=-3', 'bytes 997-999/1000', '789'],
    ['bytes=998-5000', 'bytes 998-999/1000', '89'],
  ])('« %s » envoie ces octets et rien d’autre', async (range, attendue, corps) => {
    const reponse = await demanderPlage(range);
    expect(reponse.status).toBe(206);
    expect(reponse.headers.get('content-range')).toBe(attendue);
    expect(reponse.headers.get('content-length')).toBe(String(corps.length));
    expect(await reponse.text()).toBe(corps);
  });

  test('une plage au-delà du fichier est refusée, en disant sa taille', async () => {
    const reponse = await demanderPlage('bytes=2000-');
    expect(reponse.status).toBe(416);
    expect(reponse.headers.get('content-range')).toBe('bytes */1000');
  });

  test.each(['bytes=abc', 'pages=1-2', 'bytes=0-1,4-5', ''])(
    '« %s », que le serveur ne sert pas par plage, envoie le fichier entier',
    async (range) => {
      const reponse = await demanderPlage(range);
      expect(reponse.status).toBe(200);
      expect(await reponse.text()).toHaveLength(1000);
    },
  );

  test('une plage d’une autre version du fichier envoie le fichier entier', async () => {
    const reponse = await demanderPlage('bytes=0-9', { 'if-range': 'W/"autre"' });
    expect(reponse.status).toBe(200);
  });
});
