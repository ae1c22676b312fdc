import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demarrer, ErreurDeDemarrage } from '../../src/outils/serveur/serveur.ts';

const ACCUEIL = `<!doctype html><title>Accueil</title><p>${'Bonjour. '.repeat(100)}</p>`;

let dossier: string;

beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'csf-commande-'));
  await writeFile(join(dossier, 'index.html'), ACCUEIL);
});

afterAll(() => rm(dossier, { recursive: true }));

function lancer(commande: string, options: string[], env: Record<string, string> = {}) {
  return spawn(process.execPath, ['src/outils/lancer.ts', commande, ...options], {
    env: { ...process.env, ...env },
  });
}

describe('la commande qui sert le site', () => {
  test('un port déjà pris est nommé, avec la façon d’en choisir un autre', async () => {
    const site = await demarrer({ dossier, port: 0 });
    const { port } = new URL(site.url);
    const commande = lancer('serveur', ['--dossier', dossier], { PORT: port });
    const [erreurs, sortie] = await Promise.all([text(commande.stderr), once(commande, 'exit')]);
    await site.fermer();
    expect(sortie).toEqual([1, null]);
    expect(erreurs).toContain(`Le port ${port} est déjà pris`);
    expect(erreurs).toContain('PORT=');
  });

  test.each([['--port', 'abc'], ['--inconnue']])(
    'refuse %s %s en une phrase',
    async (...options) => {
      const commande = lancer('serveur', ['--dossier', dossier, ...options]);
      const [erreurs, sortie] = await Promise.all([text(commande.stderr), once(commande, 'exit')]);
      expect(sortie).toEqual([1, null]);
      expect(erreurs).not.toContain('    at ');
    },
  );

  test('une commande inconnue nomme celles qui existent', async () => {
    const commande = lancer('servir', []);
    const [erreurs, sortie] = await Promise.all([text(commande.stderr), once(commande, 'exit')]);
    expect(sortie).toEqual([1, null]);
    expect(erreurs).toContain('Aucune commande « servir ». Il y a : compression, connues,');
  });

  test.each([
    'compression',
    'connues',
    'demarrer',
    'edition',
    'film',
    'import',
    'liens',
    'membres',
  ])('--aide dit l’usage de %s, sans rien faire', async (nom) => {
    const commande = lancer(nom, ['--aide']);
    const [texte, sortie] = await Promise.all([text(commande.stdout), once(commande, 'exit')]);
    expect(sortie).toEqual([0, null]);
    expect(texte).toMatch(/^(Usage|Sert)/);
  });

  test('un site qui n’est pas construit le dit', async () => {
    const absent = demarrer({ dossier: join(dossier, 'absent'), port: 0 });
    await expect(absent).rejects.toThrow(ErreurDeDemarrage);
  });

  test('annonce son adresse et s’arrête proprement sur SIGTERM', async () => {
    const commande = lancer('serveur', ['--dossier', dossier, '--port', '0']);
    const [annonce] = (await once(commande.stdout, 'data')) as [Buffer];
    const adresse = /http:\/\/localhost:\d+/.exec(annonce.toString())?.[0] ?? '';
    expect((await fetch(adresse)).status).toBe(200);
    commande.kill('SIGTERM');
    expect(await once(commande, 'exit')).toEqual([0, null]);
  });
});

test('le serveur lancé par npm s’arrête avec lui', { timeout: 20_000 }, async () => {
  const commande = `"${process.execPath}" src/outils/lancer.ts serveur --dossier "${dossier}" --port 0`;
  const parent = spawn('sh', ['-c', `${commande}; true`], {
    env: { ...process.env, npm_lifecycle_event: 'start' },
  });
  const [annonce] = (await once(parent.stdout, 'data')) as [Buffer];
  const adresse = /http:\/\/localhost:\d+/.exec(annonce.toString())?.[0] ?? '';
  parent.kill('SIGKILL');
  await expect
    .poll(
      () =>
        fetch(adresse).then(
          () => 'ouvert',
          () => 'fermé',
        ),
      { timeout: 10_000 },
    )
    .toBe('fermé');
});

describe('la commande de compression', () => {
  test('ne fait rien quand on le lui demande', async () => {
    await once(lancer('compression', [dossier], { CSF_SANS_COMPRESSION: '1' }), 'exit');
    expect(await readdir(dossier)).toEqual(['index.html']);
  });

  test('pose les versions compressées à côté du fichier, qu’elle laisse intact', async () => {
    await once(lancer('compression', [dossier]), 'exit');
    expect((await readdir(dossier)).sort()).toEqual([
      'index.html',
      'index.html.br',
      'index.html.gz',
    ]);
    expect(await readFile(join(dossier, 'index.html'), 'utf8')).toBe(ACCUEIL);
  });
});
