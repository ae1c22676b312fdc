import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import parseRange from 'range-parser';
import { conservation, seLitParPlages, typeDe } from './entetes.ts';

type Version = { disque: string; encodage?: 'br' | 'gzip'; taille: number; modifie: Date };

const ENCODAGES = [
  { nom: 'br', suffixe: '.br' },
  { nom: 'gzip', suffixe: '.gz' },
] as const;

/** Vrai si le navigateur accepte cet encodage ; `br;q=0` est un refus. */
function accepte(entete: string, encodage: string): boolean {
  return entete.split(',').some((choix) => {
    const [nom, ...parametres] = choix.split(';').map((partie) => partie.trim().toLowerCase());
    return nom === encodage && !parametres.some((parametre) => /^q=0(\.0*)?$/.test(parametre));
  });
}

async function version(
  disque: string,
  encodage?: Version['encodage'],
): Promise<Version | undefined> {
  const etat = await stat(disque).catch(() => undefined);
  if (!etat?.isFile()) return undefined;
  return { disque, encodage, taille: etat.size, modifie: etat.mtime };
}

/** Emplacement sur le disque, ou undefined si l'adresse sort du dossier. */
export function surDisque(dossier: string, chemin: string): string | undefined {
  const disque = join(dossier, chemin);
  return disque.startsWith(dossier + sep) ? disque : undefined;
}

/** La version la plus légère que le navigateur accepte, ou undefined si le fichier n'existe pas. */
async function choisir(disque: string, acceptes: string): Promise<Version | undefined> {
  for (const { nom, suffixe } of ENCODAGES) {
    if (!accepte(acceptes, nom)) continue;
    const trouvee = await version(disque + suffixe, nom);
    if (trouvee) return trouvee;
  }
  return version(disque);
}

function estInchange(requete: IncomingMessage, etag: string): boolean {
  const connus = requete.headers['if-none-match'];
  return connus?.split(',').some((connu) => connu.trim() === etag) ?? false;
}

type Plage = { start: number; end: number };

/**
 * La plage d'octets demandée (un lecteur vidéo ne demande pas tout le fichier), « hors » si elle est
 * au-delà du fichier, ou undefined s'il faut l'envoyer entier : pas de demande, ou plusieurs plages.
 */
function plageDemandee(requete: IncomingMessage, taille: number): Plage | 'hors' | undefined {
  const demande = requete.headers.range;
  // « If-Range » d'une autre version : le fichier repart entier. Nos étiquettes sont faibles, donc jamais valables ici.
  if (demande === undefined || requete.headers['if-range'] !== undefined) return undefined;
  const plages = parseRange(taille, demande);
  if (plages === -1) return 'hors';
  if (plages === -2 || plages.type !== 'bytes' || plages.length !== 1) return undefined;
  return plages[0];
}

/**
 * Envoie un fichier du site, compressé si possible ; 304 si le navigateur l'a déjà.
 * @param chemin chemin exact dans le dossier, commençant par une barre
 * @returns faux, sans rien envoyer, si le fichier n'existe pas
 */
export async function envoyerFichier(
  dossier: string,
  chemin: string,
  requete: IncomingMessage,
  reponse: ServerResponse,
  statut: 200 | 404 = 200,
): Promise<boolean> {
  const disque = surDisque(dossier, chemin);
  const choix = disque && (await choisir(disque, requete.headers['accept-encoding'] ?? ''));
  if (!choix) return false;
  const etag = `W/"${choix.taille.toString(36)}-${choix.modifie.getTime().toString(36)}"`;
  reponse.setHeader('Cache-Control', statut === 404 ? 'no-cache' : conservation(chemin));
  reponse.setHeader('Vary', 'Accept-Encoding');
  if (statut === 200) {
    reponse.setHeader('ETag', etag);
    reponse.setHeader('Last-Modified', choix.modifie.toUTCString());
    if (estInchange(requete, etag)) {
      reponse.writeHead(304).end();
      return true;
    }
  }
  if (choix.encodage) reponse.setHeader('Content-Encoding', choix.encodage);
  reponse.setHeader('Content-Type', typeDe(chemin));
  const parPlages = statut === 200 && !choix.encodage && seLitParPlages(chemin);
  if (parPlages) reponse.setHeader('Accept-Ranges', 'bytes');
  const plage = parPlages ? plageDemandee(requete, choix.taille) : undefined;
  if (plage === 'hors') {
    reponse.writeHead(416, { 'Content-Range': `bytes */${choix.taille}` }).end();
    return true;
  }
  if (plage) {
    reponse.setHeader('Content-Range', `bytes ${plage.start}-${plage.end}/${choix.taille}`);
  }
  reponse.writeHead(plage ? 206 : statut, {
    'Content-Length': plage ? plage.end - plage.start + 1 : choix.taille,
  });
  if (requete.method === 'HEAD') reponse.end();
  // Le visiteur peut partir, ou le site être reconstruit pendant l'envoi : la connexion se ferme, rien d'autre.
  else
    await pipeline(createReadStream(choix.disque, plage), reponse).catch(() => reponse.destroy());
  return true;
}
