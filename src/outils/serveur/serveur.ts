import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { ErreurDeCommande } from '../commande.ts';
import { siteConstruit } from './site.ts';

export type Options = {
  /** Dossier du site construit. */
  dossier: string;
  /** Port d'écoute ; 0 en choisit un libre. */
  port: number;
  hote?: string;
  /** Site publié en https sur son adresse officielle : ajoute HSTS. */
  officiel?: boolean;
};

export type SiteServi = { url: string; fermer: () => Promise<void> };

/** Le port demandé est déjà pris, ou le site n'est pas construit : le message se montre tel quel. */
export class ErreurDeDemarrage extends ErreurDeCommande {
  override name = 'ErreurDeDemarrage';
}

export type Repondre = Parameters<typeof getRequestListener>[0];

/**
 * Met une application à l'écoute.
 * @param variable celle qui change le port, pour le dire s'il est pris
 * @throws {ErreurDeDemarrage} port déjà pris
 */
export async function ecouter(
  repondre: Repondre,
  { port, hote, variable }: { port: number; hote: string; variable: string },
): Promise<{ port: number; fermer: () => Promise<void> }> {
  const ecouteur = getRequestListener(repondre);
  const serveur = createServer((requete, reponse) => {
    // Comme le font les navigateurs ; l'adaptateur refuserait, sans passer par nos règles ni nos en-têtes.
    requete.url = requete.url?.replaceAll('\\', '/');
    void ecouteur(requete, reponse);
  });
  await new Promise<void>((ouvert, echoue) => {
    serveur.once('error', (erreur: NodeJS.ErrnoException) => {
      const conseil = `Choisissez-en un autre : ${variable}=${port + 1} npm start`;
      echoue(
        erreur.code === 'EADDRINUSE'
          ? new ErreurDeDemarrage(`Le port ${port} est déjà pris sur ${hote}. ${conseil}`)
          : erreur,
      );
    });
    serveur.listen(port, hote, ouvert);
  });
  return {
    port: (serveur.address() as AddressInfo).port,
    fermer: () =>
      new Promise((ferme) => {
        serveur.close(() => {
          ferme();
        });
        serveur.closeAllConnections();
      }),
  };
}

/**
 * Sert le site construit, compressé, avec ses en-têtes de sécurité.
 * @throws {ErreurDeDemarrage} dossier absent ou port déjà pris
 */
export async function demarrer(options: Options): Promise<SiteServi> {
  const { hote = '127.0.0.1', officiel = false } = options;
  const dossier = resolve(options.dossier);
  if (!(await stat(dossier).catch(() => undefined))?.isDirectory()) {
    throw new ErreurDeDemarrage(`Le dossier ${dossier} n’existe pas : lancez npm run build.`);
  }
  const { fetch } = siteConstruit(dossier, officiel);
  const { port, fermer } = await ecouter(fetch, { port: options.port, hote, variable: 'PORT' });
  return { url: `http://${hote === '127.0.0.1' ? 'localhost' : hote}:${port}`, fermer };
}
