import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { ErreurImport } from './erreur.ts';

export type Encodage = 'utf-8' | 'utf-16le' | 'windows-1252';

/** Premiers octets d'un classeur : on a enregistré le tableau sans l'exporter en CSV. */
const CLASSEUR_ZIP = [0x50, 0x4b, 0x03, 0x04];
const CLASSEUR_OLE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Encodage d'un fichier : une marque en tête décide ; sinon c'est de l'UTF-8 s'il en est tout du long, et du
 * Windows-1252 au premier octet qui n'en est pas.
 * @throws {ErreurImport} si le fichier est un classeur
 */
export async function detecterEncodage(fichier: string): Promise<Encodage> {
  const tete = await premiersOctets(fichier);
  const commencePar = (octets: number[]) => octets.every((octet, place) => tete[place] === octet);
  if (commencePar(CLASSEUR_ZIP) || commencePar(CLASSEUR_OLE)) {
    throw new ErreurImport(
      'Ce fichier est un classeur : exportez-le au format CSV, puis réessayez.',
    );
  }
  if (commencePar([0xff, 0xfe])) return 'utf-16le';
  const decodeur = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const morceau of createReadStream(fichier)) {
      decodeur.decode(morceau as Buffer, { stream: true });
    }
    decodeur.decode();
  } catch (erreur) {
    if (erreur instanceof TypeError) return 'windows-1252';
    throw erreur;
  }
  return 'utf-8';
}

async function premiersOctets(fichier: string): Promise<Uint8Array> {
  const poignee = await open(fichier);
  try {
    const { buffer, bytesRead } = await poignee.read(new Uint8Array(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await poignee.close();
  }
}

/** Texte d'un fichier, morceau par morceau, sans la marque de tête. */
export async function* decoder(fichier: string, encodage: Encodage): AsyncGenerator<string> {
  const decodeur = new TextDecoder(encodage);
  for await (const morceau of createReadStream(fichier)) {
    yield decodeur.decode(morceau as Buffer, { stream: true });
  }
  yield decodeur.decode();
}
