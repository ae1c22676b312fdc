import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { conservation, typeDe } from './entetes.ts';

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
  reponse.writeHead(statut, { 'Content-Type': typeDe(chemin), 'Content-Length': choix.taille });
  if (requete.method === 'HEAD') reponse.end();
  // Le visiteur peut partir, ou le site être reconstruit pendant l'envoi : la connexion se ferme, rien d'autre.
  else await pipeline(createReadStream(choix.disque), reponse).catch(() => reponse.destroy());
  return true;
}
