import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import chromiumEmbarque, { inflate } from '@sparticuz/chromium';

const INSTALLES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Un navigateur de fabrication ou de test : ni mise à jour, ni synchronisation, ni appel à l'éditeur. */
const OPTIONS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

type Chromium = { chemin: string; env: Record<string, string> };

/**
 * Sans navigateur sur le poste, celui du paquet @sparticuz/chromium : un exécutable, ses fontes,
 * et les bibliothèques qu'un système minimal n'a pas.
 */
async function embarque(): Promise<Chromium> {
  const paquet = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const chemin = await chromiumEmbarque.executablePath();
  const bibliotheques = join(tmpdir(), 'al2023', 'lib');
  if (!existsSync(bibliotheques)) await inflate(join(paquet, '../../bin/al2023.tar.br'));
  return {
    chemin,
    env: {
      LD_LIBRARY_PATH: [bibliotheques, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_PATH: join(tmpdir(), 'fonts'),
    },
  };
}

/** Le Chromium de la fabrication et des tests : CSF_CHROMIUM (un chemin, ou « embarque »), sinon celui du poste, sinon le paquet. */
async function trouverChromium(): Promise<Chromium> {
  const choisi = process.env.CSF_CHROMIUM;
  const chemin =
    choisi === 'embarque'
      ? undefined
      : (choisi ?? INSTALLES.find((installe) => existsSync(installe)));
  return chemin ? { chemin, env: {} } : embarque();
}

/**
 * De quoi lancer ce Chromium.
 * @param options options de Chromium en plus
 */
export async function lancementDeChromium(options: readonly string[] = []) {
  const { chemin, env } = await trouverChromium();
  return {
    executablePath: chemin,
    args: [...OPTIONS, ...options],
    env: { ...(process.env as Record<string, string>), ...env },
  };
}
