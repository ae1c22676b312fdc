import type { IncomingMessage, ServerResponse } from 'node:http';

export const JSON_ = 'application/json; charset=utf-8';

/** Au-delà, la lecture s'arrête : les fonctions refusent bien avant. */
const CORPS_MAX = 5_000_000;

export async function lireCorps(requete: IncomingMessage): Promise<Buffer | undefined> {
  const morceaux: Buffer[] = [];
  let taille = 0;
  for await (const morceau of requete as AsyncIterable<Buffer>) {
    taille += morceau.byteLength;
    if (taille > CORPS_MAX) return undefined;
    morceaux.push(morceau);
  }
  return Buffer.concat(morceaux);
}

export function repondre(
  reponse: ServerResponse,
  statut: number,
  type: string,
  corps: string | Buffer,
  entetes: Record<string, string> = {},
): void {
  reponse.writeHead(statut, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...entetes,
  });
  reponse.end(corps);
}
