import { execFile } from 'node:child_process';
import { request } from 'node:http';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceDEssai } from './service.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir();
});
afterAll(() => essai.fermer());

describe('la fin d’un accueil', () => {
  it('l’équipe termine une demande par une commande, qui décompte les heures une seule fois', async () => {
    const [libre = ''] = await essai.parcoursLibres(1);
    const [jeton] = await essai.demandesARecevoir(libre, 1);
    const { corps } = await essai.poster('confirmer-interet', { jeton });
    const { secrets, url } = essai.service;
    const terminer = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['src/outils/terminer/commande.ts', ...args], {
        env: {
          ...process.env,
          SUPABASE_URL: url,
          SUPABASE_SERVICE_ROLE_KEY: secrets.cleService,
          CSF_SECRET_LIENS: secrets.liens,
        },
      });
    const reference = String(corps.reference);
    await expect(terminer(reference, '9000')).rejects.toMatchObject({
      stderr: expect.stringContaining('Trop d’heures') as string,
    });
    await expect(terminer('D-bbbbbb', '1')).rejects.toMatchObject({
      stderr: expect.stringContaining('n’existe pas') as string,
    });
    await expect(terminer(reference)).rejects.toMatchObject({
      stderr: expect.stringContaining('Usage') as string,
    });
    for (let fois = 0; fois < 2; fois += 1)
      expect((await terminer(reference, '100')).stdout).toContain('est terminée');
    const { rows } = await essai.service.base.query(
      'select heures_faites from prive.parcours where id = $1',
      [libre],
    );
    expect(rows).toEqual([{ heures_faites: 100 }]);
  });
});

describe('l’entrée du service', () => {
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
    expect(await demander('TRACE', '/functions/v1/demande/defi')).toBe(405);
    expect(await demander('POST', '/reconstruction')).toBe(401);
    expect(essai.service.reconstructions()).toBe(0);
  });
});
