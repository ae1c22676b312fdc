import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as attendre } from 'node:timers/promises';

const PROJET = join(import.meta.dirname, '../..');
const ENTREE = join(import.meta.dirname, 'fonctions-deno.ts');

/** L'exécutable lui-même, et non son lanceur : un lanceur tué laisserait Deno tourner. */
export function cheminDeDeno(): string {
  const exiger = createRequire(import.meta.url);
  const { runInstall } = exiger('deno/install_api.cjs') as { runInstall: () => string };
  return runInstall();
}

/** Ce que les fonctions ont le droit de faire : lire leur code, répondre et appeler sur ce poste. */
function permissions(variables: readonly string[], prealable: string | undefined): string[] {
  const lus = ['supabase', 'src', 'node_modules', 'package.json'];
  if (prealable !== undefined) lus.push(prealable);
  return [
    'run',
    '--quiet',
    '--no-prompt',
    '--no-remote',
    '--no-lock',
    '--node-modules-dir=manual',
    `--allow-read=${lus.map((chemin) => join(PROJET, chemin)).join()}`,
    `--allow-env=${variables.join()}`,
    '--allow-net=127.0.0.1',
    ...(prealable === undefined ? [] : ['--preload', join(PROJET, prealable)]),
  ];
}

/* Lues par les bibliothèques (React, supabase-js, resend), et absentes : elles ont le droit de le constater. */
const VARIABLES_DES_BIBLIOTHEQUES = [
  'NODE_ENV',
  'RESEND_BASE_URL',
  'RESEND_USER_AGENT',
  'RESEND_DEBUG',
  'DEBUG',
];

export type Fonctions = {
  appeler: (chemin: string, requete: RequestInit) => Promise<Response>;
  decaler: (millisecondes: number) => Promise<void>;
  pid: () => number | undefined;
  fermer: () => Promise<void>;
};

/**
 * Démarre toutes les fonctions dans un seul processus Deno, et le relance s'il meurt.
 * @param environnement variables que les fonctions lisent, et rien d'autre
 * @param prealable module à charger avant elles, depuis la racine du projet : un banc y ajoute une fonction
 * @param dire reçoit chaque ligne que les fonctions écrivent
 */
export async function demarrerFonctions(
  environnement: Record<string, string>,
  prealable?: string,
  dire: (ligne: string) => void = console.log,
): Promise<Fonctions> {
  let processus: ChildProcess | undefined;
  let port: number | undefined;
  let ferme = false;
  let decalage = 0;
  const variables = [...new Set([...Object.keys(environnement), ...VARIABLES_DES_BIBLIOTHEQUES])];

  const lancer = () =>
    new Promise<void>((pret, echoue) => {
      const enfant = spawn(cheminDeDeno(), [...permissions(variables, prealable), ENTREE], {
        cwd: PROJET,
        env: { ...environnement, DENO_NO_UPDATE_CHECK: '1' },
        // L'entrée standard se ferme avec ce processus, même tué : Deno s'arrête alors de lui-même.
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      processus = enfant;
      createInterface({ input: enfant.stdout }).on('line', (ligne) => {
        const annonce = /^port (\d+)$/.exec(ligne);
        if (!annonce) {
          dire(ligne);
          return;
        }
        const ouvert = Number(annonce[1]);
        // L'heure avant tout appel : une fonction relancée ne doit pas écrire à celle du poste.
        void regler(ouvert).then(() => {
          port = ouvert;
          pret();
        }, echoue);
      });
      enfant.once('error', echoue);
      enfant.once('exit', (code) => {
        port = undefined;
        echoue(new Error(`Les fonctions se sont arrêtées (code ${code ?? 'inconnu'}).`));
        if (!ferme) void relancer();
      });
    });

  async function relancer(): Promise<void> {
    await attendre(1_000, undefined, { ref: false });
    if (ferme) return;
    // Un nouvel arrêt relance de lui-même : l'erreur est déjà dite par Deno sur la sortie d'erreur.
    await lancer().catch(() => undefined);
  }

  const regler = (ouvert: number) =>
    fetch(`http://127.0.0.1:${ouvert}/horloge/${decalage}`, { method: 'PUT' });

  const premier = lancer();
  await premier.catch((erreur: unknown) => {
    ferme = true;
    throw erreur;
  });
  return {
    appeler: (chemin, requete) =>
      port === undefined
        ? Promise.reject(new Error('Les fonctions redémarrent.'))
        : fetch(`http://127.0.0.1:${port}${chemin}`, { redirect: 'manual', ...requete }),
    decaler: async (millisecondes) => {
      decalage = millisecondes;
      if (port !== undefined) await regler(port);
    },
    pid: () => processus?.pid,
    fermer: async () => {
      ferme = true;
      if (processus?.exitCode !== null || processus.signalCode !== null) return;
      const mort = new Promise((fini) => processus?.once('exit', fini));
      processus.stdin?.end();
      const retardataire = setTimeout(() => processus?.kill('SIGKILL'), 3_000);
      await mort;
      clearTimeout(retardataire);
    },
  };
}
