import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { entetesDeSecurite } from './entetes.ts';
import { envoyerFichier, surDisque } from './envoi.ts';

export type Options = {
  /** Dossier du site construit. */
  dossier: string;
  /** Port d'écoute ; 0 en choisit un libre. */
  port?: number;
  hote?: string;
  /** Site publié en https sur son adresse officielle : ajoute HSTS. */
  officiel?: boolean;
};

export type SiteServi = { url: string; fermer: () => Promise<void> };

/** Le port demandé est déjà pris, ou le site n'est pas construit : le message se montre tel quel. */
export class ErreurDeDemarrage extends Error {
  override name = 'ErreurDeDemarrage';
}

function repondre(reponse: ServerResponse, statut: number, texte: string): void {
  reponse.writeHead(statut, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-cache',
  });
  reponse.end(`${texte}\n`);
}

/** Chemin décodé et ramené à la racine, ou undefined quand l'adresse est mal formée. */
function lireAdresse(requete: IncomingMessage): { chemin: string; recherche: string } | undefined {
  try {
    // Une double barre au début désignerait un autre site : elle est réduite avant toute lecture.
    const adresse = (requete.url ?? '').replace(/^[/\\]+/, '/');
    const { pathname, search } = new URL(adresse, 'http://site.invalid');
    const chemin = decodeURIComponent(pathname).replace(/^\/+/, '/');
    return chemin.includes('\0') ? undefined : { chemin, recherche: search };
  } catch {
    return undefined;
  }
}

/** Une page s'écrit toujours avec sa barre finale, comme dans les liens du site. */
async function estPageSansBarre(dossier: string, chemin: string): Promise<boolean> {
  const page = chemin.endsWith('/') ? undefined : surDisque(dossier, `${chemin}/index.html`);
  return page !== undefined && (await stat(page).catch(() => undefined)) !== undefined;
}

async function traiter(
  dossier: string,
  requete: IncomingMessage,
  reponse: ServerResponse,
): Promise<void> {
  if (requete.method !== 'GET' && requete.method !== 'HEAD') {
    reponse.setHeader('Allow', 'GET, HEAD');
    repondre(reponse, 405, 'Méthode non admise.');
    return;
  }
  const adresse = lireAdresse(requete);
  if (!adresse) {
    repondre(reponse, 400, 'Adresse mal formée.');
    return;
  }
  const { chemin, recherche } = adresse;
  const fichier = chemin.endsWith('/') ? `${chemin}index.html` : chemin;
  if (await envoyerFichier(dossier, fichier, requete, reponse)) return;
  if (await estPageSansBarre(dossier, chemin)) {
    reponse.writeHead(308, {
      Location: `${encodeURI(chemin)}/${recherche}`,
      'Cache-Control': 'no-cache',
    });
    reponse.end();
    return;
  }
  if (await envoyerFichier(dossier, '/404.html', requete, reponse, 404)) return;
  repondre(reponse, 404, 'Page introuvable.');
}

function ecouter(serveur: Server, port: number, hote: string): Promise<number> {
  return new Promise((reussir, echouer) => {
    serveur.once('error', (erreur: NodeJS.ErrnoException) => {
      if (erreur.code !== 'EADDRINUSE') echouer(erreur);
      const conseil = `Choisissez-en un autre : PORT=${port + 1} npm start`;
      echouer(new ErreurDeDemarrage(`Le port ${port} est déjà pris sur ${hote}. ${conseil}`));
    });
    serveur.listen(port, hote, () => {
      reussir((serveur.address() as AddressInfo).port);
    });
  });
}

/**
 * Sert le site construit, compressé, avec ses en-têtes de sécurité.
 * @throws {ErreurDeDemarrage} dossier absent ou port déjà pris
 */
export async function demarrer(options: Options): Promise<SiteServi> {
  const { port = 4321, hote = '127.0.0.1', officiel = false } = options;
  const dossier = resolve(options.dossier);
  if (!(await stat(dossier).catch(() => undefined))?.isDirectory()) {
    throw new ErreurDeDemarrage(`Le dossier ${dossier} n’existe pas : lancez npm run build.`);
  }
  const securite = new Map(Object.entries(entetesDeSecurite(officiel)));
  const serveur = createServer((requete, reponse) => {
    reponse.setHeaders(securite);
    traiter(dossier, requete, reponse).catch((erreur: unknown) => {
      console.error(erreur);
      if (reponse.headersSent) reponse.destroy();
      else repondre(reponse, 500, 'Erreur du serveur.');
    });
  });
  const portOuvert = await ecouter(serveur, port, hote);
  return {
    url: `http://${hote === '127.0.0.1' ? 'localhost' : hote}:${portOuvert}`,
    fermer: () =>
      new Promise((ferme) => {
        serveur.close(() => {
          ferme();
        });
        serveur.closeAllConnections();
      }),
  };
}
