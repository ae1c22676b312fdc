import { spawn } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cheminDeDeno } from '../../supabase/embarque/fonctions.ts';

/** Ce que l'hébergement donne aux fonctions ; rien ne répond à ces adresses. */
const VARIABLES = {
  SUPABASE_URL: 'http://127.0.0.1:9',
  SUPABASE_SERVICE_ROLE_KEY: 'sb_secret_essai',
  SITE_URL: 'http://site.example',
  CSF_SECRET_LIENS: 'liens',
  CSF_SECRET_DEFI: 'defi',
  CSF_SECRET_TACHES: 'taches',
  RESEND_API_KEY: 're_essai',
  RESEND_WEBHOOK_SECRET: 'whsec_ZXNzYWk=',
  CSF_EXPEDITEUR: 'Clause sociale de formation <csf@service.example>',
};

/**
 * Démarre une fonction seule sous Deno, hors ligne, comme l'hébergeur la réveille.
 * @param dossier dossier courant, qui contient node_modules et package.json
 * @param entree son index.ts, depuis ce dossier
 * @param options options de plus pour Deno
 * @param variables variables qui remplacent celles d'essai
 */
export async function demarrerUneFonction(
  dossier: string,
  entree: string,
  options: readonly string[] = [],
  variables: Record<string, string> = {},
): Promise<{ url: string; fermer: () => Promise<void> }> {
  const lus = [dossier, await realpath(join(dossier, 'node_modules'))];
  const processus = spawn(
    cheminDeDeno(),
    [
      ...['run', '--no-prompt', '--no-remote', '--no-lock', '--node-modules-dir=manual'],
      ...[`--allow-read=${lus.join()}`, '--allow-env', '--allow-net=127.0.0.1'],
      ...options,
      entree,
    ],
    {
      cwd: dossier,
      env: {
        ...VARIABLES,
        ...variables,
        DENO_SERVE_ADDRESS: 'tcp:127.0.0.1:0',
        DENO_NO_UPDATE_CHECK: '1',
        NO_COLOR: '1',
        HOME: process.env.HOME,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const dit: string[] = [];
  const url = await new Promise<string>((pret, echoue) => {
    for (const sortie of [processus.stdout, processus.stderr])
      createInterface({ input: sortie }).on('line', (ligne) => {
        dit.push(ligne);
        const adresse = /Listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(ligne)?.[1];
        if (adresse !== undefined) pret(adresse);
      });
    processus.once('error', echoue);
    processus.once('exit', (code) =>
      echoue(new Error(`${entree} s’arrête (code ${code ?? 'inconnu'}).\n${dit.join('\n')}`)),
    );
  });
  return {
    url,
    fermer: async () => {
      if (processus.exitCode !== null) return;
      const mort = new Promise((fini) => processus.once('exit', fini));
      processus.kill('SIGKILL');
      await mort;
    },
  };
}
